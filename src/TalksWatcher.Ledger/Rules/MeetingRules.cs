using TalksWatcher.Claims;

namespace TalksWatcher.Ledger.Rules;

/// <summary>Rounds of talks on a track of level and parties.</summary>
internal sealed class MeetingRules(NameBook names, LedgerSettings settings) : ITrackRules
{
    private readonly MeetingChoice choice = new(names, settings);
    private readonly MeetingCoverage coverage = new(names);
    private readonly MeetingChange change = new(names);

    public int Turn(Claim claim) => claim switch
    {
        { Certainty: Certainty.Denied } => 7,
        { Status: ClaimStatus.UnderWay } => 0,
        { Status: ClaimStatus.Concluded } => 1,
        { Status: ClaimStatus.Planned } => 2,
        { Status: ClaimStatus.Proposed } => 3,
        { Status: ClaimStatus.Rejected } => 6,
        _ => 4,
    };

    public Subject? Choose(Case @case, IReadOnlyList<Subject> subjects) => choice.Choose(@case, subjects);

    public Judgement Judge(Case @case, Subject subject)
    {
        var told = subject.Told();
        if (coverage.Of(@case, told).By is { } by)
            return Doubts(@case, by, told) ? Judged(@case, told, Moved.Status, Change.Disputed, by) : Judgement.KnownBy(by);
        var moved = coverage.Of(@case, [.. told.Before(@case)]).News;
        if (moved == Moved.None)
            moved = Moved.Status;
        var (kind, was) = change.Of(@case, told, moved);
        if (kind == Change.New && Moot(@case) is { } why)
            return new Judgement { Moot = why };
        return Judged(@case, told, moved, kind, was);
    }

    /// <summary>A round that nobody had told of and that is over: news only while it is fresh, and where more is said than that.</summary>
    private string? Moot(Case @case)
    {
        if (@case.Claim is not { Status: ClaimStatus.Concluded } claim)
            return null;
        if (@case.Span is { } span && span.Last < @case.Day.AddDays(-settings.OverDays))
            return "a round that was over long before the report";
        return claim.Place is null && claim.Outcome is null && @case.Span is null ? "says too little to be a round of its own" : null;
    }

    /// <summary>An official of one side calls only possible what the other side stated.</summary>
    private bool Doubts(Case @case, Belief by, IReadOnlyList<Belief> told)
    {
        var claim = @case.Claim;
        if (claim.Certainty != Certainty.Possible || by.Claim.Certainty != Certainty.Stated || !claim.Offers()
            || names.Weight(claim) < SpeakerWeight.Official)
            return false;
        var sides = names.Sides(claim).ToHashSet(StringComparer.Ordinal);
        return SidesOf(by).Any() && !SidesOf(by).Any(sides.Contains)
            && !told.Any(b => b.Claim.Certainty == Certainty.Possible && b.Claim.Offers() && b.Since >= by.Since
                && SidesOf(b).Any(sides.Contains));
    }

    private IEnumerable<string> SidesOf(Belief belief) =>
        belief.Support.SelectMany(s => s.Says).Concat(belief.Claim.Says).Select(names.Side).OfType<string>();

    private Judgement Judged(Case @case, IReadOnlyList<Belief> told, Moved moved, Change change, Belief? was) => new()
    {
        Change = change,
        Was = was,
        Moved = moved,
        Topic = IsAboutPlace(@case, told) ? Topic.Venues : Topic.Talks,
    };

    /// <summary>The place of a known round moves, or a place is named or refused without a date.</summary>
    private bool IsAboutPlace(Case @case, IReadOnlyList<Belief> told)
    {
        if (@case.Claim is not { Place: { } place, Status: ClaimStatus.Proposed or ClaimStatus.Planned or ClaimStatus.Rejected })
            return false;
        var prior = told.Before(@case).Where(b => b.Claim.Affirms()).ToArray();
        var places = prior.Select(b => b.Claim.Place).OfType<string>().ToArray();
        return @case.Span is null
            || (places.Length > 0 ? !places.Any(known => names.Related(known, place)) : prior.Any(b => b.Claim.Stage() > 1));
    }
}
