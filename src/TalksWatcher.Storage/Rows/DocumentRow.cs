namespace TalksWatcher.Storage.Rows;

/// <summary>One revision of one report, stored as it was fetched and marked once it has been taken in.</summary>
public sealed class DocumentRow
{
    public required string Watch { get; init; }

    /// <summary>Content identity of the report.</summary>
    public required string Key { get; init; }

    /// <summary>1 for the report as first fetched; an edit is the next one, be it back to an earlier text.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>Hash of title and text.</summary>
    public required string TextHash { get; init; }

    public required string Source { get; init; }
    public required string Title { get; init; }

    /// <summary><c>null</c> once dropped for its age; claims and evidence stay.</summary>
    public string? Text { get; set; }

    public DateTimeOffset? Published { get; init; }
    public string? Outlet { get; init; }
    public string? Url { get; init; }
    public required DateTimeOffset FetchedAt { get; init; }

    /// <summary>Came with a source's first poll: it informs the ledger and raises nothing.</summary>
    public required bool Priming { get; init; }

    /// <summary>W3C trace context of the poll that brought it; <c>null</c> where none was recorded.</summary>
    public string? Trace { get; init; }

    /// <summary>When its claims reached the ledger; <c>null</c> while that is still to be done.</summary>
    public DateTimeOffset? TakenInAt { get; set; }

    /// <summary>Version of the rules that read it last; <c>null</c> before it is taken in.</summary>
    public string? RulesVersion { get; set; }

    /// <summary>ISO 639-1; <c>null</c> before it is taken in or where it cannot be told.</summary>
    public string? Language { get; set; }

    /// <summary>Why it was kept out of the ledger ("language", "undated"); <c>null</c> where it was not.</summary>
    public string? SetAside { get; set; }
}
