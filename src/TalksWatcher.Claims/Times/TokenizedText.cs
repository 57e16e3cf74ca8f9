using System.Buffers;

namespace TalksWatcher.Claims.Times;

/// <summary>The tokens of one text. Indexes outside it are harmless.</summary>
internal sealed class TokenizedText(string text, Token[] pooled, int count) : IDisposable
{
    /// <summary>Tokens looked at so far: the work done, for the proof that it grows with the text's length only.</summary>
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

    public bool IsGlued(int index) => this[index].Has(TokenTraits.Glued);

    public void Dispose() => ArrayPool<Token>.Shared.Return(pooled, clearArray: true);

    public ReadOnlySpan<char> Span(int index) => text.AsSpan(this[index].Start, this[index].Length);
}
