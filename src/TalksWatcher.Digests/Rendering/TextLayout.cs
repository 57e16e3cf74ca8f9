using System.Globalization;
using System.Text;

namespace TalksWatcher.Digests.Rendering;

/// <summary>Fills lines of at most 72 characters; a word longer than a line, such as an address, stays whole.</summary>
internal sealed class TextLayout
{
    private const int Width = 72;

    private readonly StringBuilder text = new();

    public void Heading(string title)
    {
        var line = title.ToUpperInvariant();
        Line(line);
        Raw(new string('-', Math.Min(Cells(line), Width)));
        Gap();
    }

    public void Paragraph(string words)
    {
        Line(words);
        Gap();
    }

    /// <param name="hanging">Further indent of every line but the first.</param>
    public void Line(string words, int indent = 0, int hanging = 0)
    {
        var line = new StringBuilder().Append(' ', indent);
        var started = false;
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (started && Cells(line.ToString()) + 1 + Cells(word) > Width)
            {
                Raw(line.ToString());
                line.Clear().Append(' ', indent + hanging);
                started = false;
            }

            line.Append(started ? " " : "").Append(word);
            started = true;
        }

        Raw(line.ToString());
    }

    public void Gap() => Raw("");

    public void Raw(string line) => text.Append(line).Append('\n');

    public override string ToString() => text.ToString();

    private static int Cells(string line) => new StringInfo(line).LengthInTextElements;
}
