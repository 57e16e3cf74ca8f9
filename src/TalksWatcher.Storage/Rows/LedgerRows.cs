namespace TalksWatcher.Storage.Rows;

/// <summary>
/// One revision of a report with its claims, as the ledger folds it. Append-only but for the report that it copies: an
/// original may arrive after its copy.
/// </summary>
public sealed class ObservationRow
{
    public required string Watch { get; init; }
    public required string Document { get; init; }

    /// <summary>1 for the report as first fetched.</summary>
    public required int Revision { get; init; }

    /// <summary>1 for the first reading of the revision; later rules may read it again.</summary>
    public int Reading { get; init; } = 1;

    public required DateTimeOffset Published { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public string? Outlet { get; init; }

    /// <summary>The text's print as JSON; <c>null</c> where it has none.</summary>
    public string? Print { get; init; }

    /// <summary>Document that it copies; <c>null</c> where it speaks for itself.</summary>
    public string? CopyOf { get; init; }

    /// <summary>Voice of that document.</summary>
    public string? CopiedVoice { get; init; }

    public required string Json { get; init; }
}

/// <summary>A part of a text's print: near-copies share one. Forgotten once no copy can come any more.</summary>
public sealed class PrintBandRow
{
    /// <summary>Hash of the watch, the part's place in the print and its content.</summary>
    public required long Band { get; init; }

    public required DateTimeOffset Published { get; init; }
    public required string Document { get; init; }
}

/// <summary>Which tracks a report speaks of, in any of its revisions: what a refold of one track has to read.</summary>
public sealed class TrackDocumentRow
{
    public required string Watch { get; init; }
    public required string Track { get; init; }
    public required string Document { get; init; }
    public required DateTimeOffset Published { get; init; }
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

    /// <summary>Observations folded since the last checkpoint.</summary>
    public required int SinceCheckpoint { get; set; }
}

/// <summary>An older state of a track, so that a late report refolds a stretch and not the whole history.</summary>
public sealed class CheckpointRow
{
    public required string Watch { get; init; }
    public required string Track { get; init; }

    /// <summary>Publication of the last observation in it.</summary>
    public required DateTimeOffset Published { get; init; }

    /// <summary>Document of the last observation in it.</summary>
    public required string Document { get; init; }

    public required string Json { get; init; }
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
    public string? Development { get; init; }
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
    public required bool Held { get; set; }
    public required DateTimeOffset At { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>When it came to be owed; <c>null</c> while it is held, and once each subscriber's share is written down.</summary>
    public DateTimeOffset? OwedSince { get; set; }

    /// <summary>W3C trace context of the step that raised it.</summary>
    public string? Trace { get; init; }

    public required string Json { get; set; }
}

/// <summary>What an operator decided, and why. Append-only.</summary>
public sealed class DecisionRow
{
    public required string Watch { get; init; }
    public required string Id { get; init; }
    public required string Document { get; init; }
    public required DateTimeOffset DecidedAt { get; init; }
    public required string Json { get; init; }
}
