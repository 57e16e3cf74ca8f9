using TalksWatcher.Claims;

namespace TalksWatcher.Ledger;

/// <summary>One line of the ledger: a claim of a report, what was believed before, and what was decided and why.</summary>
public sealed record LedgerEntry
{
    /// <summary>Content key.</summary>
    public required string Id { get; init; }

    public required string Watch { get; init; }

    public required string Track { get; init; }

    /// <summary>The subject that the claim was taken for; <c>null</c> where it found none.</summary>
    public string? Subject { get; init; }

    /// <summary>Report; <c>null</c> where time itself or an operator decided.</summary>
    public string? Document { get; init; }

    public int Revision { get; init; }

    /// <summary>Publication of the report (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When it was recorded (UTC).</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    public Claim? Claim { get; init; }

    /// <summary>What was believed before.</summary>
    public Claim? Before { get; init; }

    public required BeliefEffect Effect { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>A plain sentence for <c>explain</c>.</summary>
    public required string Reason { get; init; }

    /// <summary>Development that it raised, released or supports.</summary>
    public string? Development { get; init; }

    /// <summary>Version of the rules that read the claim.</summary>
    public string RulesVersion { get; init; } = "";
}

/// <summary>What the entry did to the beliefs.</summary>
public enum BeliefEffect { None, Opened, Set, Supported, Withdrawn }

/// <summary>What was decided about the claim.</summary>
public enum Verdict
{
    Raised,
    Held,
    Released,

    /// <summary>Already known, or known more precisely or more surely.</summary>
    Known,

    /// <summary>Told as background.</summary>
    Background,

    /// <summary>Of the baseline, or older than the watch of its source: taken in without raising.</summary>
    Quiet,

    /// <summary>A reprint or retelling of an earlier report.</summary>
    Echo,

    /// <summary>A member of a delegation or a strike: it informs and raises nothing by itself.</summary>
    Noted,

    /// <summary>An operator rejected the claim.</summary>
    Rejected,

    /// <summary>An operator took the development back.</summary>
    Retracted,

    /// <summary>The outlet changed its report and the claim is gone.</summary>
    Withdrawn,
}
