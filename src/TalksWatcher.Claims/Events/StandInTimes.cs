using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Text;

namespace TalksWatcher.Claims.Events;

/// <summary>The commonest time phrases, until the reader of times takes over.</summary>
internal static class StandInTimes
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    public static List<TimeSpot> Find(string text, Sentence sentence, DateOnly published)
    {
        var spots = new List<TimeSpot>();
        for (var at = 0; at < sentence.Tokens.Length; at++)
        {
            if (Read(sentence.Tokens, at, published) is not { } found)
                continue;
            var (count, from, to) = found;
            var start = sentence.Tokens[at].Start;
            spots.Add(new TimeSpot(at, count, from, to, text[start..sentence.Tokens[at + count - 1].End]));
            at += count - 1;
        }

        return spots;
    }

    private static (int, DateOnly, DateOnly)? Read(Token[] tokens, int at, DateOnly published)
    {
        var word = tokens[at].Word;
        string Next(int n) => at + n < tokens.Length ? tokens[at + n].Word : "";
        var monday = published.AddDays(-(((int)published.DayOfWeek + 6) % 7));
        if (Month(tokens, at) is { } month && Day(Next(1)) is { } day)
        {
            var year = Year(Next(2)) ?? (Next(2) == "," ? Year(Next(3)) : null);
            var date = Near(published, year, month, day);
            var last = Day(Next(2)) is { } end && end > day && Next(2) != "," ? Near(published, year, month, end) : date;
            return (last != date ? 3 : 2, date, last);
        }

        if (tokens[at].Shape == TokenShape.Number && Day(word) is { } d && at + 1 < tokens.Length && Month(tokens, at + 1) is { } m)
            return (2, Near(published, null, m, d), Near(published, null, m, d));
        if (tokens[at].IsCapitalised && Enum.TryParse<DayOfWeek>(word, true, out var weekday) && !char.IsDigit(word[0]))
        {
            var offset = ((int)published.DayOfWeek - (int)weekday + 7) % 7;
            return (1, published.AddDays(-offset), published.AddDays(-offset));
        }

        return (word, Next(1)) switch
        {
            ("today", _) => (1, published, published),
            ("tomorrow", _) => (1, published.AddDays(1), published.AddDays(1)),
            ("yesterday", _) => (1, published.AddDays(-1), published.AddDays(-1)),
            ("overnight", _) => (1, published, published),
            ("next", "week") => (2, monday.AddDays(7), monday.AddDays(13)),
            ("this", "week") => (2, monday, monday.AddDays(6)),
            ("last", "week") => (2, monday.AddDays(-7), monday.AddDays(-1)),
            ("last", "month") => (2, new DateOnly(published.Year, published.Month, 1).AddMonths(-1), new DateOnly(published.Year, published.Month, 1).AddDays(-1)),
            ("last", "year") => (2, new DateOnly(published.Year - 1, 1, 1), new DateOnly(published.Year - 1, 12, 31)),
            ("in" or "since", _) when Year(Next(1)) is { } y => (2, new DateOnly(y, 1, 1), new DateOnly(y, 12, 31)),
            _ => null,
        };
    }

    private static int? Month(Token[] tokens, int at)
    {
        if (!tokens[at].IsCapitalised || tokens[at].Word.Length < 3)
            return null;
        var index = Array.IndexOf(Months, tokens[at].Word[..3]);
        return index >= 0 && (tokens[at].Word.Length <= 4 || tokens[at].Word is "january" or "february" or "march" or "april" or "june" or "july" or "august" or "september" or "october" or "november" or "december") ? index + 1 : null;
    }

    private static int? Day(string word) =>
        int.TryParse(word, out var day) && day is > 0 and <= 31 ? day : null;

    private static int? Year(string word) =>
        int.TryParse(word, out var year) && year is > 1990 and < 2100 ? year : null;

    private static DateOnly Near(DateOnly published, int? year, int month, int day)
    {
        var y = year ?? published.Year;
        var date = new DateOnly(y, month, Math.Min(day, DateTime.DaysInMonth(y, month)));
        if (year is not null)
            return date;
        var gap = date.DayNumber - published.DayNumber;
        return gap > 183 ? date.AddYears(-1) : gap < -183 ? date.AddYears(1) : date;
    }
}
