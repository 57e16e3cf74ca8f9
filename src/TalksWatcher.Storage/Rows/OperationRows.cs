namespace TalksWatcher.Storage.Rows;

/// <summary>What is remembered of a source between polls.</summary>
public sealed class SourceRow
{
    public required string Watch { get; init; }
    public required string Name { get; init; }
    public required string Json { get; set; }
    public DateTimeOffset? LastSuccess { get; set; }
}

/// <summary>A switch or mark that outlives the process ("mail.paused").</summary>
public sealed class MarkRow
{
    public required string Name { get; init; }
    public required string Value { get; set; }
    public required DateTimeOffset ChangedAt { get; set; }
}
