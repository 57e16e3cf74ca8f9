namespace TalksWatcher.Sources.Pages;

/// <summary>A run of text that a browser would set as one paragraph.</summary>
/// <param name="Text">Spaces folded; a newline where the page breaks the line.</param>
/// <param name="Element">The innermost element around all of it that is set as a block.</param>
/// <param name="LinkLength">Characters of it that are link text.</param>
internal sealed record TextBlock(string Text, PageElement Element, int LinkLength)
{
    public double LinkDensity => Text.Length == 0 ? 0 : (double)LinkLength / Text.Length;
}
