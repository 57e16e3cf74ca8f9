using TalksWatcher.Claims;

namespace TalksWatcher.Ledger.Rules;

/// <summary>Days that a claim speaks of, both ends inclusive; an open end is <c>null</c>.</summary>
internal sealed record Span(DateOnly? From, DateOnly? To)
{
    /// <summary>A meeting "from 5 May" is that day; "by 30 June", and a truce's term, stay open.</summary>
    public static Span? Of(Claim claim) => claim switch
    {
        { From: null, To: null } => null,
        { Kind: ClaimKind.Meeting } => new Span(claim.From, claim.To ?? claim.From),
        _ => new Span(claim.From, claim.To),
    };

    /// <summary>Number of days; a very large one where an end is open.</summary>
    public int Days => Last.DayNumber - First.DayNumber + 1;

    public DateOnly Last => To ?? DateOnly.MaxValue;

    private DateOnly First => From ?? DateOnly.MinValue;

    public bool Overlaps(Span other, int slackDays = 0) =>
        First.DayNumber <= other.Last.DayNumber + slackDays && other.First.DayNumber <= Last.DayNumber + slackDays;

    public bool Within(Span other) => First >= other.First && Last <= other.Last;
}
