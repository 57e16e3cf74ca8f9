using TalksWatcher.Claims;
using TalksWatcher.Configuration;
using TalksWatcher.Sources;
using TalksWatcher.Storage;

namespace TalksWatcher.Flow;

/// <summary>How one configured source stands: what <c>sources list</c> prints.</summary>
/// <param name="NextPoll">UTC, at the earliest; <c>null</c> where the source is off, disabled or never polled.</param>
/// <param name="NotModifiedShare">Of all polls, those answered "nothing new" (304), from 0 to 1; <c>null</c> before the first.</param>
/// <param name="SetAside">Reports that were fetched but kept out of the ledger, by reason.</param>
/// <param name="Faults">What could not be read in the last whole answer.</param>
internal sealed record SourceStanding(
    string Watch,
    string Name,
    SourceKind Kind,
    string? Place,
    SourceHealth Health,
    DateTimeOffset? LastSuccess,
    int FailuresInRow,
    FailureReason? LastFailure,
    DateTimeOffset? FailingSince,
    DateTimeOffset? NextPoll,
    int Polls,
    double? NotModifiedShare,
    IReadOnlyDictionary<string, int> SetAside,
    IReadOnlyList<SourceFault> Faults)
{
    /// <summary>All sources of the watch, in the configuration's order.</summary>
    public static async Task<IReadOnlyList<SourceStanding>> OfAsync(Watch watch, SourceStore store, TimeSpan usual, CancellationToken cancel)
    {
        var states = await store.StatesAsync(watch.Id, cancel);
        var aside = await store.SetAsideAsync(watch.Id, cancel);
        return [.. watch.AllSources.Select(source =>
            Of(watch.Id, source, (states.GetValueOrDefault(source.Name) ?? SourceState.New).For(source.Url), aside[source.Name], usual))];
    }

    private static SourceStanding Of(string watch, SourceDefinition source, SourceState state, IEnumerable<SetAsideCount> aside, TimeSpan usual)
    {
        var health = HealthOf(source, state);
        return new SourceStanding(
            watch,
            source.Name,
            source.Kind,
            source.Url ?? source.Path,
            health,
            state.LastSuccessAt,
            state.FailuresInRow,
            state.LastFailure,
            state.FailingSince,
            health is SourceHealth.Off or SourceHealth.Disabled ? null : Later(state.LastPolledAt + (source.Interval ?? usual), state.NextPollNotBefore),
            state.Polls,
            state.Polls == 0 ? null : Math.Round((double)state.NotModified / state.Polls, 3),
            aside.ToDictionary(a => a.Reason, a => a.Count, StringComparer.Ordinal),
            state.Faults);
    }

    private static SourceHealth HealthOf(SourceDefinition source, SourceState state) => (source.Enabled, state) switch
    {
        (false, _) => SourceHealth.Off,
        (_, { DisabledReason: not null }) => SourceHealth.Disabled,
        (_, { Polls: 0 }) => SourceHealth.New,
        (_, { FailuresInRow: > 0 }) => SourceHealth.Failing,
        _ => SourceHealth.Answers,
    };

    private static DateTimeOffset? Later(DateTimeOffset? a, DateTimeOffset? b) => b is null || a > b ? a : b;
}

internal enum SourceHealth
{
    /// <summary>Switched off in the configuration.</summary>
    Off,

    /// <summary>Not polled yet.</summary>
    New,

    Answers,

    Failing,

    /// <summary>Gone (410): not asked until it is enabled.</summary>
    Disabled,
}
