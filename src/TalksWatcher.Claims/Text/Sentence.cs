namespace TalksWatcher.Claims.Text;

/// <param name="Paragraph">1-based paragraph.</param>
/// <param name="Start">UTF-16 offset into the report's text.</param>
internal readonly record struct Sentence(int Paragraph, int Start, int Length, TokenList Tokens)
{
    public int End => Start + Length;

    /// <summary>Of more words the opening line is a standfirst, which tells the news.</summary>
    private const int MostOfLabel = 6;

    /// <summary>A line without an end mark and of few words: a headline or a label, no sentence.</summary>
    public bool IsHeading => Tokens.Length <= (Paragraph == 1 ? MostOfLabel : 18) && (Tokens.Length == 0 || Tokens[^1].Word is not ("." or "!" or "?" or "…" or ")" or ":"));

    /// <summary>First token that starts at or after an offset into the report's text; the count of tokens if there is none.</summary>
    public int TokenAt(int offset)
    {
        var index = 0;
        while (index < Tokens.Length && Tokens[index].End <= offset)
            index++;
        return index;
    }
}
