using TalksWatcher.Sources.Feeds;
using TalksWatcher.Sources.Fetching;
using TalksWatcher.Sources.Identity;

namespace TalksWatcher.Sources.Polling;

/// <summary>What feeds and pages share: from an answer to the outcome of the poll and the state it leaves.</summary>
internal sealed class WebPolls(SourceDefinition definition, PollingBounds bounds, TimeProvider clock)
{
    /// <summary>After so many failures in a row, a moved source is asked at its configured address again.</summary>
    private const int FailuresUntilBack = 3;

    private readonly PollSchedule schedule = new(bounds, definition);

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <param name="stored">As storage holds it; void where it was made with another address.</param>
    /// <param name="accept">Media types to ask for.</param>
    /// <param name="fetch">Sends the conditional request for the source's present address.</param>
    /// <param name="read">Reads a whole answer.</param>
    public async Task<PollResult> PollAsync(
        SourceState stored,
        string accept,
        Func<FetchRequest, CancellationToken, Task<FetchResult>> fetch,
        Func<SourceState, FetchedBody, CancellationToken, Task<PollResult>> read,
        CancellationToken cancel)
    {
        var state = stored.For(definition.Url);
        if (HttpAddress.Parse(state.Address ?? state.ConfiguredAddress) is not { } address)
            return NoAddress(state);
        return await fetch(new FetchRequest(address, accept, state.ETag, state.LastModified), cancel) switch
        {
            FetchedBody body => await read(state, body, cancel),
            FetchNotModified same => NotModified(state, same),
            FetchFailure failure => Failed(state, failure),
            var other => throw new InvalidOperationException($"a fetch cannot end in {other.GetType().Name}"),
        };
    }

    public PollResult Failed(SourceState state, FetchFailure failure)
    {
        var next = state.AfterFailure(Now, failure.Reason, notBefore: null);
        return new PollResult
        {
            Outcome = PollOutcome.Failed,
            Failure = failure.Reason,
            Detail = $"{failure.Address}: {failure.Detail}",
            NewState = next with
            {
                Address = next.FailuresInRow >= FailuresUntilBack ? null : next.Address,
                NextPollNotBefore = schedule.AfterFailure(next, Now, failure),
            },
            Answer = failure.Status is { } status ? new AnswerFacts(status, failure.Address.AbsoluteUri, Passed(failure), null, 0, null) : null,
        };
    }

    private PollResult NoAddress(SourceState state) => Failed(
        state,
        FetchFailure.At(new Uri("about:blank"), FailureReason.BadAddress, "the configured address is no http or https address"));

    private PollResult NotModified(SourceState state, FetchNotModified answer)
    {
        var next = state.AfterNotModified(Now) with { Address = answer.MovedTo?.AbsoluteUri ?? state.Address };
        return new PollResult
        {
            Outcome = PollOutcome.NotModified,
            NewState = next with { NextPollNotBefore = schedule.AfterAnswer(next, Now, answer.FreshFor, feed: null) },
            Answer = new AnswerFacts(304, answer.Address.AbsoluteUri, Passed(answer), null, 0, null),
        };
    }

    /// <param name="seen">Fingerprints of what this answer holds and what was read of it.</param>
    /// <param name="complete">Whether all of it was read; else the next poll asks for all of it again.</param>
    public PollResult Read(
        SourceState state, FetchedBody body, ReportsRead read, string[] seen, bool complete, Feed? feed, AnswerFacts facts)
    {
        var next = state.AfterRead(Now, read.Documents.Count > 0) with
        {
            Address = body.MovedTo?.AbsoluteUri ?? state.Address,
            ETag = complete ? body.ETag : null,
            LastModified = complete ? body.LastModified : null,
            Seen = seen,
        };
        return new PollResult
        {
            Outcome = PollOutcome.Read,
            Documents = read.Documents,
            Faults = read.Faults,
            Priming = state.PrimedAt is null,
            NewState = next with { NextPollNotBefore = schedule.AfterAnswer(next, Now, body.FreshFor, feed) },
            Answer = facts,
        };
    }

    public static AnswerFacts Facts(FetchedBody body, string charset, int entries, DateTimeOffset? newest) =>
        new(body.Status ?? 200, body.Address.AbsoluteUri, Passed(body), charset, entries, newest);

    private static string[] Passed(FetchResult result) => [.. result.Redirects.Select(address => address.AbsoluteUri)];
}

/// <summary>What one answer gave, entry by entry.</summary>
internal sealed record ReportsRead(IReadOnlyList<Document> Documents, IReadOnlyList<SourceFault> Faults);
