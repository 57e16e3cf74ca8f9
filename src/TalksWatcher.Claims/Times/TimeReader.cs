namespace TalksWatcher.Claims.Times;

/// <summary>
/// Finds what an English newspaper writes about dates and reads it as days against the day of publication. The work
/// grows with the length of the text only.
/// </summary>
public sealed class TimeReader
{
    /// <param name="text">
    /// One sentence or paragraph of plain text; phrases such as "the following day" look back within it.
    /// </param>
    /// <param name="published">From 1900 to 2199; outside it nothing is read.</param>
    /// <returns>The date phrases in order; they do not overlap.</returns>
    public static IReadOnlyList<TimeMention> Read(string text, DateOnly published) => Read(text, published, out _);

    internal static IReadOnlyList<TimeMention> Read(string text, DateOnly published, out long looks)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var scanner = new TimeScanner(text, published);
        var mentions = new List<TimeMention>();
        scanner.Read(0, text.Length, mentions);
        looks = scanner.Looks;
        return mentions;
    }
}
