using System.Globalization;
using TalksWatcher.Digests.Rendering;

namespace TalksWatcher.Digests.Tests.Rendering;

public sealed class DateWordingTests
{
    [Theory]
    [InlineData(null, null, null)]
    [InlineData("2026-02-17", "2026-02-17", "17 Feb")]
    [InlineData("2026-02-17", "2026-02-18", "17–18 Feb")]
    [InlineData("2026-02-28", "2026-03-02", "28 Feb – 2 Mar")]
    [InlineData("2025-12-30", "2026-01-02", "30 Dec 2025 – 2 Jan 2026")]
    [InlineData("2025-02-17", "2025-02-18", "17–18 Feb 2025")]
    [InlineData("2026-02-17", null, "from 17 Feb")]
    [InlineData(null, "2027-02-17", "until 17 Feb 2027")]
    [InlineData("2026-05-01", "2026-05-31", "May")]
    [InlineData("2027-05-01", "2027-05-31", "May 2027")]
    [InlineData("2026-03-01", "2026-03-10", "early March")]
    [InlineData("2026-03-11", "2026-03-20", "mid-March")]
    [InlineData("2026-02-21", "2026-02-28", "late February")]
    [InlineData("2026-01-01", "2026-12-31", "2026")]
    public void A_span_of_days_is_said_as_a_person_would(string? from, string? to, string? expected) =>
        Assert.Equal(expected, DateWording.Span(Day(from), Day(to), 2026));

    [Fact]
    public void Dates_are_english_whatever_the_machine_speaks()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("ru-RU");
            Assert.Equal("Friday, 13 February 2026", DateWording.Long(Samples.BuiltAt));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
