namespace TalksWatcher.Storage.Rows;

/// <summary>The claims of one report revision as one track took them in: what a refold reads. Append-only.</summary>
public sealed class ObservationRow
{
    public required string Watch { get; init; }
    public required string Track { get; init; }
    public required string Document { get; init; }
    public required string TextHash { get; init; }
    public required DateTimeOffset Published { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    public required string Json { get; init; }
}

/// <summary>The folded state of a track: a cache that observations and decisions can rebuild.</summary>
public sealed class TrackRow
{
    public required string Watch { get; init; }
    public required string Track { get; init; }

    /// <summary>Concurrency token: two writers that read the same version cannot both write.</summary>
    public required Guid Version { get; set; }

    public required string Json { get; set; }
    public required DateTimeOffset UpdatedAt { get; set; }
}

/// <summary>One step of the ledger's reasoning. Append-only.</summary>
public sealed class LedgerEntryRow
{
    public required string Watch { get; init; }

    /// <summary>Content key.</summary>
    public required string Id { get; init; }

    public required string Track { get; init; }
    public string? Subject { get; init; }
    public string? Document { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    public required string Json { get; init; }
}

/// <summary>A development, once raised. Only <see cref="Held"/> changes, when it is released.</summary>
public sealed class DevelopmentRow
{
    public required string Watch { get; init; }

    /// <summary>Content key: raised twice, stored once.</summary>
    public required string Id { get; init; }

    public required string Track { get; init; }
    public required string Subject { get; init; }
    public string? Document { get; init; }
    public required string Topic { get; init; }
    public required bool Held { get; set; }
    public required DateTimeOffset At { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    public required string Json { get; set; }
}

/// <summary>What an operator decided, and why. Append-only.</summary>
public sealed class DecisionRow
{
    public required string Watch { get; init; }
    public required Guid Id { get; init; }
    public required DateTimeOffset DecidedAt { get; init; }
    public required string Json { get; init; }
}
