namespace TalksWatcher.Claims.Text;

/// <summary>
/// Splits a sentence into words and marks. Compounds fall apart at hyphens ("US-brokered" is two words), a possessive is
/// a word of its own, abbreviations keep their letters only.
/// </summary>
internal static class Tokenizer
{
    public static Token[] Tokenize(string text, int start, int end)
    {
        var tokens = new List<Token>((end - start) / 5 + 4);
        var at = start;
        var joined = false;
        while (at < end)
        {
            var c = text[at];
            if (char.IsWhiteSpace(c))
            {
                at++;
                continue;
            }

            if (IsPossessiveAt(text, at, start, end))
            {
                tokens.Add(new Token(at, 2, "'s", TokenShape.Lower));
                at += 2;
                continue;
            }

            var stop = char.IsLetterOrDigit(c) ? WordEnd(text, at, end) : at + 1;
            var isHyphen = IsHyphen(text, at, start, end);
            if (!isHyphen && !IsQuote(c))
                tokens.Add(Read(text, at, stop) with { Joined = joined });
            joined = isHyphen;
            at = stop;
        }

        return [.. tokens];
    }

    private static Token Read(string text, int start, int end)
    {
        var span = text.AsSpan(start, end - start);
        if (!char.IsLetterOrDigit(span[0]) && span.Length == 1)
            return new(start, 1, Mark(span[0]), TokenShape.Punctuation);
        return new(start, span.Length, Folding.Fold(span), Shape(span));
    }

    private static TokenShape Shape(ReadOnlySpan<char> span)
    {
        if (char.IsDigit(span[0]))
            return TokenShape.Number;
        if (!char.IsUpper(span[0]))
            return TokenShape.Lower;
        foreach (var c in span[1..])
        {
            if (char.IsLower(c))
                return TokenShape.Capitalised;
        }

        return TokenShape.Capitals;
    }

    private static int WordEnd(string text, int start, int end)
    {
        var at = start + 1;
        while (at < end && Continues(text, start, at, end))
            at++;
        return at;
    }

    private static bool Continues(string text, int start, int at, int end)
    {
        var c = text[at];
        if (char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark)
            return true;
        var next = at + 1 < end ? text[at + 1] : ' ';
        return c switch
        {
            '\'' or '’' => char.IsLetter(next) && !IsPossessive(text, at, end),
            ',' => char.IsDigit(text[at - 1]) && char.IsDigit(next),
            '.' => char.IsDigit(text[at - 1]) && char.IsDigit(next) || IsInitials(text, start, at, end),
            _ => false,
        };
    }

    private static bool IsPossessive(string text, int at, int end) =>
        text[at + 1] is 's' or 'S' && (at + 2 >= end || !char.IsLetterOrDigit(text[at + 2]));

    /// <summary>Letters parted by stops, as in "U.S." or "p.m.".</summary>
    private static bool IsInitials(string text, int start, int at, int end)
    {
        if (!char.IsLetter(text[at - 1]) || at - 2 >= start && text[at - 2] != '.')
            return false;
        return at + 2 < end && char.IsLetter(text[at + 1]) && text[at + 2] == '.' || at - 2 >= start;
    }

    /// <summary>A hyphen inside a compound.</summary>
    private static bool IsHyphen(string text, int at, int start, int end) =>
        text[at] is '-' or '–' or '‑' or '/' && at > start && at + 1 < end
        && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + 1]);

    private static bool IsPossessiveAt(string text, int at, int start, int end) =>
        text[at] is '\'' or '’' && at > start && at + 1 < end && char.IsLetterOrDigit(text[at - 1]) && IsPossessive(text, at, end);

    /// <summary>Quotation marks hide phrases: the "situational pause" is a situational pause.</summary>
    private static bool IsQuote(char c) => c is '"' or '“' or '”' or '„' or '«' or '»' or '‘' or '’' or '‚' or '`' or '\'';

    private static string Mark(char c) => c switch
    {
        '–' or '—' or '-' or '―' => "—",
        _ => c.ToString(),
    };
}
