using TalksWatcher.Claims;

namespace TalksWatcher.Ledger;

/// <summary>One dated report with the claims read from it: what the ledger folds.</summary>
public sealed record Observation
{
    /// <summary>Stable identity of the document; a later revision has the same one.</summary>
    public required string Document { get; init; }

    /// <summary>1 for the first reading; an edited report replaces its earlier revision.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>1 for the first reading of the revision; later rules may have read it again.</summary>
    public int Reading { get; init; } = 1;

    /// <summary>When the outlet published it (UTC). An undated report is no observation; see <see cref="Admission"/>.</summary>
    public required DateTimeOffset Published { get; init; }

    /// <summary>When this revision was recorded (UTC); beliefs "as of" a time rest on what had been recorded by then.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    public string? Outlet { get; init; }

    public string? Url { get; init; }

    public string Title { get; init; } = "";

    public ValueList<Claim> Claims { get; init; } = [];

    /// <summary>Fingerprint of the text; <c>null</c> where the text is not at hand.</summary>
    public TextPrint? Print { get; init; }

    /// <summary>The report that this one copies, as <see cref="TrackLedger.Copied"/> found it; <c>null</c> where there is none.</summary>
    public CopiedReport? Copies { get; init; }

    /// <summary>Of the baseline or of a source's first poll: it informs and raises nothing.</summary>
    public bool Quiet { get; init; }

    /// <summary>Version of the rules that read the claims.</summary>
    public string RulesVersion { get; init; } = "";

    public FoldPosition Position => new(Published, Document);
}

/// <summary>Place of an observation in the order in which a track is folded: publication, then document id.</summary>
public readonly record struct FoldPosition(DateTimeOffset Published, string Document) : IComparable<FoldPosition>
{
    public int CompareTo(FoldPosition other) =>
        Published.CompareTo(other.Published) is not 0 and var byTime ? byTime : string.CompareOrdinal(Document, other.Document);

    public static bool operator <(FoldPosition left, FoldPosition right) => left.CompareTo(right) < 0;

    public static bool operator >(FoldPosition left, FoldPosition right) => left.CompareTo(right) > 0;

    public static bool operator <=(FoldPosition left, FoldPosition right) => left.CompareTo(right) <= 0;

    public static bool operator >=(FoldPosition left, FoldPosition right) => left.CompareTo(right) >= 0;
}
