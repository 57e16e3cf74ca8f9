using System.Collections;

namespace TalksWatcher.Claims.Text;

/// <summary>The tokens of a sentence, a part of a longer array.</summary>
internal readonly struct TokenList(ArraySegment<Token> tokens) : IEnumerable<Token>
{
    public int Length => tokens.Count;

    public Token this[int index] => tokens[index];

    public static implicit operator TokenList(Token[] tokens) => new(tokens);

    public static implicit operator ReadOnlySpan<Token>(TokenList tokens) => tokens.AsSpan();

    public ReadOnlySpan<Token> AsSpan() => tokens;

    public ArraySegment<Token>.Enumerator GetEnumerator() => tokens.GetEnumerator();

    IEnumerator<Token> IEnumerable<Token>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
