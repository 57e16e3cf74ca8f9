using System.Globalization;

namespace TalksWatcher.Sources.Dates;

/// <summary>
/// ISO 8601 and W3CDTF (https://www.w3.org/TR/NOTE-datetime) in all lengths: calendar, ordinal and week dates, extended
/// and basic, the time parted by <c>T</c> or blanks, and the same with slashes or dots.
/// </summary>
internal static class IsoDate
{
    public static bool TryRead(ReadOnlySpan<char> text, out DateFields fields)
    {
        var cursor = new DateCursor(text);
        fields = new DateFields();
        if (!TryDate(ref cursor, ref fields))
            return false;
        return cursor.AtEnd || (TryTime(ref cursor, ref fields) && cursor.AtEnd);
    }

    private static bool TryDate(ref DateCursor cursor, ref DateFields fields)
    {
        var run = cursor.Digits;
        if (run is not (4 or 7 or 8 or 12 or 14) || !cursor.TryDigits(4, out var year))
            return false;
        fields.Year = year;
        if (run > 4)
            return TryBasicDate(ref cursor, ref fields, run);
        var separator = cursor.Current;
        if (separator == 'w')
            return TryWeek(ref cursor, ref fields, separator);
        if (!cursor.SkipAnyOf("-/."))
            return true;
        if (cursor.Current == 'w')
            return TryWeek(ref cursor, ref fields, separator);
        return cursor.Digits == 3 && separator == '-'
            ? TryDayOfYear(ref cursor, ref fields)
            : TryMonthAndDay(ref cursor, ref fields, separator);
    }

    private static bool TryBasicDate(ref DateCursor cursor, ref DateFields fields, int run)
    {
        if (run == 7)
            return TryDayOfYear(ref cursor, ref fields);
        if (!cursor.TryDigits(2, out var month) || !cursor.TryDigits(2, out var day))
            return false;
        (fields.Month, fields.Day) = (month, day);
        return true;
    }

    private static bool TryMonthAndDay(ref DateCursor cursor, ref DateFields fields, char separator)
    {
        if (!cursor.TryNumber(out var month, out var digits) || digits > 2)
            return false;
        fields.Month = month;
        if (!cursor.Skip(separator))
            return true;
        if (!cursor.TryNumber(out var day, out digits) || digits > 2)
            return false;
        fields.Day = day;
        return true;
    }

    private static bool TryDayOfYear(ref DateCursor cursor, ref DateFields fields)
    {
        if (!cursor.TryDigits(3, out var day) || day == 0 || fields.Year is 0 or > 9990 || day > (DateTime.IsLeapYear(fields.Year) ? 366 : 365))
            return false;
        SetDay(ref fields, new DateTime(fields.Year, 1, 1).AddDays(day - 1));
        return true;
    }

    private static bool TryWeek(ref DateCursor cursor, ref DateFields fields, char separator)
    {
        cursor.Skip('w');
        if (fields.Year is 0 or > 9990 || !cursor.TryDigits(2, out var week) || week < 1 || week > ISOWeek.GetWeeksInYear(fields.Year))
            return false;
        if (separator == '-')
            cursor.Skip('-');
        if (!cursor.TryDigits(1, out var day))
            day = 1;
        if (day is < 1 or > 7)
            return false;
        SetDay(ref fields, ISOWeek.ToDateTime(fields.Year, week, (DayOfWeek)(day % 7)));
        return true;
    }

    private static void SetDay(ref DateFields fields, DateTime day) =>
        (fields.Year, fields.Month, fields.Day) = (day.Year, day.Month, day.Day);

    private static bool TryTime(ref DateCursor cursor, ref DateFields fields)
    {
        cursor.SkipAnyOf("t,:");
        cursor.SkipSpaces();
        if (cursor.Digits is 4 or 6)
            ReadBasicTime(ref cursor, ref fields);
        else if (!cursor.TryNumber(out var hour, out var digits) || digits > 2)
            return false;
        else
        {
            fields.Hour = hour;
            if (cursor.Current == ':' && !DateClock.TryMinutes(ref cursor, ref fields))
                return false;
        }
        cursor.SkipSpaces();
        return cursor.AtEnd || DateClock.TryZone(ref cursor, ref fields);
    }

    private static void ReadBasicTime(ref DateCursor cursor, ref DateFields fields)
    {
        cursor.TryDigits(2, out var hour);
        cursor.TryDigits(2, out var minute);
        cursor.TryDigits(2, out var second);
        (fields.Hour, fields.Minute, fields.Second) = (hour, minute, second);
        DateClock.ReadFraction(ref cursor, ref fields);
    }
}
