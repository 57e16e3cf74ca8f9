using TalksWatcher.Claims;

namespace TalksWatcher.Ledger.Rules;

/// <summary>Days that a claim speaks of, both ends inclusive; an open end is <c>null</c>.</summary>
internal sealed record Span(DateOnly? From, DateOnly? To)
{
    /// <summary>
    /// A meeting's "by 30 June" starts on the day of the report and "from 5 May" is that day; a truce's term stays open.
    /// </summary>
    public static Span? Of(Claim claim, DateOnly told)
    {
        if (claim.From is null && claim.To is null)
            return null;
        if (claim.Kind != ClaimKind.Meeting)
            return new Span(claim.From, claim.To);
        var to = claim.To ?? claim.From!.Value;
        return new Span(claim.From ?? (told < to ? told : to), to);
    }

    /// <summary>Number of days, or a very large one where an end is open.</summary>
    public int Days => Last.DayNumber - First.DayNumber + 1;

    public DateOnly Last => To ?? DateOnly.MaxValue;

    private DateOnly First => From ?? DateOnly.MinValue;

    public bool Overlaps(Span other, int slackDays = 0) =>
        First.DayNumber <= (long)other.Last.DayNumber + slackDays && other.First.DayNumber <= (long)Last.DayNumber + slackDays;

    public bool Within(Span other) => First >= other.First && Last <= other.Last;
}
