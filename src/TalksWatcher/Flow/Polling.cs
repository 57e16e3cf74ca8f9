using TalksWatcher.Metrics;
using TalksWatcher.Sources;
using TalksWatcher.Storage;

namespace TalksWatcher.Flow;

/// <summary>source → document: asks one source once and stores what it gave.</summary>
internal sealed class Polling(DocumentStore documents, WatcherMetrics metrics, TimeProvider clock, ILogger<Polling> log)
{
    /// <returns>The poll and how many report revisions were new; <c>null</c> where the source asked to be left alone for now.</returns>
    public async Task<(PollResult Poll, int Added)?> PollAsync(string watch, ISource source, CancellationToken cancel)
    {
        using var trace = Tracing.Source.StartActivity("poll");
        var name = source.Definition.Name;
        trace?.SetTag("talkswatcher.watch", watch).SetTag("talkswatcher.source", name);
        var state = await documents.SourceAsync(watch, name, cancel);
        if (!state.For(source.Definition.Url).IsDue(clock.GetUtcNow()))
            return null;
        var poll = await source.PollAsync(state, cancel);
        if (source.Definition.Archive)
            poll = poll with { Priming = false };
        var added = await documents.SavePollAsync(watch, name, poll, cancel);
        Report(watch, name, poll, added);
        return (poll, added);
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
