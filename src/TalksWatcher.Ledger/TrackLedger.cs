using TalksWatcher.Claims;
using TalksWatcher.Ledger.Folding;

namespace TalksWatcher.Ledger;

/// <summary>
/// The fold from claims to developments, one track at a time. Pure: the same state and observation give the same step.
/// Storage keeps the observations and now and then a state (a checkpoint); a report that arrives late, an edit and an
/// operator's decision all refold from the last checkpoint before them.
/// </summary>
public sealed class TrackLedger
{
    /// <summary>Of the rules by which claims become developments; raised with every change of what a fold gives.</summary>
    public const int RulesVersion = 1;

    /// <summary>Later than so many days after it a passed day is history that no one needs to be told.</summary>
    public const int TellingDays = 14;

    private readonly FoldContext context;
    private readonly Calendar calendar;
    private readonly Projection projection;

    public TrackLedger(LedgerSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Settings = settings;
        context = new FoldContext(settings);
        calendar = new Calendar(context);
        projection = new Projection(settings);
    }

    public LedgerSettings Settings { get; }

    /// <summary>The tracks that an observation speaks of. Of an edited report, refold those of both revisions.</summary>
    public ValueList<string> Tracks(Observation observation)
    {
        ArgumentNullException.ThrowIfNull(observation);
        return observation.Claims.Select(claim => TrackKey.Of(claim, Settings.Names.Mediators))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToValueList();
    }

    /// <summary>
    /// The report that this one copies, told before it is folded: among all reports of the last days a copy is found whatever
    /// was read from it. A copy is no origin: what resembles it is held against the report that it copies.
    /// </summary>
    /// <param name="originals">
    /// Reports of the watch that copy none, in any order: those of the <see cref="LedgerSettings.RetellingHours"/> before it
    /// that share a band of the print (<see cref="TextPrint.Bands"/>), and the latest before it. Others do no harm.
    /// </param>
    public CopiedReport? Copied(PrintedReport report, IEnumerable<PrintedReport> originals)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(originals);
        return context.Origins.Copied(report, originals);
    }

    /// <summary>Whether the watch knows the outlet; one that it does not know may rewrite another's report.</summary>
    public bool IsListed(string? outlet) => context.Outlets.Listed(context.Outlets.Voice(outlet));

    /// <summary>Whether an original of the one text would change what the other, later report is found to copy.</summary>
    public bool MayCopy(PrintedReport report, PrintedReport original)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(original);
        return context.Origins.MayCopy(report, original);
    }

    /// <summary>A track of which nothing is known yet.</summary>
    public TrackState Open(string track) => new() { Watch = Settings.Watch, Track = track, RulesVersion = RulesVersion };

    /// <summary>Folds one observation that comes after all the state knows.</summary>
    /// <exception cref="ArgumentException">The observation is not after <see cref="TrackState.Last"/>: refold.</exception>
    public TrackStep Apply(TrackState state, Observation observation)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(observation);
        if (state.Last is { } last && observation.Position <= last)
            throw new ArgumentException($"{observation.Document} is not after {last.Document}: refold", nameof(observation));
        return new ReportFold(context, state, observation).Run();
    }

    /// <summary>Folds again from a checkpoint, after a late report, an edit or a decision.</summary>
    /// <param name="checkpoint">A state from before all of <paramref name="observations"/>; of an unknown track <see cref="Open"/>.</param>
    /// <param name="observations">Latest revisions of all reports after the checkpoint, in any order.</param>
    /// <param name="decisions">All decisions about these reports.</param>
    /// <param name="raised">All developments of the track so far that reports after the checkpoint raised.</param>
    /// <param name="recordedAt">Time of the entries and of withdrawals (UTC).</param>
    /// <param name="marks">After how many of the reports the state is wanted, too.</param>
    /// <returns>Only developments that are not among <paramref name="raised"/>, and held ones now released.</returns>
    public TrackStep Refold(
        TrackState checkpoint,
        IReadOnlyList<Observation> observations,
        IReadOnlyList<Decision> decisions,
        IReadOnlyList<Development> raised,
        DateTimeOffset recordedAt,
        IReadOnlySet<int>? marks = null)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        ArgumentNullException.ThrowIfNull(observations);
        ArgumentNullException.ThrowIfNull(decisions);
        ArgumentNullException.ThrowIfNull(raised);
        return new Refold(context, decisions, raised, recordedAt).Run(checkpoint, observations, marks);
    }

    /// <summary>
    /// What time itself raises by a day: truces past their own date, meetings whose day went by without a report. Changes no
    /// state.
    /// </summary>
    /// <param name="inferred">What was raised so on the track in the last <see cref="TellingDays"/>; it is not raised again.</param>
    public ValueList<Development> Tick(TrackState state, DateOnly today, IEnumerable<Development> inferred)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(inferred);
        return calendar.Passed(state, today, inferred).ToValueList();
    }

    /// <summary>Where the subjects of a track stand, oldest first; the last strike comes last.</summary>
    public ValueList<SubjectState> Standing(TrackState state, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(state);
        return projection.Of(state, today).ToValueList();
    }
}
