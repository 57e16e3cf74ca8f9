using TalksWatcher.Claims;
using TalksWatcher.Ledger.Rules;

namespace TalksWatcher.Ledger.Folding;

/// <summary>Folds one report into one track.</summary>
internal sealed class ReportFold(FoldContext context, TrackState state, Observation report)
{
    private readonly List<Subject> subjects = [.. state.Subjects];
    private readonly List<LedgerEntry> entries = [];
    private readonly List<Development> developments = [];
    private readonly Origin origin = context.Origins.Of(report, state.Recent);

    public TrackStep Run(IReadOnlyDictionary<string, Decision>? rejected = null)
    {
        var rules = context.RulesOf(state.Track);
        var claims = ClaimsOfTrack().OrderBy(c => c.Background).ThenBy(rules.Turn).ThenBy(c => c.Certainty)
            .ThenByDescending(Precision).ThenBy(ClaimKey.Of, StringComparer.Ordinal);
        foreach (var claim in claims)
        {
            if (rejected is not null && rejected.TryGetValue(ClaimKey.Of(claim), out var decision))
                Enter(claim, null, null, BeliefEffect.None, Verdict.Rejected, $"rejected by {decision.Who}: {decision.Why}");
            else
                Fold(rules, claim);
        }
        return new TrackStep(Closed(), entries.ToValueList(), developments.ToValueList());
    }

    private IEnumerable<Claim> ClaimsOfTrack() => report.Claims
        .Where(claim => TrackKey.Of(claim, context.Names.Mediators) == state.Track)
        .DistinctBy(claim => (ClaimKey.Of(claim), string.Join('|', claim.Says), claim.Background));

    /// <summary>What says most comes first, so that a vaguer sentence of the same report finds it known.</summary>
    private static int Precision(Claim claim) =>
        (claim.Place is null ? 0 : 1) + (claim.From is null && claim.To is null ? 0 : 1) + (claim.Outcome is null ? 0 : 1);

    private void Fold(ITrackRules rules, Claim claim)
    {
        if (Incomplete(claim))
            Enter(claim, null, null, BeliefEffect.None, Verdict.Noted, "incomplete: says too little to be believed");
        else if (claim.Kind == ClaimKind.EnergyStrike || claim.Role == DelegationRole.Member)
            Note(claim);
        else if (claim.Background)
            Recall(rules, claim);
        else
            Judge(rules, claim);
    }

    private static bool Incomplete(Claim claim) => claim.Kind switch
    {
        ClaimKind.Delegation => string.IsNullOrWhiteSpace(claim.Person) || claim.Role is null,
        ClaimKind.Meeting or ClaimKind.EnergyTruce => claim.Status is null || claim.Certainty is null,
        _ => false,
    };

    private void Judge(ITrackRules rules, Claim claim)
    {
        var @case = new Case(claim, report.Document, report.Published);
        var found = rules.Choose(@case, subjects);
        var subject = found ?? Opened(claim);
        var judgement = rules.Judge(@case, subject);
        if (judgement.Known is { } known)
            Support(subject, known, claim, origin.IsEcho ? Verdict.Echo : Verdict.Known,
                origin.IsEcho ? $"an echo of {origin.Copied}" : "already known");
        else if (judgement.Moot is { } why)
            Believe(subject, NewBelief(claim), found is null, Verdict.Noted, why, null, null);
        else if (Retold(claim) is var (told, same))
            Support(told, same, claim, Verdict.Echo, "a retelling: the same was said days before, and things have moved on");
        else if (origin.IsRepeated(claim, report))
            Enter(claim, found?.Id, judgement.Was?.Claim, BeliefEffect.None, Verdict.Echo, $"{origin.Voice} told it days before");
        else if (origin.IsRewriting)
            Enter(claim, found?.Id, judgement.Was?.Claim, BeliefEffect.None, Verdict.Echo, $"an echo of {origin.Copied}: what it adds is no report of its own");
        else if (report.Quiet)
            Believe(subject, NewBelief(claim), found is null, Verdict.Quiet, "taken in without raising", judgement.Was, null);
        else
            Raise(@case, subject, found is null, judgement);
    }

