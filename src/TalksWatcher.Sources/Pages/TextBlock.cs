namespace TalksWatcher.Sources.Pages;

/// <summary>A run of text that a browser would set as one paragraph.</summary>
/// <param name="Text">Never empty; spaces folded; a newline where the page breaks the line.</param>
/// <param name="Element">The innermost element around all of it that is set as a block.</param>
/// <param name="LinkLength">Characters of it that are link text.</param>
internal sealed record TextBlock(string Text, PageElement Element, int LinkLength)
{
    public double LinkDensity => (double)LinkLength / Text.Length;

    /// <summary>Whether all of it is a link, but for marks around it.</summary>
    public bool IsLink => LinkDensity > 0.9;

    public bool IsHeading => HtmlTags.IsHeading(Element.Name);

    public bool EndsSentence => IsSentenceEnd(Text[^1]);

    public static bool IsSentenceEnd(char mark) => ".!?:…”\"»。！？".Contains(mark, StringComparison.Ordinal);
}
