using System.Globalization;

namespace TalksWatcher.Ledger.Headlines;

/// <summary>Days in headlines: "17–18 Feb", "28 Feb – 2 Mar", "by 30 Jun", "Mar".</summary>
internal static class DayWords
{
    public static string Span(DateOnly? from, DateOnly? to) => (from, to) switch
    {
        (null, null) => "",
        ({ } start, null) => $"from {Day(start)}",
        (null, { } end) => $"by {Day(end)}",
        ({ } start, { } end) when start == end => Day(start),
        ({ } start, { } end) when IsMonth(start, end) => start.ToString("MMMM", CultureInfo.InvariantCulture),
        ({ } start, { } end) when start.Year == end.Year && start.Month == end.Month => $"{start.Day}–{Day(end)}",
        ({ } start, { } end) => $"{Day(start)} – {Day(end)}",
    };

    private static bool IsMonth(DateOnly start, DateOnly end) => start.Day == 1 && end == start.AddMonths(1).AddDays(-1);

    private static string Day(DateOnly day) => day.ToString("d MMM", CultureInfo.InvariantCulture);
}
