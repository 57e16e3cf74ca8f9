using System.Globalization;

namespace TalksWatcher.Digests.Rendering;

/// <summary>Days in English, as short as they are plain; the year only where it is not the digest's own.</summary>
internal static class DateWording
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    /// <summary>"17–18 Feb", "28 Feb – 2 Mar", "early March", "May", "from 17 Feb", "until 2 Mar 2027"; <c>null</c> where neither end is known.</summary>
    public static string? Span(DateOnly? from, DateOnly? to, int year) => (from, to) switch
    {
        (null, null) => null,
        ({ } start, null) => $"from {Day(start, year)}",
        (null, { } end) => $"until {Day(end, year)}",
        ({ } start, { } end) => Whole(start, end, year) ?? Range(start, end, year),
    };

    public static string Day(DateOnly day, int year) => day.ToString(day.Year == year ? "d MMM" : "d MMM yyyy", English);

    /// <summary>"Friday, 13 February 2026".</summary>
    public static string Long(DateTimeOffset at) => at.UtcDateTime.ToString("dddd, d MMMM yyyy", English);

    public static string Month(DateOnly day) => day.ToString("MMM", English);

    private static string Range(DateOnly start, DateOnly end, int year)
    {
        if (start == end)
            return Day(start, year);
        if (start.Year == end.Year && start.Month == end.Month)
            return $"{start.Day}–{Day(end, year)}";
        return start.Year == end.Year
            ? $"{start.ToString("d MMM", English)} – {Day(end, year)}"
            : $"{start.ToString("d MMM yyyy", English)} – {end.ToString("d MMM yyyy", English)}";
    }

    /// <summary>A year, a month, or a third of one, as the reader of reports resolved it.</summary>
    private static string? Whole(DateOnly start, DateOnly end, int year)
    {
        if (start.Year != end.Year)
            return null;
        if (start is { Day: 1, Month: 1 } && end is { Day: 31, Month: 12 })
            return start.Year.ToString(English);
        if (start.Month != end.Month)
            return null;
        var month = start.ToString(start.Year == year ? "MMMM" : "MMMM yyyy", English);
        var last = DateTime.DaysInMonth(end.Year, end.Month);
        return (start.Day, end.Day) switch
        {
            (1, var day) when day == last => month,
            (1, 10) => $"early {month}",
            (11, 20) => $"mid-{month}",
            (21, var day) when day == last => $"late {month}",
            _ => null,
        };
    }
}
