namespace TalksWatcher.Sources.Polling;

/// <summary>Between what limits the wishes of servers and our own back-off move the time of the next poll.</summary>
/// <param name="Usual">Time between polls of a source that configures none.</param>
/// <param name="Quiet">The longest time between polls of a source that brings nothing new.</param>
/// <param name="Most">The longest wait that a server or a row of failures may cause.</param>
public sealed record PollingBounds(TimeSpan Usual, TimeSpan Quiet, TimeSpan Most)
{
    public static PollingBounds Default { get; } = new(TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(24));
}
