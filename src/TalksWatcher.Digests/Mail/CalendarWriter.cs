using System.Globalization;
using System.Text;

namespace TalksWatcher.Digests.Mail;

/// <summary>An all-day meeting for a calendar.</summary>
/// <param name="Uid">Stable through changes of date and place, so that calendars move the entry.</param>
/// <param name="Revision">Grows with each change.</param>
/// <param name="To">Last day, inclusive.</param>
public sealed record CalendarEvent(
    string Uid, int Revision, DateOnly From, DateOnly To, string Summary, string? Location, CalendarStatus Status);

public enum CalendarStatus { Confirmed, Tentative, Cancelled }

/// <summary>iCalendar files (RFC 5545): lines of at most 75 octets, CRLF.</summary>
public static class CalendarWriter
{
    private const int LongestLine = 75;

    /// <param name="at">When the file is made.</param>
    public static string Write(IEnumerable<CalendarEvent> events, DateTimeOffset at)
    {
        var file = new StringBuilder();
        Line(file, "BEGIN:VCALENDAR");
        Line(file, "VERSION:2.0");
        Line(file, "PRODID:-//TalksWatcher//Digest//EN");
        Line(file, "METHOD:PUBLISH");
        foreach (var meeting in events)
            Write(file, meeting, at);
        Line(file, "END:VCALENDAR");
        return file.ToString();
    }

    private static void Write(StringBuilder file, CalendarEvent meeting, DateTimeOffset at)
    {
        Line(file, "BEGIN:VEVENT");
        Line(file, $"UID:{Escape(meeting.Uid)}");
        Line(file, $"DTSTAMP:{at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}");
        Line(file, $"SEQUENCE:{meeting.Revision.ToString(CultureInfo.InvariantCulture)}");
        Line(file, $"DTSTART;VALUE=DATE:{Day(meeting.From)}");
        Line(file, $"DTEND;VALUE=DATE:{Day(meeting.To.AddDays(1))}");
        Line(file, $"SUMMARY:{Escape(meeting.Summary)}");
        if (meeting.Location is not null)
            Line(file, $"LOCATION:{Escape(meeting.Location)}");
        Line(file, $"STATUS:{meeting.Status.ToString().ToUpperInvariant()}");
        Line(file, "TRANSP:TRANSPARENT");
        Line(file, "END:VEVENT");
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Escape(string text) => text.ReplaceLineEndings("\n")
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>Folds between characters, never inside one (§3.1).</summary>
    private static void Line(StringBuilder file, string content)
    {
        var octets = 0;
        foreach (var rune in content.EnumerateRunes().Where(rune => !Rune.IsControl(rune)))
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                file.Append("\r\n ");
                octets = 1;
            }

            file.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        file.Append("\r\n");
    }
}
