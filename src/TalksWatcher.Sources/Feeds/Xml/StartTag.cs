namespace TalksWatcher.Sources.Feeds.Xml;

/// <param name="Name">As written, with its prefix.</param>
/// <param name="Attributes">Lower-case names as written, values decoded, the first of each name.</param>
internal readonly record struct StartTag(string Name, List<(string Name, string Value)> Attributes, bool IsEmpty)
{
    private const int MostAttributes = 256;

    /// <summary>Reads the tag at <paramref name="position"/> and moves behind it; an unclosed one ends before the next.</summary>
    public static StartTag Read(string text, ref int position)
    {
        position++;
        var name = ReadName(text, ref position);
        var attributes = new List<(string, string)>();
        while (true)
        {
            SkipSpaces(text, ref position);
            if (position >= text.Length || text[position] == '<')
                return new StartTag(name, attributes, IsEmpty: false);
            if (text[position] == '>')
                return new StartTag(name, attributes, IsEmpty: text[position++ - 1] == '/');
            ReadAttribute(text, ref position, attributes);
        }
    }

    public static (string Prefix, string Name) Split(string rawName)
    {
        var colon = rawName.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? ("", rawName) : (rawName[..colon], rawName[(colon + 1)..]);
    }

    private static void ReadAttribute(string text, ref int position, List<(string Name, string Value)> attributes)
    {
        var name = ReadName(text, ref position).ToLowerInvariant();
        if (name.Length == 0)
        {
            position++;
            return;
        }
        SkipSpaces(text, ref position);
        var value = "";
        if (position < text.Length && text[position] == '=')
        {
            position++;
            SkipSpaces(text, ref position);
            value = ReadValue(text, ref position);
        }
        if (attributes.Count < MostAttributes && !attributes.Exists(a => a.Name == name))
            attributes.Add((name, value));
    }

    private static string ReadValue(string text, ref int position)
    {
        if (position >= text.Length)
            return "";
        var quote = text[position];
        var quoted = quote is '"' or '\'';
        var start = quoted ? position + 1 : position;
        var length = quoted ? text.AsSpan(start).IndexOf(quote) : text.AsSpan(start).IndexOfAny(" \t\r\n>");
        var end = length < 0 ? text.Length : start + length;
        position = quoted ? Math.Min(end + 1, text.Length) : end;
        return CharacterReferences.Decode(text.AsSpan(start, end - start));
    }

    private static string ReadName(string text, ref int position)
    {
        var start = position;
        while (position < text.Length && IsNamePart(text[position]))
            position++;
        return text[start..position];
    }

    private static bool IsNamePart(char c) => !char.IsWhiteSpace(c) && c is not ('<' or '>' or '/' or '=' or '"' or '\'');

    private static void SkipSpaces(string text, ref int position)
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
            position++;
    }
}
