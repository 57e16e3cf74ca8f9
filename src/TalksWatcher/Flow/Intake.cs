using TalksWatcher.Claims;
using TalksWatcher.Ledger;
using TalksWatcher.Metrics;
using TalksWatcher.Storage;
using TalksWatcher.Storage.Rows;

namespace TalksWatcher.Flow;

/// <summary>document → claim → development: reads every stored report that has not been taken in yet, oldest first.</summary>
internal sealed class Intake(DocumentStore documents, LedgerStore ledger, WatcherMetrics metrics, TimeProvider clock, ILogger<Intake> log)
    : IDisposable
{
    private const int Batch = 100;

    /// <summary>Reports of several sources are taken in one after the other, in order of publication.</summary>
    private readonly SemaphoreSlim one = new(1);

    /// <returns>The developments raised, in the order of the reports.</returns>
    public async Task<IReadOnlyList<Development>> TakeInAsync(WatchFlow watch, CancellationToken cancel)
    {
        await one.WaitAsync(cancel);
        try
        {
            var raised = new List<Development>();
            while (await documents.PendingAsync(watch.Id, Batch, cancel) is { Count: > 0 } pending)
                foreach (var document in pending)
                    raised.AddRange(await TakeInAsync(watch, document, cancel));
            return raised;
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Raises what time itself raises: truces past their date, meetings whose day went by in silence.</summary>
    public async Task<IReadOnlyList<Development>> TickAsync(WatchFlow watch, CancellationToken cancel)
    {
        var raised = await ledger.TickAsync(watch.Ledger, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), cancel);
        Report(watch.Id, raised);
        return raised;
    }

    public void Dispose() => one.Dispose();

    private async Task<IReadOnlyList<Development>> TakeInAsync(WatchFlow watch, DocumentRow document, CancellationToken cancel)
    {
        using var trace = Tracing.Continue("take-in", document.Trace);
        trace?.SetTag("talkswatcher.watch", watch.Id).SetTag("talkswatcher.document", document.Key);
        var report = Reports.Of(document);
        var read = watch.Reader.Read(report);
        var refused = read.SetAside ?? (watch.ReadsArchive(document.Source)
            ? Admission.Refuses(report.Published, clock.GetUtcNow(), watch.Ledger.Settings with { MaxAgeDays = Reports.AnyAge })
            : Admission.Refuses(report.Published, clock.GetUtcNow(), watch.Ledger.Settings));
        var observation = refused is null ? Observed(document, report, read) : null;
        if (await ledger.TakeInAsync(watch.Ledger, document, read, refused, observation, cancel) is not { } raised)
            return [];
        Report(watch.Id, report, read, refused, raised);
        return raised;
    }

    private Observation Observed(DocumentRow document, Report report, ReadResult read) =>
        Reports.Observe(report, read.Claims, clock.GetUtcNow()) with { Revision = document.Revision, Quiet = document.Priming };

    private void Report(string watch, Report report, ReadResult read, string? refused, IReadOnlyList<Development> raised)
    {
        metrics.TakenIn(refused ?? "read", clock.GetUtcNow() - report.Published);
        if (refused is not null)
            Log.SetAside(log, watch, report.Id, refused);
        else
            Log.TakenIn(log, watch, report.Id, read.Claims.Count, raised.Count);
        foreach (var claim in read.Claims)
            metrics.Claimed(Words.Of(claim.Kind));
        Report(watch, raised);
    }

    private void Report(string watch, IReadOnlyList<Development> raised)
    {
        foreach (var development in raised)
        {
            metrics.Raised(Words.Of(development.Topic), development.Held);
            Log.Raised(log, watch, development.Id, Words.Of(development.Topic), Words.Of(development.Change), development.Held);
        }
    }
}
