using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using TalksWatcher.Claims;

namespace TalksWatcher.Ledger.Tests.Properties;

public sealed class FoldProperties
{
    private static readonly TrackLedger Ledger = TestWatch.Ledger;

    [Fact]
    public void Any_order_of_arrival_ends_in_the_same_beliefs() => Check.One(Streams.Config, Prop.ForAll(
        Streams.Any, Gen.Choose(0, int.MaxValue).ToArbitrary(), (reports, seed) =>
        {
            var shuffled = reports.ToArray();
            new Random(seed).Shuffle(shuffled);
            return Beliefs(Taken(reports.OrderBy(r => r.Position))) == Beliefs(Taken(shuffled));
        }));

    [Fact]
    public void Folding_everything_again_raises_nothing() => Check.One(Streams.Config, Prop.ForAll(Streams.Any, reports =>
    {
        var book = Taken(reports);
        return book.States.Keys.All(track => Ledger.Refold(
            Ledger.Open(track), [.. book.Reports.Where(r => Ledger.Tracks(r).Contains(track))], [], [.. book.Developments.Where(d => d.Track == track)], DateTimeOffset.UnixEpoch).Developments.Count == 0);
    }));

    [Fact]
    public void The_same_report_told_again_at_once_by_the_same_outlet_raises_nothing() => Check.One(Streams.Config, Prop.ForAll(Streams.Any, reports =>
    {
        var book = new MemoryBook(Ledger);
        foreach (var report in reports.OrderBy(r => r.Position))
        {
            book.Take(report);
            Assert.Equal([], book.Take(report with { Document = report.Document + "-again" }).Select(d => $"{report.Document}: {Stories.StoryWords.Of(d)}"));
        }
    }));

    [Fact]
    public void A_fold_resumed_from_json_after_every_report_equals_the_uninterrupted_one() => Check.One(Streams.Config, Prop.ForAll(Streams.Any, reports =>
        reports.SelectMany(Ledger.Tracks).Distinct().All(track =>
        {
            var (resumed, whole) = (Ledger.Open(track), Ledger.Open(track));
            return reports.OrderBy(r => r.Position).All(report =>
            {
                var (one, other) = (Ledger.Apply(RoundTripped(resumed), report), Ledger.Apply(whole, report));
                (resumed, whole) = (one.State, other.State);
                return one == other with { State = one.State } && RoundTripped(one.State) == other.State;
            });
        })));

    [Fact]
    public void A_report_without_claims_of_the_watch_changes_no_belief() => Check.One(Streams.Config, Prop.ForAll(Streams.Any, reports =>
    {
        var book = Taken(reports);
        var foreign = new Observation
        {
            Document = "foreign",
            Published = DateTimeOffset.UnixEpoch.AddYears(60),
            RecordedAt = DateTimeOffset.UnixEpoch.AddYears(60),
            Outlet = "Reuters",
        };
        return Ledger.Tracks(foreign).Count == 0 && book.States.Values.All(state =>
            Ledger.Apply(state, foreign) is { Entries.Count: 0, Developments.Count: 0 } step
            && step.State.Subjects.Where(s => s.Kind == ClaimKind.Delegation).SequenceEqual(state.Subjects.Where(s => s.Kind == ClaimKind.Delegation)));
    }));

    [Fact]
    public void Every_claim_of_a_report_gets_one_entry() => Check.One(Streams.Config, Prop.ForAll(Streams.Any, reports =>
        reports.All(report => Ledger.Tracks(report).Sum(track => Ledger.Apply(Ledger.Open(track), report).Entries.Count)
            == report.Claims.DistinctBy(c => (ClaimKey.Of(c), string.Join('|', c.Says), c.Background)).Count())));

    private static MemoryBook Taken(IEnumerable<Observation> reports)
    {
        var book = new MemoryBook(Ledger, checkpointEvery: 3);
        foreach (var report in reports)
            book.Take(report);
        return book;
    }

    /// <summary>All that is believed, and by how many; ids of developments are history.</summary>
    private static string Beliefs(MemoryBook book) => string.Join('\n', book.States.Values.SelectMany(state => state.Subjects, (state, subject) =>
        $"{state.Track} {state.Last} {JsonSerializer.Serialize(subject with { Beliefs = subject.Beliefs.Select(Bare).ToValueList() }, ClaimJson.Options)}"));

    private static Belief Bare(Belief belief) => belief with { Development = null, Held = null };

    private static TrackState RoundTripped(TrackState state) =>
        JsonSerializer.Deserialize<TrackState>(JsonSerializer.Serialize(state, ClaimJson.Options), ClaimJson.Options)!;
}
