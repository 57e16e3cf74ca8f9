using System.Collections.Frozen;
using System.Text;
using TalksWatcher.Sources.Pages;

namespace TalksWatcher.Sources.Feeds;

/// <summary>
/// Collects the text of markup: blanks collapse, block elements part paragraphs by a blank line, <c>br</c> parts lines,
/// scripts and styles are left out with all they hold.
/// </summary>
internal sealed class PlainTextWriter
{
    private static readonly FrozenSet<string> Unread = FrozenSet.ToFrozenSet(
        ["script", "style", "applet", "noscript", "template", "iframe", "noframes", "noembed", "head"], StringComparer.OrdinalIgnoreCase);

    private readonly StringBuilder text = new();
    private int breaks;
    private bool blank;
    private string? unread;

    public void Start(string name)
    {
        if (unread is not null)
            return;
        if (Unread.Contains(name))
            unread = name;
        else if (name.Equals("br", StringComparison.OrdinalIgnoreCase))
            breaks = Math.Min(breaks + 1, 2);
        else if (HtmlTags.IsBlock(name))
            breaks = 2;
        else if (name == "img")
            blank = true;
    }

    public void End(string name)
    {
        if (unread is not null)
            unread = unread.Equals(name, StringComparison.OrdinalIgnoreCase) ? null : unread;
        else if (HtmlTags.IsBlock(name))
            breaks = 2;
    }

    public void Text(ReadOnlySpan<char> run)
    {
        if (unread is not null)
            return;
        foreach (var c in run)
        {
            if (c is ' ' or '\t' or '\r' or '\n')
            {
                blank = true;
                continue;
            }
            Separate();
            text.Append(c);
        }
    }

    public override string ToString() => text.ToString();

    private void Separate()
    {
        if (text.Length > 0 && breaks > 0)
            text.Append('\n', breaks);
        else if (text.Length > 0 && blank)
            text.Append(' ');
        breaks = 0;
        blank = false;
    }
}
