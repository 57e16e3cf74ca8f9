using System.Globalization;
using TalksWatcher.Claims;

namespace TalksWatcher.Ledger.Folding;

/// <summary>A track while one report is folded into it: what changes, and the entries that say why.</summary>
internal sealed class TrackDraft(FoldContext context, TrackState state, Observation report, Origin origin)
{
    private readonly List<Subject> subjects = [.. state.Subjects];
    private readonly List<LedgerEntry> entries = [];
    private readonly List<Development> developments = [];

    public IReadOnlyList<Subject> Subjects => subjects;

    public Origin Origin => origin;

    public void Raise(Development development) => developments.Add(development);

    public Development Written(Claim claim, Subject subject, Belief belief, Rules.Judgement judgement, bool isHeld) =>
        context.Developments.Of(state, report, claim, subject, belief, judgement, isHeld);

    public Subject Opened(Claim claim)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{state.Track}/{report.Published.UtcDateTime:yyyy-MM-dd}");
        var taken = subjects.Count(s => s.Id == id || s.Id.StartsWith(id + ".", StringComparison.Ordinal));
        return new Subject
        {
            Id = taken == 0 ? id : string.Create(CultureInfo.InvariantCulture, $"{id}.{taken + 1}"),
            Kind = claim.Kind,
            Opened = report.Published,
            LastNews = report.Published,
        };
    }

    /// <summary>The belief that a claim makes; its sentences stay with the entry and the development.</summary>
    public Belief NewBelief(Claim claim)
    {
        var support = SupportOf(claim);
        return new Belief
        {
            Key = ClaimKey.Of(claim),
            Claim = claim with { Evidence = [], Paragraphs = [] },
            Since = report.Published,
            Seen = report.Published,
            Weight = context.Names.Weight(claim),
            Voices = [Belief.VoiceHash(support.Voice)],
            Trusted = IsTrusted(support.Voice) ? 1 : 0,
            Support = [support],
        };
    }

    public Belief Carried(Belief belief, Claim claim) => belief.CarriedBy(
        SupportOf(claim), IsTrusted(origin.VoiceOf(claim)), context.Names.Weight(claim), context.Settings.SupportKept);

    /// <summary>The charge with those who tell of the strike behind it.</summary>
    public Belief Evidenced(Belief charge, Belief strike) => strike.Support.Aggregate(charge, (carried, support) => carried.CarriedBy(
        support, IsTrusted(support.Voice), SpeakerWeight.Outlet, context.Settings.SupportKept));

    public void Put(Subject subject)
    {
        var at = subjects.FindIndex(s => s.Id == subject.Id);
        if (at < 0)
            subjects.Add(subject);
        else
            subjects[at] = subject;
    }

    public void Enter(
        Claim claim, Subject? subject, Claim? before, BeliefEffect effect, Verdict verdict, string reason, string? development = null) =>
        entries.Add(new LedgerEntry
        {
            Id = ClaimKey.Hash("entry", state.Watch, state.Track, report.Document, $"{report.Revision}", ClaimKey.Of(claim),
                string.Join('|', claim.Says), $"{claim.Background}", subject?.Id, $"{verdict}", reason),
            Watch = state.Watch,
            Track = state.Track,
            Subject = subject?.Id,
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

    public TrackStep Closed() => new(
        state with
        {
            // Folded on by an earlier program, a state is no longer all of the later rules.
            RulesVersion = Math.Min(state.RulesVersion, TrackLedger.RulesVersion),
            Last = report.Position,
            Subjects = Archive.Trim(subjects, report.Published, context.Settings),
            Recent = origin.Recent,
        },
        entries.ToValueList(),
        developments.ToValueList());

    private bool IsTrusted(string voice) => context.Outlets.Tier(voice) < context.Settings.HeldFromTier;

    private Support SupportOf(Claim claim) =>
        new(report.Document, origin.VoiceOf(claim), report.Outlet, report.Url, report.Published, claim.Says);
}
