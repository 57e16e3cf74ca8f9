using System.Globalization;

namespace TalksWatcher.Sources.Dates;

/// <summary>
/// Reads the dates that feeds and pages write: ISO 8601 and W3CDTF in all lengths, RFC 822 and its abuses, ctime, Unix
/// seconds or milliseconds, and prose with month names of thirteen languages.
/// </summary>
public static class SourceDate
{
    private const int LongestDate = 120;

    /// <returns>The moment in UTC; <c>null</c> where the text is absent, ambiguous, unreadable or no day of the calendar.
    /// A date without a time is its midnight; a time without a zone is read as UTC.</returns>
    public static DateTimeOffset? Read(string? text)
    {
        if (text is null || text.Length > LongestDate || string.IsNullOrWhiteSpace(text))
            return null;
        var folded = DateText.Fold(text);
        if (IsUnixTime(folded, out var moment))
            return moment;
        if (IsoDate.TryRead(folded, out var fields) || WordedDate.TryRead(folded, out fields))
            return fields.Moment();
        return null;
    }

    public static bool TryRead(string? text, out DateTimeOffset moment)
    {
        var read = Read(text);
        moment = read.GetValueOrDefault();
        return read is not null;
    }

    private static bool IsUnixTime(string text, out DateTimeOffset moment)
    {
        moment = default;
        if (text.Length is not (10 or 13) || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return false;
        moment = text.Length == 10 ? DateTimeOffset.FromUnixTimeSeconds(number) : DateTimeOffset.FromUnixTimeMilliseconds(number);
        return true;
    }
}
