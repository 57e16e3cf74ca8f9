using System.Globalization;
using TalksWatcher.Claims.Times;
using Calendar = TalksWatcher.Claims.Times.Calendar;

namespace TalksWatcher.Claims.Tests.Times;

public sealed class NearestYearTests
{
    [Theory]
    [InlineData("2026-02-04", TimeDirection.Past, 3, 1, "2026-03-01")]
    [InlineData("2026-02-04", TimeDirection.Past, 4, 1, "2025-04-01")]
    [InlineData("2026-02-04", TimeDirection.Future, 1, 10, "2026-01-10")]
    [InlineData("2026-02-04", TimeDirection.Future, 1, 1, "2027-01-01")]
    [InlineData("2026-02-04", TimeDirection.Present, 11, 1, "2025-11-01")]
    [InlineData("2026-02-04", TimeDirection.Present, 9, 1, "2026-09-01")]
    [InlineData("2026-02-04", TimeDirection.Unknown, 9, 1, "2025-09-01")]
    [InlineData("2026-12-31", TimeDirection.Either, 1, 2, "2027-01-02")]
    public void A_day_is_the_nearest_on_the_side_that_the_verb_points_to_unless_another_is_near(string reference, TimeDirection direction, int month, int day, string nearest) =>
        Assert.Equal(nearest, Nearest(reference, direction, month, day));

    [Theory]
    [InlineData("2025-12-31", TimeDirection.Unknown, "2024-02-29")]
    [InlineData("2026-12-31", TimeDirection.Unknown, "2028-02-29")]
    [InlineData("2026-01-01", TimeDirection.Future, "2028-02-29")]
    [InlineData("2028-01-01", TimeDirection.Past, "2024-02-29")]
    [InlineData("2028-02-28", TimeDirection.Past, "2028-02-29")]
    public void The_29th_of_February_is_sought_over_four_years(string reference, TimeDirection direction, string nearest) =>
        Assert.Equal(nearest, Nearest(reference, direction, 2, 29));

    private static string? Nearest(string reference, TimeDirection direction, int month, int day) =>
        Calendar.NearestYear(DateOnly.ParseExact(reference, "yyyy-MM-dd", CultureInfo.InvariantCulture), direction, (month, day), static (date, year) =>
            Calendar.Date(year, date.month, date.day) is { } found ? TimeValue.Day(found) : null)?.From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
