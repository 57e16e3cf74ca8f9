namespace TalksWatcher.Claims.Times;

/// <summary>The tokens of a part of a text. Indexes outside it are harmless.</summary>
internal sealed class TokenizedText(Lexicon lexicon, string text) : IDisposable
{
    private readonly Tokenizer tokenizer = new(lexicon, text);
    private ArraySegment<Token> tokens = [];

    /// <summary>Tokens looked at so far: the work done.</summary>
    public long Looks { get; private set; }

    public int Count => tokens.Count;

    public Token this[int index]
    {
        get
        {
            Looks++;
            return index >= 0 && index < tokens.Count ? tokens.Array![index] : default;
        }
    }

    /// <summary>Goes to a part of the text.</summary>
    public void Read(int from, int to) => tokens = tokenizer.Run(from, to);

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

    public void Dispose()
    {
        tokens = [];
        tokenizer.Dispose();
    }

    public ReadOnlySpan<char> Span(int index) => text.AsSpan(this[index].Start, this[index].Length);
}
