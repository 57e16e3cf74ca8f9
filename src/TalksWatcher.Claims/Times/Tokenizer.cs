using System.Buffers;
using System.Globalization;

namespace TalksWatcher.Claims.Times;

/// <summary>Cuts parts of a text into tokens in one pass; each character is looked at a bounded number of times.</summary>
internal sealed class Tokenizer(Lexicon lexicon, string text) : IDisposable
{
    private Token[] tokens = [];
    private int count;
    private int at;
    private int end;

    /// <summary>The tokens of a part of the text, up to the next call.</summary>
    public ArraySegment<Token> Run(int from, int to)
    {
        (count, at, end) = (0, from, to);
        var glued = false;
        while (at < end)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                glued = false;
                continue;
            }
            Add(Next(glued ? TokenTraits.Glued : TokenTraits.None));
            glued = true;
        }
        return new(tokens, 0, count);
    }

    public void Dispose()
    {
        ArrayPool<Token>.Shared.Return(tokens, clearArray: true);
        tokens = [];
    }

    private void Add(Token token)
    {
        if (count == tokens.Length)
            Grow();
        tokens[count++] = token;
        at = token.End;
    }

    private void Grow()
    {
        var larger = ArrayPool<Token>.Shared.Rent(Math.Max(64, 2 * tokens.Length));
        tokens.CopyTo(larger, 0);
        ArrayPool<Token>.Shared.Return(tokens, clearArray: true);
        tokens = larger;
    }

    private Token Next(TokenTraits traits) => text[at] switch
    {
        _ when char.IsAsciiDigit(text[at]) => Number(traits),
        _ when char.IsLetterOrDigit(text[at]) => Letters(traits),
        '\'' or '’' => Apostrophe(traits),
        _ => new(at, 1, lexicon.Find([Mark(text[at])]), -1, traits),
    };

    private Token Letters(TokenTraits traits)
    {
        var stop = EndOfRun(at);
        if (IsNegation(stop))
            return new(at, stop + 2 - at, Negated(stop), -1, traits | TokenTraits.Letters);
        var word = lexicon.Find(text.AsSpan(at, stop - at));
        traits |= TokenTraits.Letters | (char.IsUpper(text[at]) ? TokenTraits.Capital : TokenTraits.None);
        var isShort = word is { Class: WordClass.ShortMonth or WordClass.ShortWeekday };
        var dotted = isShort && stop < end && text[stop] == '.';
        return dotted
            ? new(at, stop + 1 - at, word, -1, traits | TokenTraits.Dotted)
            : new(at, stop - at, word, -1, traits);
    }

    /// <summary>"won't" is one word: "won" would be a past.</summary>
    private bool IsNegation(int stop) =>
        stop + 1 < end && text[stop - 1] == 'n' && (text[stop] is '\'' or '’') && text[stop + 1] == 't' && EndOfRun(stop + 1) == stop + 2;

    private Word? Negated(int stop)
    {
        Span<char> word = stackalloc char[10];
        if (stop + 2 - at > word.Length)
            return null;
        text.AsSpan(at, stop - at).CopyTo(word);
        "'t".CopyTo(word[(stop - at)..]);
        return lexicon.Find(word[..(stop + 2 - at)]);
    }

    private Token Number(TokenTraits traits)
    {
        var digits = at;
        while (digits < end && char.IsAsciiDigit(text[digits]))
            digits++;
        var stop = EndOfRun(digits);
        var suffix = text.AsSpan(digits, stop - digits);
        if (suffix.Length > 0 && !IsOrdinalSuffix(suffix))
            return new(at, stop - at, null, -1, traits | TokenTraits.Letters | TokenTraits.Digits);
        var value = digits - at <= 4 ? int.Parse(text.AsSpan(at, digits - at), CultureInfo.InvariantCulture) : -1;
        var ordinal = suffix.Length > 0 ? TokenTraits.Ordinal : TokenTraits.None;
        return new(at, stop - at, null, value, traits | TokenTraits.Digits | ordinal);
    }

    /// <summary>"'s" and "'ll" after a word are tokens of their own; any other apostrophe is a quotation mark.</summary>
    private Token Apostrophe(TokenTraits traits)
    {
        var stop = EndOfRun(at + 1);
        var afterWord = traits.HasFlag(TokenTraits.Glued) && tokens[count - 1].Has(TokenTraits.Letters | TokenTraits.Digits);
        return afterWord && stop - at is 2 or 3
            ? new(at, stop - at, FindShort(at + 1, stop), -1, traits)
            : new(at, 1, lexicon.Find(afterWord ? "'" : "\""), -1, traits);
    }

    /// <summary>"'ll", however its apostrophe is written.</summary>
    private Word? FindShort(int from, int to)
    {
        Span<char> word = stackalloc char[3];
        word[0] = '\'';
        text.AsSpan(from, to - from).CopyTo(word[1..]);
        return lexicon.Find(word[..(to - from + 1)]);
    }

    private int EndOfRun(int from)
    {
        while (from < end && char.IsLetterOrDigit(text[from]))
            from++;
        return from;
    }

    private static bool IsOrdinalSuffix(ReadOnlySpan<char> suffix) => suffix is "st" or "nd" or "rd" or "th";

    private static char Mark(char mark) => mark switch
    {
        '–' or '‑' or '‒' or '−' => '-',
        '(' => '[',
        ')' => ']',
        '“' or '”' or '„' or '«' or '»' or '‘' => '"',
        _ => mark,
    };
}
