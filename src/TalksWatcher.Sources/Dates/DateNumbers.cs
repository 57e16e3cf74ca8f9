namespace TalksWatcher.Sources.Dates;

/// <summary>The bare numbers of a date, and which of them is the year, the month and the day.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal struct DateNumbers
{
    private (int Value, int Digits) first, second, third;
    private int count;
    private char separator;

    public DateNumbers()
    {
    }

    public int? Year { get; set; }

    public int? Month { get; set; }

    public int? Day { get; set; }

    /// <param name="value">The number.</param>
    /// <param name="digits">How many digits it was written with.</param>
    /// <param name="next">The character after it.</param>
    public bool Add(int value, int digits, char next)
    {
        if (count == 0)
            separator = next;
        switch (count++)
        {
            case 0: first = (value, digits); return true;
            case 1: second = (value, digits); return true;
            case 2: third = (value, digits); return true;
            default: return false;
        }
    }

    public readonly bool TryAssign(ref DateFields fields)
    {
        var date = count switch
        {
            _ when Year is { } year && Month is { } month => (year, month, Day ?? 1),
            1 when Month is { } month && first.Digits == 4 => (first.Value, month, 1),
            2 when Month is { } month => WithNamedMonth(month),
            3 when Month is null => AllNumbers(),
            _ => default,
        };
        (fields.Year, fields.Month, fields.Day) = date;
        return date != default;
    }

    private readonly (int Year, int Month, int Day) WithNamedMonth(int month)
    {
        var yearFirst = first.Digits >= 3 || (first.Value > 31 && second.Digits <= 2);
        var (year, day) = yearFirst ? (first, second) : (second, first);
        return day.Digits > 2 ? default : (FullYear(year), month, day.Value);
    }

    private readonly (int Year, int Month, int Day) AllNumbers()
    {
        if (first.Digits == 4)
            return (first.Value, second.Value, third.Value);
        if (first.Digits > 2 || second.Digits > 2 || (third.Digits != 4 && separator != '.'))
            return default;
        var year = FullYear(third);
        if (separator == '.' || first.Value > 12)
            return (year, second.Value, first.Value);
        // 03/04/2024 is two different days; we do not guess which.
        return second.Value > 12 || first.Value == second.Value ? (year, first.Value, second.Value) : default;
    }

    /// <summary>Two and three digits as RFC 5322 section 4.3 reads them.</summary>
    private static int FullYear((int Value, int Digits) year) => year.Digits switch
    {
        4 => year.Value,
        3 => 1900 + year.Value,
        _ => year.Value < 50 ? 2000 + year.Value : 1900 + year.Value,
    };
}