    private void Raise(Case @case, Subject subject, bool opened, Judgement judgement)
    {
        var belief = NewBelief(@case.Claim);
        var isHeld = belief.Trusted == 0;
        var development = context.Developments.Of(state, report, subject, belief, judgement, isHeld);
        developments.Add(development);
        Believe(subject, belief with { Development = development.Id, Held = isHeld ? development : null }, opened,
            isHeld ? Verdict.Held : Verdict.Raised,
            isHeld ? $"held: {belief.Support[0].Voice} alone carries it" : $"news: {development.Headline}",
            judgement.Was, development.Id);
    }

    private void Believe(Subject subject, Belief belief, bool opened, Verdict verdict, string reason, Belief? was, string? development)
    {
        Put(subject with { Beliefs = [.. subject.Beliefs, belief], LastNews = report.Published });
        Enter(belief.Claim, subject.Id, was?.Claim, opened ? BeliefEffect.Opened : BeliefEffect.Set, verdict, reason, development);
    }

    /// <summary>Another report carries a belief: its voice counts if it is a new one.</summary>
    private void Support(Subject subject, Belief belief, Claim claim, Verdict verdict, string reason)
    {
        var (seen, news) = verdict == Verdict.Echo ? (belief.Seen, subject.LastNews) : (report.Published, report.Published);
        if (!Carries(claim, belief.Claim))
        {
            Put(subject.With(belief, belief with { Seen = seen }) with { LastNews = news });
            Enter(claim, subject.Id, belief.Claim, BeliefEffect.None, verdict, $"{reason}, and more", belief.Development);
            return;
        }
        var supported = belief.CarriedBy(SupportOf(claim), IsTrusted(origin.VoiceOf(claim)), context.Names.Weight(claim), context.Settings.SupportKept);
        if (belief.Held is { } held && supported.Voices.Count > belief.Voices.Count)
        {
            supported = supported with { Held = null };
            developments.Add(context.Developments.Released(held, supported));
            (verdict, reason) = (Verdict.Released, "a second independent voice carries it");
        }
        else if (IsConfirmedByVoices(belief, supported, claim))
        {
            var confirmed = context.Developments.Of(state, report, subject, supported, new Judgement
            {
                Change = Change.Confirmed, Was = belief, Moved = Moved.Status,
                Topic = claim.Kind == ClaimKind.EnergyTruce ? Topic.EnergyTruce : Topic.Talks,
            }, isHeld: false);
            developments.Add(confirmed);
            (verdict, reason) = (Verdict.Raised, $"news: {supported.Voices.Count} independent voices carry it");
        }
        Put(subject.With(belief, supported with { Seen = seen }) with { LastNews = news });
        Enter(claim, subject.Id, belief.Claim, BeliefEffect.Supported, verdict, reason, belief.Development);
    }

    /// <summary>Says the same, not only less: "may be proposed" is known once talks are planned, but does not carry the plan.</summary>
    private static bool Carries(Claim claim, Claim believed) => claim.Status == believed.Status && claim.AtLeastAsSureAs(believed);

    private bool IsConfirmedByVoices(Belief before, Belief after, Claim claim) =>
        claim.Certainty == Certainty.Possible && after.Claim.Certainty == Certainty.Possible && after.Held is null && !report.Quiet
        && after.Trusted > before.Trusted && after.Trusted == context.Settings.ConfirmingVoices;

    /// <summary>Background informs the state, but never keeps the same thing, told as news, from being news.</summary>
    private void Recall(ITrackRules rules, Claim claim)
    {
        var @case = new Case(claim, report.Document, report.Published);
        var subject = rules.Choose(@case, subjects);
        if (subject is null && (!claim.Affirms() || @case.Span is not { } span || span.Last < @case.Day.AddDays(-context.Settings.SubjectDays)))
        {
            Enter(claim, null, null, BeliefEffect.None, Verdict.Background, "told as background, of a round that is not known here");
            return;
        }
        var target = subject ?? Opened(claim);
        var key = ClaimKey.Of(claim);
        if (target.Beliefs.FirstOrDefault(b => b.Key == key) is { } same)
            Put(target.With(same, same with { Seen = same.Recalled ? report.Published : same.Seen }));
        else
            Put(target with { Beliefs = [.. target.Beliefs, NewBelief(claim) with { Recalled = true }] });
        Enter(claim, target.Id, null, subject is null ? BeliefEffect.Opened : BeliefEffect.Supported, Verdict.Background, "told as background");
    }

