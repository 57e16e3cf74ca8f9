using System.Globalization;
using TalksWatcher.Digests.Readers;

namespace TalksWatcher.Digests.Tests.Readers;

/// <summary>Kyiv: UTC+2, from 29 March 2026 03:00 to 25 October 2026 04:00 UTC+3.</summary>
public sealed class DigestScheduleTests
{
    [Theory]
    [InlineData("08:00", "2026-02-01T05:59Z", "2026-01-31T06:00Z")]
    [InlineData("08:00", "2026-02-01T06:00Z", "2026-02-01T06:00Z")]
    [InlineData("08:00", "2026-03-29T05:00Z", "2026-03-29T05:00Z")]
    [InlineData("03:30", "2026-03-29T12:00Z", "2026-03-29T01:30Z")]
    [InlineData("03:30", "2026-10-25T00:30Z", "2026-10-25T00:30Z")]
    [InlineData("03:30", "2026-10-25T01:30Z", "2026-10-25T00:30Z")]
    public void A_daily_reader_is_cut_off_at_the_last_slot(string at, string now, string expected) =>
        Assert.Equal(Utc(expected), DigestSchedule.CutOff(Reader(Pace.Daily, at), Utc(now)));

    [Theory]
    [InlineData("2026-02-02T05:59Z", "2026-01-26T06:00Z")]
    [InlineData("2026-02-02T06:00Z", "2026-02-02T06:00Z")]
    [InlineData("2026-04-05T20:00Z", "2026-03-30T05:00Z")]
    public void A_weekly_reader_is_cut_off_at_the_last_monday(string now, string expected) =>
        Assert.Equal(Utc(expected), DigestSchedule.CutOff(Reader(Pace.Weekly, "08:00"), Utc(now)));

    [Theory]
    [InlineData("2026-02-01T19:59Z", "2026-02-01T19:59Z")]
    [InlineData("2026-02-01T20:00Z", "2026-02-01T20:00Z")]
    [InlineData("2026-02-02T04:59Z", "2026-02-01T20:00Z")]
    [InlineData("2026-02-02T05:00Z", "2026-02-02T05:00Z")]
    public void News_in_quiet_hours_waits_for_their_end(string now, string expected)
    {
        var reader = Reader(Pace.AtOnce, "08:00") with { Quiet = new QuietHours(new(22, 0), new(7, 0)) };
        Assert.Equal(Utc(expected), DigestSchedule.CutOff(reader, Utc(now)));
    }

    [Theory]
    [InlineData("2026-02-01T06:00Z", true)]
    [InlineData("2026-02-01T06:01Z", false)]
    public void News_found_after_the_slot_waits_for_the_next(string found, bool due) =>
        Assert.Equal(due, DigestSchedule.IsDue(Reader(Pace.Daily, "08:00"), Utc(found), Utc("2026-02-01T13:00Z")));

    [Theory]
    [InlineData(Pace.Daily, "2026-03-28T06:00Z", "2026-03-29T05:00Z")]
    [InlineData(Pace.Weekly, "2026-03-23T06:00Z", "2026-03-30T05:00Z")]
    public void The_next_slot_keeps_its_local_time_through_a_change_of_clocks(Pace pace, string now, string expected) =>
        Assert.Equal(Utc(expected), DigestSchedule.NextSlot(Reader(pace, "08:00"), Utc(now)));

    [Fact]
    public void A_reader_who_hears_at_once_has_no_slot() =>
        Assert.Null(DigestSchedule.NextSlot(Reader(Pace.AtOnce, "08:00"), Utc("2026-02-01T06:00Z")));

    private static Subscriber Reader(Pace pace, string at) => new()
    {
        Address = "ann@x.example",
        Pace = pace,
        At = TimeOnly.Parse(at, CultureInfo.InvariantCulture),
        TimeZone = "Europe/Kyiv",
    };

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
