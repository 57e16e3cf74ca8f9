using AngleSharp.Dom;
using TalksWatcher.Sources.Dates;

namespace TalksWatcher.Sources.Pages;

/// <summary>The date a page shows its readers, where it states none for machines.</summary>
internal static class ShownDate
{
    private const int LongestDate = 60;
    private const int MostCandidates = 50;

    /// <returns><c>null</c> also where several days are shown: one of them belongs to another article.</returns>
    public static DateTimeOffset? In(IParentNode document)
    {
        var days = document.QuerySelectorAll("time, [class*=date i], [class*=time i], [class*=publish i]")
            .Take(MostCandidates)
            .Select(element => PlainText.Of(element.TextContent))
            .Where(text => text is { Length: <= LongestDate })
            .Select(SourceDate.Read).OfType<DateTimeOffset>().Distinct().Take(2).ToList();
        return days is [var only] ? only : null;
    }
}
