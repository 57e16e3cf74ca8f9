using System.Buffers;

namespace TalksWatcher.Claims.Times;

/// <summary>The tokens of one text. Indexes outside it are harmless.</summary>
internal sealed class TokenizedText(string text, Token[] pooled, int count) : IDisposable
{
    /// <summary>Tokens looked at so far: the work done.</summary>
    public long Looks { get; private set; }

    public int Count => count;

    public Token this[int index]
    {
        get
        {
            Looks++;
            return index >= 0 && index < count ? pooled[index] : default;
        }
    }

    public Word? WordAt(int index) => this[index].Word;

    public bool Is(int index, params ReadOnlySpan<string> words)
    {
        var token = this[index];
        if (token.Word is { } known)
            return words.Contains(known.Text);
        foreach (var word in words)
        {
            if (token.Length == word.Length && Span(index).Equals(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    /// <summary>Whether one of the words stands in the same clause before the token, at most so many tokens off.</summary>
    public bool HasBefore(int at, int reach, params ReadOnlySpan<string> words)
    {
        for (var i = at - 1; i >= at - reach && !Clause.IsHardStop(this, i); i--)
        {
            if (Is(i, words))
                return true;
        }
        return false;
    }

    public bool IsGlued(int index) => this[index].Has(TokenTraits.Glued);

    public void Dispose() => ArrayPool<Token>.Shared.Return(pooled, clearArray: true);

    public ReadOnlySpan<char> Span(int index) => text.AsSpan(this[index].Start, this[index].Length);
}
