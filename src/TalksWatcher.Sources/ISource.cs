namespace TalksWatcher.Sources;

/// <summary>One configured place that reports come from: a folder, a feed or a page.</summary>
public interface ISource
{
    SourceDefinition Definition { get; }

    /// <summary>Asks once. Every failure of the world is a <see cref="PollResult"/>; only cancellation throws.</summary>
    Task<PollResult> PollAsync(SourceState state, CancellationToken cancel);
}
