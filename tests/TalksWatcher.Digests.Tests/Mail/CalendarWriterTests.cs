using TalksWatcher.Digests.Mail;

namespace TalksWatcher.Digests.Tests.Mail;

public sealed class CalendarWriterTests
{
    private static readonly CalendarEvent Round = new(
        "ukraine.geneva@us.example", 7, new(2026, 2, 17), new(2026, 2, 18), "Talks (RU, UA; US)", "Geneva", CalendarStatus.Confirmed);

    [Fact]
    public void A_meeting_is_an_all_day_event_that_ends_on_the_day_after() => Assert.Equal(
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//TalksWatcher//Digest//EN
        METHOD:PUBLISH
        BEGIN:VEVENT
        UID:ukraine.geneva@us.example
        DTSTAMP:20260213T090000Z
        SEQUENCE:7
        DTSTART;VALUE=DATE:20260217
        DTEND;VALUE=DATE:20260219
        SUMMARY:Talks (RU\, UA\; US)
        LOCATION:Geneva
        STATUS:CONFIRMED
        TRANSP:TRANSPARENT
        END:VEVENT
        END:VCALENDAR

        """.ReplaceLineEndings("\r\n"),
        Write(Round));

    [Fact]
    public void Long_lines_are_folded_between_characters()
    {
        var file = Write(Round with { Location = new string('я', 100) });
        Assert.All(file.Split("\r\n"), line => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.Contains($"LOCATION:{new string('я', 100)}", file.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_end_in_a_name_starts_no_property() =>
        Assert.Contains("LOCATION:Geneva\\nATTENDEE:x\r\n", Write(Round with { Location = "Geneva\r\nATTENDEE:x" }), StringComparison.Ordinal);

    private static string Write(CalendarEvent meeting) => CalendarWriter.Write([meeting], new(2026, 2, 13, 9, 0, 0, TimeSpan.Zero));
}
