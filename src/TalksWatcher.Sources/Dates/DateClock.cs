namespace TalksWatcher.Sources.Dates;

/// <summary>The parts that all date forms share: time of day and zone.</summary>
internal static class DateClock
{
    /// <summary>Reads what follows an hour: <c>:MM[:SS[.f]]</c>; the hour is already in <paramref name="fields"/>.</summary>
    public static bool TryMinutes(ref DateCursor cursor, ref DateFields fields)
    {
        if (!cursor.Skip(':') || !cursor.TryDigits(2, out var minute))
            return false;
        fields.Minute = minute;
        var before = cursor.Position;
        if (cursor.Skip(':') && cursor.TryDigits(Math.Min(2, Math.Max(1, cursor.Digits)), out var second))
            fields.Second = second;
        else
            cursor.Position = before;
        ReadFraction(ref cursor, ref fields);
        return true;
    }

    public static void ReadFraction(ref DateCursor cursor, ref DateFields fields)
    {
        var before = cursor.Position;
        if (!cursor.SkipAnyOf(".,") || !cursor.AtDigit)
        {
            cursor.Position = before;
            return;
        }
        for (var scale = 0.1; cursor.TryDigits(1, out var digit); scale /= 10)
            fields.Fraction += digit * scale;
    }

    /// <summary>Reads <c>+HH</c>, <c>+HHMM</c>, <c>+HH:MM</c>, a name, or a name with an offset ("GMT+3").</summary>
    public static bool TryZone(ref DateCursor cursor, ref DateFields fields)
    {
        var before = cursor.Position;
        if (cursor.AtLetter)
        {
            if (!ZoneNames.TryFind(cursor.ReadWord(), out var minutes))
            {
                cursor.Position = before;
                return false;
            }
            fields.Offset = minutes;
            TryOffset(ref cursor, ref fields);
            return true;
        }
        return TryOffset(ref cursor, ref fields);
    }

    public static bool TryOffset(ref DateCursor cursor, ref DateFields fields)
    {
        var before = cursor.Position;
        var sign = cursor.Skip('+') ? 1 : cursor.Skip('-') ? -1 : 0;
        if (sign == 0 || !cursor.TryNumber(out var value, out var digits) || digits > 4)
        {
            cursor.Position = before;
            return false;
        }
        var (hours, minutes) = digits <= 2 ? (value, 0) : (value / 100, value % 100);
        if (digits <= 2 && cursor.Skip(':'))
            cursor.TryDigits(2, out minutes);
        fields.Offset = minutes > 59 ? int.MaxValue : sign * ((hours * 60) + minutes);
        return true;
    }
}