    private void Note(Claim claim)
    {
        var reason = claim.Kind == ClaimKind.Delegation ? "a member of a delegation raises nothing" : "a strike raises nothing by itself";
        var subject = subjects.LastOrDefault(s => s.Kind == claim.Kind) ?? Opened(claim);
        var key = ClaimKey.Of(claim);
        if (subject.Beliefs.All(b => b.Key != key))
            Put(subject with { Beliefs = [.. subject.Beliefs, NewBelief(claim) with { Recalled = claim.Background }] });
        Enter(claim, subject.Id, null, BeliefEffect.Supported, Verdict.Noted, reason);
    }

    /// <summary>The very same claim by the same speakers within the hours of retelling, even if things have moved on since.</summary>
    private (Subject Subject, Belief Belief)? Retold(Claim claim)
    {
        var key = ClaimKey.Of(claim);
        var told = subjects.SelectMany(subject => subject.Told(), (subject, belief) => (subject, belief)).Where(pair =>
            pair.belief.Key == key && report.Published - pair.belief.Seen <= TimeSpan.FromHours(context.Settings.RetellingHours)
            && claim.Says.All(pair.belief.Support.SelectMany(s => s.Says).Contains) && pair.belief.Support[0].Document != report.Document).ToArray();
        return told.Length == 0 ? null : told[^1];
    }

    private Subject Opened(Claim claim)
    {
        var id = $"{state.Track}/{report.Published.UtcDateTime:yyyy-MM-dd}";
        var taken = subjects.Count(s => s.Id == id || s.Id.StartsWith(id + ".", StringComparison.Ordinal));
        var subject = new Subject
        {
            Id = taken == 0 ? id : $"{id}.{taken + 1}",
            Kind = claim.Kind,
            Opened = report.Published,
            LastNews = report.Published,
        };
        return subject;
    }

    private Belief NewBelief(Claim claim)
    {
        var support = SupportOf(claim);
        return new Belief
        {
            Key = ClaimKey.Of(claim),
            Claim = claim,
            Since = report.Published,
            Seen = report.Published,
            Weight = context.Names.Weight(claim),
            Voices = [Belief.VoiceHash(support.Voice)],
            Trusted = IsTrusted(support.Voice) ? 1 : 0,
            Support = [support],
        };
    }

    private bool IsTrusted(string voice) => context.Outlets.Tier(voice) < context.Settings.HeldFromTier;

    private Support SupportOf(Claim claim) =>
        new(report.Document, origin.VoiceOf(claim), report.Outlet, report.Url, report.Published, claim.Says);

    private void Put(Subject subject)
    {
        var at = subjects.FindIndex(s => s.Id == subject.Id);
        if (at < 0)
            subjects.Add(subject);
        else
            subjects[at] = subject;
    }

    private TrackState Closed() => state with
    {
        Last = report.Position,
        Subjects = Archive.Trim(subjects, report.Published, context.Settings),
        Recent = origin.Recent,
    };

    private void Enter(
        Claim claim, string? subject, Claim? before, BeliefEffect effect, Verdict verdict, string reason, string? development = null) =>
        entries.Add(new LedgerEntry
        {
            Id = ClaimKey.Hash("entry", state.Watch, state.Track, report.Document, $"{report.Revision}", ClaimKey.Of(claim),
                string.Join('|', claim.Says), $"{claim.Background}", subject, $"{verdict}", reason),
            Watch = state.Watch,
            Track = state.Track,
            Subject = subject,
            Document = report.Document,
            Revision = report.Revision,
            At = report.Published,
            RecordedAt = report.RecordedAt,
            Claim = claim,
            Before = before,
            Effect = effect,
            Verdict = verdict,
            Reason = reason,
            Development = development,
            RulesVersion = report.RulesVersion,
        });
}
