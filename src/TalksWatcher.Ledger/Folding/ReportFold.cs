using TalksWatcher.Claims;
using TalksWatcher.Ledger.Rules;

namespace TalksWatcher.Ledger.Folding;

/// <summary>Folds one report into one track: each claim is weighed against what is believed, and gets one entry.</summary>
internal sealed class ReportFold
{
    private readonly FoldContext context;
    private readonly TrackState state;
    private readonly Observation report;
    private readonly ITrackRules rules;
    private readonly TrackDraft draft;
    private readonly Strikes strikes;

    public ReportFold(FoldContext context, TrackState state, Observation report)
    {
        (this.context, this.state, this.report) = (context, state, report);
        rules = context.RulesOf(state.Track);
        draft = new TrackDraft(context, state, report, context.Origins.Of(report, state.Recent));
        strikes = new Strikes(context, draft);
    }

    private Origin Origin => draft.Origin;

    /// <param name="rejected">Decisions of operators that took claims of this report back, by key of the claim.</param>
    public TrackStep Run(IReadOnlyDictionary<string, Decision>? rejected = null)
    {
        foreach (var claim in InTurn())
        {
            if (rejected is not null && rejected.TryGetValue(ClaimKey.Of(claim), out var decision))
                draft.Enter(claim, null, null, BeliefEffect.None, Verdict.Rejected, $"rejected by {decision.Who}: {decision.Why}");
            else
                Fold(claim);
        }
        return draft.Closed();
    }

    /// <summary>What says most comes first, so that a vaguer sentence of the same report finds it known.</summary>
    private IEnumerable<Claim> InTurn() => report.Claims
        .Where(claim => TrackKey.Of(claim, context.Names.Mediators) == state.Track)
        .DistinctBy(claim => (ClaimKey.Of(claim), string.Join('|', claim.Says), claim.Background))
        .OrderBy(c => c.Background).ThenBy(rules.Turn).ThenBy(c => c.Certainty)
        .ThenByDescending(Precision).ThenBy(ClaimKey.Of, StringComparer.Ordinal);

    private static int Precision(Claim claim) =>
        (claim.Place is null ? 0 : 1) + (claim.From is null && claim.To is null ? 0 : 1) + (claim.Outcome is null ? 0 : 1);

    private void Fold(Claim claim)
    {
        if (IsIncomplete(claim))
            draft.Enter(claim, null, null, BeliefEffect.None, Verdict.Noted, "incomplete: says too little to be believed");
        else if (claim.Kind == ClaimKind.EnergyStrike)
            strikes.Note(claim);
        else if (claim.Role == DelegationRole.Member)
            Note(claim);
        else if (claim.Background)
            Recall(claim);
        else if (LeftFor(claim) is { } other)
            draft.Enter(claim, null, null, BeliefEffect.None, Verdict.Noted, $"the place that is left in a move to {other.Place}");
        else
            Judge(claim);
    }

    /// <summary>"Moved from Abu Dhabi to Istanbul" calls the one slot off and plans the other: the move is the news, told once.</summary>
    private Claim? LeftFor(Claim claim) => claim is not { Kind: ClaimKind.Meeting, Status: ClaimStatus.Cancelled, Place: not null } ? null
        : report.Claims.FirstOrDefault(other => other is { Kind: ClaimKind.Meeting, Status: ClaimStatus.Planned, Certainty: Certainty.Stated, Background: false, Place: not null }
            && other.Place != claim.Place && other.Level == claim.Level && other.Parties.Equals(claim.Parties));

    private static bool IsIncomplete(Claim claim) => claim.Kind switch
    {
        ClaimKind.Delegation => string.IsNullOrWhiteSpace(claim.Person) || claim.Role is null,
        ClaimKind.Meeting or ClaimKind.EnergyTruce => claim.Status is null || claim.Certainty is null,
        _ => false,
    };

