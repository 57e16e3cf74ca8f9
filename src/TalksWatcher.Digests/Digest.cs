using TalksWatcher.Claims;
using TalksWatcher.Ledger;

namespace TalksWatcher.Digests;

/// <summary>What one subscriber gets in one mail.</summary>
public sealed record Digest
{
    /// <summary>Idempotency key; the Message-ID is made from it.</summary>
    public required string Id { get; init; }

    /// <summary>Id and readable title of the watch ("ukraine", "Russia–Ukraine negotiations").</summary>
    public required string Watch { get; init; }

    public required string WatchTitle { get; init; }

    public required DateTimeOffset BuiltAt { get; init; }

    /// <summary>Most important first; one for each matter (<see cref="DevelopmentFold"/>).</summary>
    public required ValueList<Development> Developments { get; init; }

    /// <summary>States that a development passed through since the reader last heard of its matter, by its id.</summary>
    public IReadOnlyDictionary<string, ValueList<Claim>> Between { get; init; } = new Dictionary<string, ValueList<Claim>>(StringComparer.Ordinal);

    /// <summary>Open rounds and episodes, for "where things stand".</summary>
    public ValueList<SubjectState> Standing { get; init; } = [];

    /// <summary>The first digest after a long silence; it sums up, it is no alarm.</summary>
    public bool CatchUp { get; init; }

    /// <summary>Sources that have been dark longer than the limit, by name.</summary>
    public ValueList<string> DarkSources { get; init; } = [];

    /// <summary>How many sources are watched; <c>null</c> where that is not known. Shown when nothing moved.</summary>
    public int? SourcesWatched { get; init; }

    /// <summary>Titles of the reports behind the developments, by document id, for link texts.</summary>
    public IReadOnlyDictionary<string, string> ReportTitles { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
