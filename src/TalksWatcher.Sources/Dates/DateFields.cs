namespace TalksWatcher.Sources.Dates;

/// <summary>What was read of a date, before it is known to exist in the calendar.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal struct DateFields
{
    // A feed that says year 1 or 1899 gives its software's "no date".
    private const int FirstYear = 1900;
    private const int FarthestOffset = 14 * 60;

    public DateFields()
    {
    }

    public int Year { get; set; }

    public int Month { get; set; } = 1;

    public int Day { get; set; } = 1;

    public int Hour { get; set; }

    public int Minute { get; set; }

    public int Second { get; set; }

    /// <summary>Of a second.</summary>
    public double Fraction { get; set; }

    /// <summary>Minutes east of Greenwich. A time without a zone is read as UTC.</summary>
    public int Offset { get; set; }

    /// <summary>The moment in UTC; <c>null</c> where the calendar or the clock has no such moment.</summary>
    public readonly DateTimeOffset? Moment()
    {
        if (Year < FirstYear || Year > 9990 || Month is < 1 or > 12 || Day < 1 || Day > DateTime.DaysInMonth(Year, Month))
            return null;
        // 24:00 ends a day (ISO 8601), second 60 is a leap second.
        if (Hour > 24 || (Hour == 24 && (Minute > 0 || Second > 0)) || Minute > 59 || Second > 60 || Math.Abs(Offset) > FarthestOffset)
            return null;
        return new DateTimeOffset(Year, Month, Day, 0, 0, 0, TimeSpan.Zero)
            .AddHours(Hour).AddMinutes(Minute - Offset).AddSeconds(Second).AddMilliseconds(Math.Floor(Fraction * 1000));
    }
}
