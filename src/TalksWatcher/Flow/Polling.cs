using TalksWatcher.Metrics;
using TalksWatcher.Sources;
using TalksWatcher.Storage;

namespace TalksWatcher.Flow;

/// <summary>source → document: asks one source once and stores what it gave.</summary>
/// <param name="persists">How long a source must have failed before the operator is told.</param>
internal sealed class Polling(
    DocumentStore documents, SourceNotices notices, TimeSpan persists, WatcherMetrics metrics, TimeProvider clock, ILogger<Polling> log)
{
    private const int KeptFaults = 10;

    /// <returns>The poll and how many report revisions were new; <c>null</c> where the source asked to be left alone for now.</returns>
    public async Task<(PollResult Poll, int Added)?> PollAsync(string watch, ISource source, CancellationToken cancel)
    {
        using var trace = Tracing.Source.StartActivity("poll");
        var name = source.Definition.Name;
        trace?.SetTag("talkswatcher.watch", watch).SetTag("talkswatcher.source", name);
        var state = await documents.SourceAsync(watch, name, cancel);
        if (!state.For(source.Definition.Url).IsDue(clock.GetUtcNow()))
            return null;
        var (poll, notice) = Judge(state.For(source.Definition.Url), await source.PollAsync(state, cancel));
        if (source.Definition.Archive)
            poll = poll with { Priming = false };
        var letter = notice is null ? null : notices.Write(watch, source.Definition, notice, poll);
        var added = await documents.SavePollAsync(watch, name, poll, letter, cancel);
        Report(watch, name, poll, added);
        if (notice is not null)
            notices.Report(watch, name, notice, poll);
        return (poll, added);
    }

    private (PollResult Poll, SourceNotice? Notice) Judge(SourceState before, PollResult poll)
    {
        var (after, notice) = SourceAlarm.Judge(before, poll.NewState, clock.GetUtcNow(), persists);
        if (poll.Outcome == PollOutcome.Read)
            after = after with { Faults = [.. poll.Faults.Take(KeptFaults)] };
        return (poll with { NewState = after }, notice);
    }

    private void Report(string watch, string name, PollResult poll, int added)
    {
        metrics.Polled(poll.Failure is { } failure ? failure.Name() : Words.Of(poll.Outcome));
        if (poll.Failure is { } reason)
            Log.PollFailed(log, watch, name, reason.Name(), poll.NewState.FailuresInRow, OneLine.Of(poll.Detail));
        else
            Log.Polled(log, watch, name, poll.Outcome, poll.Documents.Count, added);
        foreach (var fault in poll.Faults)
            Log.ReportFault(log, watch, name, OneLine.Of(fault.ToString()));
    }
}
