using System.Diagnostics.Metrics;

namespace TalksWatcher.Metrics;

/// <summary>
/// What the worker counts. Names follow the Prometheus conventions (unit in the name, <c>_total</c> on counters); tags have
/// few values: never an address, a title or a claim.
/// </summary>
public sealed class WatcherMetrics : IDisposable
{
    public const string MeterName = "TalksWatcher";

    private readonly Counter<long> polls;
    private readonly Counter<long> documents;
    private readonly Counter<long> claims;
    private readonly Counter<long> developments;
    private readonly Counter<long> digests;
    private readonly Counter<long> mails;
    private readonly Counter<long> jobFailures;
    private readonly Histogram<double> reportLag;
    private readonly Histogram<double> jobDuration;

    private IReadOnlyDictionary<string, int> outboxMails = new Dictionary<string, int>(StringComparer.Ordinal);
    private TimeSpan outboxAge;

    public Meter Meter { get; } = new(MeterName);

    public WatcherMetrics()
    {
        Meter.CreateObservableGauge(
            "talkswatcher_outbox_mails", () => outboxMails.Select(m => new Measurement<long>(m.Value, Tag("state", m.Key))), description: "Mails in the outbox, by state.");
        Meter.CreateObservableGauge(
            "talkswatcher_outbox_age_seconds", () => outboxAge.TotalSeconds, unit: "s", description: "Age of the oldest mail that is due; 0 where none is.");
        polls = Meter.CreateCounter<long>("talkswatcher_polls_total", description: "Polls by result (read, not-modified, or the named failure).");
        documents = Meter.CreateCounter<long>("talkswatcher_documents_total", description: "Report revisions taken in, by result (read, or why set aside).");
        claims = Meter.CreateCounter<long>("talkswatcher_claims_total", description: "Claims read, by kind.");
        developments = Meter.CreateCounter<long>("talkswatcher_developments_total", description: "Developments raised, by topic and whether held.");
        digests = Meter.CreateCounter<long>("talkswatcher_digests_total", description: "Digests built, by whether the accident brake held them.");
        mails = Meter.CreateCounter<long>("talkswatcher_mails_total", description: "Mails by outcome of an attempt (sent, retried, parked).");
        jobFailures = Meter.CreateCounter<long>("talkswatcher_job_failures_total", description: "Runs of the worker's jobs that ended in an error, by job.");
        reportLag = Meter.CreateHistogram<double>(
            "talkswatcher_report_lag_seconds", unit: "s", description: "From a report's publication to its being taken in.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [60, 300, 900, 3600, 4 * 3600, 86400, 7 * 86400] });
        jobDuration = Meter.CreateHistogram<double>(
            "talkswatcher_job_duration_seconds", unit: "s", description: "Duration of the worker's jobs, by job.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.01, 0.1, 0.5, 1, 5, 15, 60, 300] });
    }

    public void Polled(string result) => polls.Add(1, Tag("result", result));

    public void TakenIn(string result, TimeSpan? lag)
    {
        documents.Add(1, Tag("result", result));
        if (lag is { } time && time > TimeSpan.Zero)
            reportLag.Record(time.TotalSeconds);
    }

    public void Claimed(string kind) => claims.Add(1, Tag("kind", kind));

    public void Raised(string topic, bool held) => developments.Add(1, Tag("topic", topic), Tag("held", held ? "true" : "false"));

    public void DigestBuilt(bool held, int readers) => digests.Add(readers, Tag("held", held ? "true" : "false"));

    public void Mailed(string outcome, int count) => mails.Add(count, Tag("outcome", outcome));

    public void JobDone(string job, TimeSpan duration) => jobDuration.Record(duration.TotalSeconds, Tag("job", job));

    public void JobFailed(string job) => jobFailures.Add(1, Tag("job", job));

    /// <summary>How the outbox stands, for the next scrape.</summary>
    /// <param name="byState">Mails by state.</param>
    /// <param name="oldestDue">Age of the oldest mail that is due; zero where none is.</param>
    public void OutboxStands(IReadOnlyDictionary<string, int> byState, TimeSpan oldestDue) => (outboxMails, outboxAge) = (byState, oldestDue);

    public void Dispose() => Meter.Dispose();

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
