namespace TalksWatcher.Storage.Rows;

/// <summary>One claim as one version of the rules read it. Append-only.</summary>
public sealed class ClaimRow
{
    public required string Watch { get; init; }
    public required string DocumentKey { get; init; }
    public required string TextHash { get; init; }
    public required string RulesVersion { get; init; }

    /// <summary>Position within the report's claims.</summary>
    public required int Position { get; init; }

    /// <summary>The public JSON of the claim.</summary>
    public required string Json { get; init; }
}
