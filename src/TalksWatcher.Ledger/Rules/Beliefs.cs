using TalksWatcher.Claims;

namespace TalksWatcher.Ledger.Rules;

/// <summary>Questions to a belief or to the beliefs of a subject.</summary>
internal static class Beliefs
{
    /// <summary>What was told as news or was known from the baseline; what was only recalled does not count.</summary>
    public static IReadOnlyList<Belief> Told(this Subject subject) => [.. subject.Beliefs.Where(b => !b.Recalled)];

    public static Subject With(this Subject subject, Belief belief, Belief changed) => subject with
    {
        Beliefs = subject.Beliefs.Select(b => ReferenceEquals(b, belief) ? changed : b).ToValueList(),
    };

    public static IEnumerable<Belief> Before(this IEnumerable<Belief> beliefs, Case @case) =>
        beliefs.Where(b => b.Support[0].Document != @case.Document);

    public static Belief? Latest(this IEnumerable<Belief> beliefs) =>
        beliefs.Aggregate((Belief?)null, (latest, b) => latest is null || b.Since >= latest.Since ? b : latest);

    public static bool Is(this Belief belief, ClaimStatus status, Certainty certainty) =>
        belief.Claim.Status == status && belief.Claim.Certainty == certainty;

    /// <summary>Names a place, a day or a person.</summary>
    public static bool IsSpecific(this Claim claim) =>
        claim.Place is not null || claim.From is not null || claim.To is not null || claim.Person is not null;

    public static bool Denies(this Claim claim) => claim.Certainty == Certainty.Denied;

    /// <summary>Neither a denial nor a refusal.</summary>
    public static bool Affirms(this Claim claim) => !claim.Denies() && claim.Status != ClaimStatus.Rejected;

    /// <summary>Proposed or planned, be it only possibly.</summary>
    public static bool Offers(this Claim claim) =>
        claim is { Status: ClaimStatus.Proposed or ClaimStatus.Planned, Certainty: not Certainty.Denied };

    /// <summary>Whether one claim is asserted at least as surely as the other; a denial is sure of something else.</summary>
    public static bool AtLeastAsSureAs(this Claim claim, Claim other) =>
        claim.Denies() == other.Denies() && (claim.Certainty != Certainty.Possible || other.Certainty == Certainty.Possible);

    /// <summary>How far a meeting has come: proposed, planned, under way, concluded; 0 for other statuses.</summary>
    public static int Stage(this Claim claim) => claim.Status switch
    {
        ClaimStatus.Proposed => 1,
        ClaimStatus.Planned => 2,
        ClaimStatus.UnderWay => 3,
        ClaimStatus.Concluded => 4,
        _ => 0,
    };

    public static Span? Days(this Belief belief) => Span.Of(belief.Claim);

    /// <summary>The day of a strike; of one without, that of the report.</summary>
    public static DateOnly StruckOn(this Belief strike) =>
        strike.Claim.From ?? strike.Claim.To ?? DateOnly.FromDateTime(strike.Since.UtcDateTime);

    /// <summary>The day a concluded meeting is known to have ended.</summary>
    public static DateOnly End(this Belief belief) => belief.Days()?.Last ?? DateOnly.FromDateTime(belief.Since.UtcDateTime);

    public static bool QuietFor(this Subject subject, int days, Case @case) => @case.At - subject.LastNews > TimeSpan.FromDays(days);
}
