namespace TalksWatcher.Sources;

/// <summary>The outcome of one poll. A failure is an outcome, not an exception: it never stops another source.</summary>
public sealed record PollResult
{
    public required PollOutcome Outcome { get; init; }

    /// <summary>To be stored together with <see cref="Documents"/>.</summary>
    public required SourceState NewState { get; init; }

    /// <summary>New and edited reports, in the source's order. May repeat a known key with the same text.</summary>
    public IReadOnlyList<Document> Documents { get; init; } = [];

    /// <summary>Reports that were set aside one by one; the rest of the poll is whole.</summary>
    public IReadOnlyList<SourceFault> Faults { get; init; } = [];

    /// <summary>Only where the outcome is <see cref="PollOutcome.Failed"/>.</summary>
    public FailureReason? Failure { get; init; }

    /// <summary>One line for the operator; holds text of the source, so print it escaped.</summary>
    public string? Detail { get; init; }

    /// <summary>The first successful poll of the source: its documents prime the ledger and are no news.</summary>
    public bool Priming { get; init; }

    /// <summary>For <c>sources check</c>: what the answer looked like; <c>null</c> where there was none.</summary>
    public AnswerFacts? Answer { get; init; }
}

public enum PollOutcome { Read, NotModified, Failed }

/// <summary>Something in a source that could not be read, and what to do about it.</summary>
/// <param name="Place">File, entry or address, with the field or line where known.</param>
/// <param name="Problem">What is wrong, in one clause.</param>
/// <param name="Remedy">What the operator can do, in one clause.</param>
public sealed record SourceFault(string Place, string Problem, string Remedy)
{
    public override string ToString() => $"{Place}: {Problem}; {Remedy}";
}

/// <param name="Status">HTTP status.</param>
/// <param name="Address">Where the answer came from, after redirects.</param>
/// <param name="Redirects">Every address that was passed on the way.</param>
/// <param name="Charset">The charset the text was read in; <c>null</c> where it was never read.</param>
/// <param name="Entries">Entries or links found.</param>
/// <param name="Newest">The newest date among them; <c>null</c> where none is dated.</param>
public sealed record AnswerFacts(
    int Status, string Address, IReadOnlyList<string> Redirects, string? Charset, int Entries, DateTimeOffset? Newest);
