using TalksWatcher.Claims;
using TalksWatcher.Ledger.Rules;

namespace TalksWatcher.Ledger.Folding;

/// <summary>
/// Strikes on energy: they raise nothing by themselves. One during a truce, by who is bound by it, is evidence for the other
/// side's charge that it was violated: whoever tells of the strike is a voice behind the charge.
/// </summary>
internal sealed class Strikes(FoldContext context, TrackDraft draft)
{
    /// <summary>Days a report may be off about the day of a strike.</summary>
    private const int Slack = 1;

    public void Note(Claim claim)
    {
        var subject = draft.Subjects.LastOrDefault(s => s.Kind == ClaimKind.EnergyStrike) ?? draft.Opened(claim);
        var strike = draft.NewBelief(claim) with { Recalled = claim.Background };
        if (subject.Beliefs.All(b => b.Key != strike.Key))
            draft.Put(subject with { Beliefs = [.. subject.Beliefs, strike] });
        var broken = draft.Subjects.LastOrDefault(s => TruceRules.IsBrokenBy(s, strike));
        foreach (var charge in broken?.Told().Where(charge => IsEvidence(strike, charge.Claim)) ?? [])
            draft.Put(broken = broken!.With(charge, draft.Evidenced(charge, strike)));
        draft.Enter(claim, broken ?? subject, null, BeliefEffect.Supported, Verdict.Noted, broken is null
            ? "a strike raises nothing by itself"
            : "a strike during the truce: evidence that it is violated, but it raises nothing by itself");
    }

    /// <summary>The charge with the voices that told of strikes on these days.</summary>
    public Belief Evidenced(Belief charge, Subject truce) => draft.Subjects
        .Where(s => s.Kind == ClaimKind.EnergyStrike).SelectMany(s => s.Beliefs)
        .Where(strike => TruceRules.IsBrokenBy(truce, strike) && IsEvidence(strike, charge.Claim))
        .Aggregate(charge, draft.Evidenced);

    private bool IsEvidence(Belief strike, Claim charge)
    {
        if (charge is not { Status: ClaimStatus.Violated, Certainty: not Certainty.Denied } || context.Names.Sides(charge).Contains(strike.Claim.By))
            return false;
        var day = strike.StruckOn();
        return Span.Of(charge) is not { } days || days.Overlaps(new Span(day, day), Slack);
    }
}
