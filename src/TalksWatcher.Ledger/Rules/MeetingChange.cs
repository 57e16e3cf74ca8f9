using TalksWatcher.Claims;

namespace TalksWatcher.Ledger.Rules;

/// <summary>What kind of change a news claim is to its round, and which belief it changes.</summary>
internal sealed class MeetingChange(NameBook names)
{
    public (Change Change, Belief? Was) Of(Case @case, IReadOnlyList<Belief> told, Moved moved)
    {
        var prior = told.Before(@case).ToArray();
        var claim = @case.Claim;
        if (!claim.Affirms())
            return (Target(claim, prior) ?? Target(claim, told)) is { } target ? (Change.Disputed, target) : (Change.New, null);
        if (Confirms(@case, prior) is { } rumour)
            return (Change.Confirmed, rumour);
        var affirmed = prior.Where(b => b.Claim.Affirms()).ToArray();
        if (affirmed.Length == 0)
            return (Change.New, null);
        return claim.Status switch
        {
            ClaimStatus.Concluded or ClaimStatus.Cancelled when claim.Certainty == Certainty.Stated =>
                (Change.Ended, Held(claim, affirmed)),
            ClaimStatus.Concluded or ClaimStatus.UnderWay => (Change.Changed, Held(claim, affirmed)),
            ClaimStatus.Proposed when IsRival(claim, affirmed, moved) => (Change.New, null),
            ClaimStatus.Proposed or ClaimStatus.Planned => (Change.Changed, Slot(claim, affirmed, moved)),
            _ => (Change.Changed, affirmed.Where(b => b.Claim.Stage() > 0).Latest() ?? affirmed.Latest()),
        };
    }

    /// <summary>What a denial or refusal is about: the same place first, else the latest plan.</summary>
    private Belief? Target(Claim claim, IEnumerable<Belief> told)
    {
        var targets = told.Where(b => b.Claim.Affirms() && (b.Claim.Offers() || b.Claim.Status == claim.Status)).ToArray();
        var ofStatus = targets.Where(b => b.Claim.Status == claim.Status).Latest() ?? targets.Latest();
        if (claim.Place is not { } place)
            return ofStatus;
        var there = targets.Where(b => b.Claim.Place is { } known && names.Related(known, place)).Latest();
        return there ?? (claim.Status == ClaimStatus.Rejected ? null : ofStatus);
    }

    /// <summary>The rumour that is now stated, unless what is stated was stated before.</summary>
    private Belief? Confirms(Case @case, Belief[] prior)
    {
        var claim = @case.Claim;
        if (claim.Certainty != Certainty.Stated || claim.Stage() > 2)
            return null;
        if (claim.Stage() == 0)
        {
            var same = prior.Where(b => b.Claim.Status == claim.Status && b.Claim.Affirms()).ToArray();
            return same.All(b => b.Claim.Certainty == Certainty.Possible) ? same.Latest() : null;
        }
        if (prior.Any(b => b.Claim.Certainty == Certainty.Stated && b.Claim.Stage() >= claim.Stage() && Says(b, @case)))
            return null;
        return prior.Where(b => b.Claim.Certainty == Certainty.Possible && b.Claim.Offers() && b.Claim.Stage() <= claim.Stage()
            && Says(b, @case)).OrderBy(b => b.Claim.Stage()).Latest();
    }

    /// <summary>Has the place and the days that the claim has.</summary>
    private bool Says(Belief b, Case @case) =>
        (@case.Claim.Place is not { } place || (b.Claim.Place is { } known && names.Related(known, place)))
        && (@case.Span is not { } span || (b.Days() is { } days && days.Overlaps(span)));

    /// <summary>The round as it was last seen: as far on as possible, at the same place if it can be.</summary>
    private Belief Held(Claim claim, Belief[] affirmed) => affirmed
        .OrderBy(b => b.Claim.Stage())
        .ThenBy(b => claim.Place is { } place && b.Claim.Place is { } known && names.Related(known, place))
        .ThenBy(b => b.Since).Last();

    /// <summary>A further venue beside those already on the table; a venue for a plan without one is no rival.</summary>
    private static bool IsRival(Claim claim, Belief[] affirmed, Moved moved) => moved.HasFlag(Moved.Place)
        && (affirmed.Any(b => b.Claim.Place is not null && b.Claim.Place != claim.Place)
            || affirmed.All(b => b.Claim.Status == ClaimStatus.Proposed));

    /// <summary>What held the slot that moved: of places the same one first, now planned instead of proposed.</summary>
    private Belief? Slot(Claim claim, Belief[] affirmed, Moved moved) =>
        (moved.HasFlag(Moved.Place) ? affirmed.Where(b => b.Claim.Place is { } known && names.Related(known, claim.Place!)).Latest() : null)
        ?? (moved.HasFlag(Moved.Place) ? affirmed.Where(b => b.Claim.Place is not null).Latest() : null)
        ?? (moved.HasFlag(Moved.Dates) ? affirmed.Where(b => b.Claim.From is not null || b.Claim.To is not null).Latest() : null)
        ?? affirmed.Latest();
}