    private void Judge(Claim claim)
    {
        var @case = new Case(claim, report.Document, report.Published);
        var found = rules.Choose(@case, draft.Subjects);
        var retold = Retold(claim);
        if (retold is var (round, belief) && round.Id != found?.Id)
        {
            Support(round, belief, claim, Verdict.Echo, $"a retelling: the same was said days before, of {round.Id}");
            return;
        }

        var subject = found ?? draft.Opened(claim);
        var judgement = rules.Judge(@case, subject);
        if (judgement.Known is { } known)
            Support(subject, known, claim, Origin.IsEcho ? Verdict.Echo : Verdict.Known,
                Origin.IsEcho ? $"an echo of {Origin.Copied}" : "already known");
        else if (judgement.Moot is { } why)
            Believe(claim, subject, NewBelief(claim, subject), Verdict.Noted, why, judgement);
        else if (retold is var (told, same))
            Support(told, same, claim, Verdict.Echo, "a retelling: the same was said days before, and things have moved on");
        else if (Origin.IsRepeated(claim, context.Settings.RewritingHours))
            draft.Enter(claim, found, judgement.Was?.Claim, BeliefEffect.None, Verdict.Echo, $"{Origin.Voice} told it days before");
        else if (Origin.IsRewriting)
            draft.Enter(claim, found, judgement.Was?.Claim, BeliefEffect.None, Verdict.Echo,
                $"an echo of {Origin.Copied}: what it adds is no report of its own");
        else if (report.Quiet)
            Believe(claim, subject, NewBelief(claim, subject), Verdict.Quiet, "taken in without raising", judgement);
        else
            Raise(claim, subject, judgement);
    }

    private Belief NewBelief(Claim claim, Subject subject) => strikes.Evidenced(draft.NewBelief(claim), subject);

    private void Raise(Claim claim, Subject subject, Judgement judgement)
    {
        var belief = NewBelief(claim, subject);
        var isHeld = belief.Trusted == 0;
        var development = draft.Written(claim, subject, belief, judgement, isHeld);
        draft.Raise(development);
        Believe(claim, subject, belief with { Development = development.Id, Held = isHeld ? development : null },
            isHeld ? Verdict.Held : Verdict.Raised,
            isHeld ? $"held: {belief.Support[0].Voice} alone carries it" : $"news: {development.Headline}", judgement);
    }

    private void Believe(Claim claim, Subject subject, Belief belief, Verdict verdict, string reason, Judgement judgement)
    {
        var effect = draft.Subjects.Any(s => s.Id == subject.Id) ? BeliefEffect.Set : BeliefEffect.Opened;
        draft.Put(subject with { Beliefs = [.. subject.Beliefs, belief], LastNews = report.Published });
        draft.Enter(claim, subject, judgement.Was?.Claim, effect, verdict, reason, belief.Development);
    }

    /// <summary>Another report knows of a belief; where it carries it, a new voice counts. An echo renews nothing.</summary>
    private void Support(Subject subject, Belief belief, Claim claim, Verdict verdict, string reason)
    {
        var (seen, news) = verdict == Verdict.Echo ? (belief.Seen, subject.LastNews) : (report.Published, report.Published);
        var carries = Carries(claim, belief.Claim);
        if (!carries || IsVoiceAgain(belief, claim))
        {
            var remark = carries ? "and this voice has told the same report before" : "and more";
            draft.Put(subject.With(belief, belief with { Seen = seen }) with { LastNews = news });
            draft.Enter(claim, subject, belief.Claim, BeliefEffect.None, verdict, $"{reason}, {remark}", belief.Development);
            return;
        }
        var supported = draft.Carried(belief, claim) with { Seen = seen };
        if (belief.Held is { } held && supported.Voices.Count > belief.Voices.Count)
        {
            supported = supported with { Held = null };
            draft.Raise(context.Developments.Released(held, supported.Voices.Count, supported.Support));
            (verdict, reason) = (Verdict.Released, "a second independent voice carries it");
        }
        else if (IsConfirmedByVoices(belief, supported, claim))
        {
            draft.Raise(draft.Written(claim, subject, supported, Confirmed(belief, claim), isHeld: false));
            (verdict, reason) = (Verdict.Raised, $"news: {supported.Voices.Count} independent voices carry it");
        }
        draft.Put(subject.With(belief, supported) with { LastNews = news });
        draft.Enter(claim, subject, belief.Claim, BeliefEffect.Supported, verdict, reason, belief.Development);
    }

