using System.Text;

namespace TalksWatcher.Sources.Pages;

/// <summary>Collects text as it is displayed: runs of white space are one space, none at the ends of a line.</summary>
internal sealed class TextFolder
{
    private readonly StringBuilder _text = new();
    private bool _spacePending;

    public int Length => _text.Length;

    /// <summary>Appends and returns the number of characters that are displayed.</summary>
    public int Append(ReadOnlySpan<char> source)
    {
        var before = _text.Length;
        foreach (var character in source)
        {
            if (IsSpace(character))
                _spacePending = true;
            else if (!IsInvisible(character))
                AppendVisible(character);
        }
        return _text.Length - before;
    }

    public void BreakLine()
    {
        _spacePending = false;
        if (_text.Length > 0 && _text[^1] != '\n')
            _text.Append('\n');
    }

    public string Take()
    {
        var length = _text.Length;
        while (length > 0 && _text[length - 1] == '\n')
            length--;
        var text = _text.ToString(0, length);
        _text.Clear();
        _spacePending = false;
        return text;
    }

    private void AppendVisible(char character)
    {
        if (_spacePending && _text.Length > 0 && _text[^1] != '\n')
            _text.Append(' ');
        _spacePending = false;
        _text.Append(character);
    }

    private static bool IsSpace(char character) => char.IsWhiteSpace(character) || char.IsControl(character);

    /// <summary>Soft hyphens, zero-width characters and byte order marks, which would part words.</summary>
    private static bool IsInvisible(char character)
        => character is '\u00AD' or '\u200B' or '\u200C' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF';
}
