using TalksWatcher.Claims;

namespace TalksWatcher.Ledger.Folding;

/// <summary>
/// A track folded again, compared with what had been raised before. What was mailed is history: the same fact keeps the id
/// it was first raised under, and only what is new, released or gone goes out.
/// </summary>
internal sealed class Refold(
    FoldContext context, IReadOnlyList<Decision> decisions, IReadOnlyList<Development> raised, DateTimeOffset recordedAt)
{
    private readonly List<LedgerEntry> entries = [];
    private readonly List<Development> found = [];

    private readonly HashSet<(string Document, string Claim)> releases =
        decisions.Where(d => d.Kind == DecisionKind.Release).Select(d => (d.Document, d.Claim)).ToHashSet();

    public TrackStep Run(TrackState checkpoint, IReadOnlyList<Observation> observations, IReadOnlySet<int>? marks)
    {
        var rejections = decisions.Where(d => d.Kind != DecisionKind.Release).ToLookup(d => d.Document, StringComparer.Ordinal);
        var state = checkpoint;
        var marked = new List<TrackState>();
        foreach (var (at, report) in LatestRevisions(observations).Index())
        {
            state = Add(new ReportFold(context, state, report).Run(rejections[report.Document].ToDictionaryByClaim()));
            if (marks?.Contains(at + 1) == true)
                marked.Add(state);
        }
        var names = Renamed();
        Rename(names);
        state = Settled(state, names);
        Release(state);
        var (believed, kept) = (Map(state, Unheld), marked.ConvertAll(m => Map(Settled(m, names), Unheld)));
        var fresh = found.Concat(Gone(believed, observations)).Where(IsFresh).DistinctBy(d => (d.Id, d.Held));
        return new TrackStep(believed, entries.Select(e => e with { RecordedAt = recordedAt }).ToValueList(), fresh.ToValueList(), kept);
    }

    private static IEnumerable<Observation> LatestRevisions(IReadOnlyList<Observation> observations) => observations
        .GroupBy(o => o.Document, StringComparer.Ordinal).Select(g => g.MaxBy(o => (o.Revision, o.Reading))!).OrderBy(o => o.Position);

    private TrackState Add(TrackStep step)
    {
        entries.AddRange(step.Entries);
        found.AddRange(step.Developments);
        return step.State;
    }

    /// <summary>New, or held before and now released.</summary>
    private bool IsFresh(Development development) =>
        raised.FirstOrDefault(d => d.Id == development.Id) is not { } before || (before.Held && !development.Held);

    /// <summary>
    /// A late report may be the first to tell what another had raised: then the older development stands for it, and is
    /// released if that one is not held.
    /// </summary>
    private void Rename(Dictionary<string, Development> names)
    {
        for (var i = 0; i < found.Count; i++)
            if (names.TryGetValue(found[i].Id, out var old))
                found[i] = old.Held && !found[i].Held ? context.Developments.Released(old, found[i].Voices, found[i].Support) : old;
        for (var i = 0; i < entries.Count; i++)
            if (entries[i].Development is { } id && names.TryGetValue(id, out var old))
                entries[i] = entries[i] with { Development = old.Id };
    }

    private static TrackState Settled(TrackState state, Dictionary<string, Development> names) => names.Count == 0 ? state :
        Map(state, belief => belief.Development is { } id && names.TryGetValue(id, out var old)
            ? belief with { Development = old.Id, Held = old.Held && belief.Held is not null ? old : null }
            : belief);

    /// <summary>By new id, the development raised before that it is: of the same report, else of another.</summary>
    private Dictionary<string, Development> Renamed()
    {
        var again = found.ToLookup(d => d.Id, StringComparer.Ordinal);
        var missing = raised.Where(d => d.Change != Change.Withdrawn && !again.Contains(d.Id)).ToList();
        if (missing.Count == 0)
            return [];
        var supporting = entries.Where(e => e is { Claim: not null, Development: not null, Effect: BeliefEffect.Supported })
            .ToLookup(e => (e.Document, ClaimKey.Of(e.Claim!)), e => e.Development!);
        var same = found.ToLookup(d => ClaimKey.Of(d.Now), StringComparer.Ordinal);
        var known = raised.ToDictionary(d => d.Id, d => d.Held, StringComparer.Ordinal);
        var names = new Dictionary<string, Development>(StringComparer.Ordinal);
        foreach (var old in missing)
            Name(old, Alike(old).Where(d => d.Document == old.Document));
        foreach (var old in missing.Except(names.Values).ToList())
            Name(old, Carrying(old).Concat(Alike(old)));
        return names;

        // News of the same words, found now for the first time.
        IEnumerable<Development> Alike(Development old) => same[ClaimKey.Of(old.Now)]
            .Where(d => !known.ContainsKey(d.Id) && (d.Change == Change.Confirmed) == (old.Change == Change.Confirmed));

        // What the old one's report only repeats now. Who was told less is owed the rest.
        IEnumerable<Development> Carrying(Development old) => supporting[(old.Document, ClaimKey.Of(old.Now))].SelectMany(id => again[id])
            .Where(d => !context.Names.SaysMore(d.Now, old.Now) && (!known.TryGetValue(d.Id, out var held) || (held && !old.Held)));

        void Name(Development old, IEnumerable<Development> candidates)
        {
            if (candidates.FirstOrDefault(d => !names.ContainsKey(d.Id)) is { } first)
                names[first.Id] = old;
        }
    }

    /// <summary>An operator's release stands for a second voice.</summary>
    private void Release(TrackState state)
    {
        foreach (var belief in state.Subjects.SelectMany(s => s.Beliefs).Where(IsReleased))
        {
            found.RemoveAll(d => d.Id == belief.Held!.Id);
            found.Add(context.Developments.Released(belief.Held!, belief.Voices.Count, belief.Support));
        }
    }

    private Belief Unheld(Belief belief) => IsReleased(belief) ? belief with { Held = null } : belief;

    private bool IsReleased(Belief belief) => belief.Held is not null && releases.Contains((belief.Support[0].Document, belief.Key));

    /// <summary>
    /// Raised by a report that no longer says so, or whose claim an operator took back, and carried by no other. A report read
    /// again by later rules has not changed: what they miss in it, the operator judges.
    /// </summary>
    private IEnumerable<Development> Gone(TrackState state, IReadOnlyList<Observation> observations)
    {
        var revised = observations.Where(o => o is { Revision: > 1, Reading: 1 }).Select(o => o.Document).ToHashSet(StringComparer.Ordinal);
        var takenBack = decisions.Where(d => d.Kind != DecisionKind.Release).ToLookup(d => (d.Document, d.Claim));
        var said = entries.Where(e => e is { Claim: not null, Verdict: not Verdict.Rejected })
            .Select(e => (e.Document, ClaimKey.Of(e.Claim!))).ToHashSet();
        var believed = state.Subjects.SelectMany(s => s.Beliefs).Select(b => b.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var old in raised.Where(d => d.Change != Change.Withdrawn && d.Document is not null))
        {
            var key = ClaimKey.Of(old.Now);
            var why = takenBack[(old.Document!, key)].FirstOrDefault();
            if ((why is not null || revised.Contains(old.Document!)) && !said.Contains((old.Document, key)) && !believed.Contains(key))
                yield return DevelopmentFactory.Withdrawn(old, why, recordedAt);
        }
    }

    private static TrackState Map(TrackState state, Func<Belief, Belief> change) => state with
    {
        Subjects = state.Subjects.Select(s => s with { Beliefs = s.Beliefs.Select(change).ToValueList() }).ToValueList(),
    };
}

internal static class DecisionLists
{
    public static IReadOnlyDictionary<string, Decision> ToDictionaryByClaim(this IEnumerable<Decision> decisions) =>
        decisions.GroupBy(d => d.Claim, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.MaxBy(d => d.At)!, StringComparer.Ordinal);
}