    /// <summary>Says the same, not only less: "may be proposed" is known once talks are planned, but does not carry the plan.</summary>
    private static bool Carries(Claim claim, Claim believed) => claim.Status == believed.Status && claim.AtLeastAsSureAs(believed);

    /// <summary>Who tells the same report twice is no second voice for what it was not counted for at first.</summary>
    private bool IsVoiceAgain(Belief belief, Claim claim) =>
        Origin.IsToldTwice(context.Settings.RewritingHours) && !belief.Voices.Contains(Belief.VoiceHash(Origin.VoiceOf(claim)));

    private bool IsConfirmedByVoices(Belief before, Belief after, Claim claim) =>
        claim.Certainty == Certainty.Possible && after.Claim.Certainty == Certainty.Possible && after.Held is null && !report.Quiet
        && after.Trusted > before.Trusted && after.Trusted == context.Settings.ConfirmingVoices;

    private static Judgement Confirmed(Belief belief, Claim claim) => new()
    {
        Change = Change.Confirmed,
        Was = belief,
        Moved = Moved.Status,
        Topic = claim.Kind == ClaimKind.EnergyTruce ? Topic.EnergyTruce : Topic.Talks,
    };

    /// <summary>Background informs the state, but never keeps the same thing, told as news, from being news.</summary>
    private void Recall(Claim claim)
    {
        var @case = new Case(claim, report.Document, report.Published);
        var found = rules.Choose(@case, draft.Subjects);
        if (found is null && (!claim.Affirms() || @case.Span is not { } span
            || span.Last < @case.Day.AddDays(-context.Settings.SubjectDays)))
        {
            draft.Enter(claim, null, null, BeliefEffect.None, Verdict.Background, "told as background, of a round that is not known here");
            return;
        }
        var subject = found ?? draft.Opened(claim);
        if (subject.Beliefs.FirstOrDefault(b => b.Key == ClaimKey.Of(claim)) is not { } same)
            draft.Put(subject with { Beliefs = [.. subject.Beliefs, draft.NewBelief(claim) with { Recalled = true }] });
        else if (same.Recalled)
            draft.Put(subject.With(same, same with { Seen = report.Published }));
        var effect = found is null ? BeliefEffect.Opened : BeliefEffect.Supported;
        draft.Enter(claim, subject, null, effect, Verdict.Background, "told as background");
    }

    private void Note(Claim claim)
    {
        var subject = draft.Subjects.LastOrDefault(s => s.Kind == claim.Kind) ?? draft.Opened(claim);
        var key = ClaimKey.Of(claim);
        if (subject.Beliefs.All(b => b.Key != key))
            draft.Put(subject with { Beliefs = [.. subject.Beliefs, draft.NewBelief(claim) with { Recalled = claim.Background }] });
        draft.Enter(claim, subject, null, BeliefEffect.Supported, Verdict.Noted, "a member of a delegation raises nothing");
    }

    /// <summary>The very same claim by the same speakers within the hours of retelling, even if things have moved on since.</summary>
    private (Subject Subject, Belief Belief)? Retold(Claim claim)
    {
        var key = ClaimKey.Of(claim);
        var told = draft.Subjects.SelectMany(subject => subject.Told(), (subject, belief) => (subject, belief)).Where(pair =>
            pair.belief.Key == key && IsSoonAfter(claim, pair.belief)
            && claim.Says.All(pair.belief.Support.SelectMany(s => s.Says).Contains)
            && pair.belief.Support[0].Document != report.Document).ToArray();
        return told.Length == 0 ? null : told[^1];
    }

    /// <summary>"No talks are agreed", with neither place nor date, soon speaks of another plan.</summary>
    private bool IsSoonAfter(Claim claim, Belief belief) => claim.IsSpecific()
        ? report.Published - belief.Seen <= TimeSpan.FromHours(context.Settings.RetellingHours)
        : report.Published - belief.Since <= TimeSpan.FromHours(context.Settings.RewritingHours);
}
