using TalksWatcher.Sources;

namespace TalksWatcher.Scenarios.Tests.Sources;

/// <summary>A feed that fails for the reason it is told to, or answers that nothing changed.</summary>
internal sealed class ScriptedSource(TimeProvider clock) : ISource
{
    public SourceDefinition Definition { get; } = new() { Name = "wire", Kind = SourceKind.Feed, Url = "https://wire.example/rss", Outlet = "Example Wire" };

    public FailureReason? Failure { get; set; }

    public Task<PollResult> PollAsync(SourceState state, CancellationToken cancel)
    {
        var known = state.For(Definition.Url);
        return Task.FromResult(Failure is { } reason
            ? new PollResult { Outcome = PollOutcome.Failed, Failure = reason, Detail = "https://wire.example/rss: no <b>answer</b>\r\nBcc: x", NewState = known.AfterFailure(clock.GetUtcNow(), reason, notBefore: null) }
            : new PollResult { Outcome = PollOutcome.NotModified, NewState = known.AfterNotModified(clock.GetUtcNow()) });
    }
}
