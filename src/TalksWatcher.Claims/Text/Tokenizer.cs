namespace TalksWatcher.Claims.Text;

/// <summary>
/// Splits a sentence into words and marks. Compounds fall apart at hyphens ("US-brokered" is two words), a possessive is
/// a word of its own, abbreviations keep their letters only.
/// </summary>
/// <param name="words">Words whose strings are shared.</param>
internal sealed class Tokenizer(string text, WordTable words)
{
    private int start;
    private int end;
    private int at;
    private bool joined;

    public static Token[] Tokenize(string text)
    {
        var tokenizer = new Tokenizer(text, WordTable.Empty);
        tokenizer.Begin(0, text.Length);
        var tokens = new Token[text.Length];
        return tokens[..tokenizer.Next(tokens)];
    }

    /// <summary>Goes to a sentence.</summary>
    public void Begin(int from, int to)
    {
        (start, at, end) = (from, from, to);
        joined = false;
    }

    /// <summary>The next tokens of the sentence, as many as there are and find room; returns their count.</summary>
    public int Next(Span<Token> tokens)
    {
        var count = 0;
        while (count < tokens.Length && TryNext(out var token))
            tokens[count++] = token;
        return count;
    }

    private bool TryNext(out Token token)
    {
        while (at < end)
        {
            var c = text[at];
            if (char.IsWhiteSpace(c))
            {
                at++;
                continue;
            }

            if (EncliticAt(text, at, start, end) is { } enclitic)
            {
                token = new Token(at, enclitic.Length, enclitic.Word, TokenShape.Lower);
                at += enclitic.Length;
                return true;
            }

            var stop = char.IsLetterOrDigit(c) ? WordEnd(text, at, end) : at + 1;
            var (first, wasJoined, isHyphen) = (at, joined, IsHyphen(text, at, start, end));
            joined = isHyphen;
            at = stop;
            if (isHyphen || IsQuote(c))
                continue;
            token = Read(first, stop) with { Joined = wasJoined };
            return true;
        }

        token = default;
        return false;
    }

    private Token Read(int first, int stop)
    {
        var span = text.AsSpan(first, stop - first);
        if (!char.IsLetterOrDigit(span[0]) && span.Length == 1)
            return new(first, 1, Mark(span[0], words), TokenShape.Punctuation);
        return new(first, span.Length, Folding.Fold(span, words), Shape(span));
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
        var stop = start + 1;
        while (stop < end && stop - start < Token.MostLength && Continues(text, start, stop, end))
            stop++;
        return stop;
    }

    private static bool Continues(string text, int start, int at, int end)
    {
        var c = text[at];
        if (char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark)
            return true;
        var next = at + 1 < end ? text[at + 1] : ' ';
        return c switch
        {
            '\'' or '’' => char.IsLetter(next) && Enclitic(text, at, end) is null,
            ',' => char.IsDigit(text[at - 1]) && char.IsDigit(next),
            '.' => char.IsDigit(text[at - 1]) && char.IsDigit(next) || IsInitials(text, start, at, end),
            _ => false,
        };
    }

    /// <summary>"'s" stays what it is; "'ll", "'re" and "'ve" are the words that they shorten.</summary>
    private static (int Length, string Word)? Enclitic(string text, int at, int end)
    {
        var (first, second) = (char.ToLowerInvariant(text[at + 1]), at + 2 < end && char.IsLetterOrDigit(text[at + 2]) ? char.ToLowerInvariant(text[at + 2]) : ' ');
        (int Length, string Word)? found = (first, second) switch
        {
            ('s', ' ') => (2, "'s"),
            ('l', 'l') => (3, "will"),
            ('r', 'e') => (3, "are"),
            ('v', 'e') => (3, "have"),
            _ => null,
        };
        return found is { } one && at + one.Length < end && char.IsLetterOrDigit(text[at + one.Length]) ? null : found;
    }

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

    private static (int Length, string Word)? EncliticAt(string text, int at, int start, int end) =>
        text[at] is '\'' or '’' && at > start && at + 1 < end && char.IsLetterOrDigit(text[at - 1]) ? Enclitic(text, at, end) : null;

    /// <summary>Quotation marks hide phrases: the "situational pause" is a situational pause.</summary>
    private static bool IsQuote(char c) => c is '"' or '“' or '”' or '„' or '«' or '»' or '‘' or '’' or '‚' or '`' or '\'';

    private static string Mark(char c, WordTable words) => c switch
    {
        '–' or '—' or '-' or '―' => "—",
        _ => words.Of([c]),
    };
}
