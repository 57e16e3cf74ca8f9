using TalksWatcher.Claims;
using TalksWatcher.Sources;

namespace TalksWatcher.Flow;

/// <summary>Whom readers have not heard from for too long. Pure.</summary>
internal static class DarkSources
{
    /// <param name="sources">The enabled ones.</param>
    /// <param name="limit">A source is dark that has failed for longer than this.</param>
    /// <returns>Outlets, or names of sources that have none, in order; an outlet is dark only if all its sources are.</returns>
    public static ValueList<string> Of(
        IEnumerable<SourceDefinition> sources, IReadOnlyDictionary<string, SourceState> states, DateTimeOffset now, TimeSpan limit) =>
        sources.GroupBy(source => source.Outlet ?? source.Name, StringComparer.Ordinal)
            .Where(outlet => outlet.All(source => states.GetValueOrDefault(source.Name)?.FailingSince is { } since && now - since > limit))
            .Select(outlet => outlet.Key)
            .Order(StringComparer.OrdinalIgnoreCase)
            .ToValueList();
}
