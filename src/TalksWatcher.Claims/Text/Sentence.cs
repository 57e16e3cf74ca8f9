namespace TalksWatcher.Claims.Text;

/// <param name="Paragraph">1-based paragraph.</param>
/// <param name="Start">UTF-16 offset into the report's text.</param>
internal sealed record Sentence(int Paragraph, int Start, int Length, Token[] Tokens)
{
    public int End => Start + Length;

    /// <summary>First token that starts at or after an offset into the report's text; the count of tokens if there is none.</summary>
    public int TokenAt(int offset)
    {
        var index = 0;
        while (index < Tokens.Length && Tokens[index].End <= offset)
            index++;
        return index;
    }
}
