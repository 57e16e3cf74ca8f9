namespace TalksWatcher.Claims.Times;

/// <summary>Easter Sunday by both reckonings, as days of the Gregorian calendar.</summary>
internal static class Easter
{
    /// <summary>The anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8).</summary>
    public static DateOnly Western(int year)
    {
        var (golden, century, yearOfCentury) = (year % 19, year / 100, year % 100);
        var epact = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (yearOfCentury / 4)) - epact - (yearOfCentury % 4)) % 7;
        var correction = (golden + (11 * epact) + (22 * weekday)) / 451;
        return new DateOnly(year, 3, 1).AddDays(epact + weekday - (7 * correction) + 21);
    }

    /// <summary>Meeus's Julian computus, moved by the distance of the calendars (13 days from 1900 to 2099).</summary>
    public static DateOnly Orthodox(int year)
    {
        var full = ((19 * (year % 19)) + 15) % 30;
        var weekday = ((2 * (year % 4)) + (4 * (year % 7)) - full + 34) % 7;
        var fromMarch = full + weekday + 114;
        var julian = new DateOnly(year, fromMarch / 31, (fromMarch % 31) + 1);
        return julian.AddDays((year / 100) - (year / 400) - 2);
    }
}
