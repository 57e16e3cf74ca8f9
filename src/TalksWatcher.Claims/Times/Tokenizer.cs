using System.Buffers;
using System.Globalization;

namespace TalksWatcher.Claims.Times;

/// <summary>Cuts a text into tokens in one pass; each character is looked at a bounded number of times.</summary>
internal sealed class Tokenizer(Lexicon lexicon, string text)
{
    private Token[] tokens = ArrayPool<Token>.Shared.Rent((text.Length / 4) + 16);
    private int count;
    private int at;

    /// <summary>The tokens; their array goes back to the pool with them.</summary>
    public TokenizedText Run()
    {
        var glued = false;
        while (at < text.Length)
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
        return new(text, tokens, count);
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
        var larger = ArrayPool<Token>.Shared.Rent(2 * tokens.Length);
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
        var end = EndOfRun(at);
        var word = lexicon.Find(text.AsSpan(at, end - at));
        traits |= TokenTraits.Letters | (char.IsUpper(text[at]) ? TokenTraits.Capital : TokenTraits.None);
        var isShort = word is { Class: WordClass.ShortMonth or WordClass.ShortWeekday };
        var dotted = isShort && end < text.Length && text[end] == '.';
        return dotted
            ? new(at, end + 1 - at, word, -1, traits | TokenTraits.Dotted)
            : new(at, end - at, word, -1, traits);
    }

    private Token Number(TokenTraits traits)
    {
        var digits = at;
        while (digits < text.Length && char.IsAsciiDigit(text[digits]))
            digits++;
        var end = EndOfRun(digits);
        var suffix = text.AsSpan(digits, end - digits);
        if (suffix.Length > 0 && !IsOrdinalSuffix(suffix))
            return new(at, end - at, null, -1, traits | TokenTraits.Letters | TokenTraits.Digits);
        var value = digits - at <= 4 ? int.Parse(text.AsSpan(at, digits - at), CultureInfo.InvariantCulture) : -1;
        var ordinal = suffix.Length > 0 ? TokenTraits.Ordinal : TokenTraits.None;
        return new(at, end - at, null, value, traits | TokenTraits.Digits | ordinal);
    }

    /// <summary>"'s" and "'ll" after a word are tokens of their own; any other apostrophe is a quotation mark.</summary>
    private Token Apostrophe(TokenTraits traits)
    {
        var end = EndOfRun(at + 1);
        var afterWord = traits.HasFlag(TokenTraits.Glued) && tokens[count - 1].Has(TokenTraits.Letters | TokenTraits.Digits);
        return afterWord && end - at is 2 or 3
            ? new(at, end - at, lexicon.Find($"'{text.AsSpan(at + 1, end - at - 1)}"), -1, traits)
            : new(at, 1, lexicon.Find(afterWord ? "'" : "\""), -1, traits);
    }

    private int EndOfRun(int from)
    {
        while (from < text.Length && char.IsLetterOrDigit(text[from]))
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
