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

    /// <summary>Reports that other workers are at are passed over; those that such a worker leaves are met at the next turn.</summary>
    /// <returns>The developments raised, in the order of the reports.</returns>
    public async Task<IReadOnlyList<Development>> TakeInAsync(WatchFlow watch, CancellationToken cancel)
    {
        await one.WaitAsync(cancel);
        try
        {
            var raised = new List<Development>();
            while (await TakeInBatchAsync(watch, raised, cancel))
            {
            }

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

    /// <returns>Whether any report was there to be taken in.</returns>
    private async Task<bool> TakeInBatchAsync(WatchFlow watch, List<Development> raised, CancellationToken cancel)
    {
        var any = false;
        foreach (var document in await documents.PendingAsync(watch.Id, Batch, cancel))
            if (await TakeInAsync(watch, document, cancel) is { } developments)
            {
                any = true;
                raised.AddRange(developments);
            }

        return any;
    }

    private async Task<IReadOnlyList<Development>?> TakeInAsync(WatchFlow watch, DocumentRow document, CancellationToken cancel)
    {
        using var trace = Tracing.Continue("take-in", document.Trace);
        trace?.SetTag("talkswatcher.watch", watch.Id).SetTag("talkswatcher.document", document.Key);
        ReadReport? read = null;
        var raised = await ledger.TakeInAsync(watch.Ledger, document, () => read = Read(watch, document), cancel);
        if (raised is not null)
            Report(watch.Id, Reports.Of(document), read!, raised);
        return raised;
    }

    private ReadReport Read(WatchFlow watch, DocumentRow document)
    {
        var report = Reports.Of(document);
        var read = ReadText(watch, report);
        var refused = read.SetAside ?? (watch.ReadsArchive(document.Source)
            ? Admission.Refuses(report.Published, clock.GetUtcNow(), watch.Ledger.Settings with { MaxAgeDays = Reports.AnyAge })
            : Admission.Refuses(report.Published, clock.GetUtcNow(), watch.Ledger.Settings));
        return new ReadReport(read, refused, refused is null ? Observed(document, report, read) : null);
    }

    /// <summary>A text that the reader fails on is kept aside and named: it must not hold up those after it.</summary>
    private ReadResult ReadText(WatchFlow watch, Report report)
    {
        try
        {
            return watch.Read(report);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.Unreadable(log, fault, watch.Id, report.Id);
            return new ReadResult(report.Id, Language: null, "unreadable", []);
        }
    }

    private Observation Observed(DocumentRow document, Report report, ReadResult read) =>
        Reports.Observe(report, read.Claims, clock.GetUtcNow()) with { Revision = document.Revision, Quiet = document.Priming };

    private void Report(string watch, Report report, ReadReport read, IReadOnlyList<Development> raised)
    {
        var (result, refused, _) = read;
        metrics.TakenIn(refused ?? "read", clock.GetUtcNow() - report.Published);
        if (refused is not null)
            Log.SetAside(log, watch, report.Id, refused);
        else
            Log.TakenIn(log, watch, report.Id, result.Claims.Count, raised.Count);
        foreach (var claim in result.Claims)
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
