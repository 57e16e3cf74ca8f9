namespace TalksWatcher.Sources;

/// <summary>
/// What is kept of a source between two polls. A poll takes the stored state and gives the next one; storage keeps it in
/// the transaction that keeps the documents, so that a crash between them loses and repeats nothing.
/// </summary>
public sealed record SourceState
{
    /// <summary>The state of a source that was never polled.</summary>
    public static SourceState New { get; } = new();

    /// <summary>By how much the clocks of replicas may differ.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromHours(1);

    /// <summary>Verbatim <c>ETag</c> of the last whole answer.</summary>
    public string? ETag { get; init; }

    /// <summary>Verbatim <c>Last-Modified</c> of the last whole answer.</summary>
    public string? LastModified { get; init; }

    /// <summary>The configured address that this state was made with; another one makes validators and moves void.</summary>
    public string? ConfiguredAddress { get; init; }

    /// <summary>Where the source has permanently moved to (301, 308); <c>null</c> means the configured address.</summary>
    public string? Address { get; init; }

    /// <summary>First successful poll; its documents are the baseline, not news. <c>null</c>: not yet primed.</summary>
    public DateTimeOffset? PrimedAt { get; init; }

    public DateTimeOffset? LastPolledAt { get; init; }

    /// <summary>Last poll that was answered, be it "not modified".</summary>
    public DateTimeOffset? LastSuccessAt { get; init; }

    public DateTimeOffset? LastFailureAt { get; init; }

    public FailureReason? LastFailure { get; init; }

    /// <summary>0 while the source answers.</summary>
    public int FailuresInRow { get; init; }

    /// <summary>First failure of the present row; <c>null</c> while the source answers.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>When the operator was told of the present row of failures; <c>null</c> where there was no need.</summary>
    public DateTimeOffset? ToldAt { get; init; }

    /// <summary>What the server or our back-off asks: no poll before this time.</summary>
    public DateTimeOffset? NextPollNotBefore { get; init; }

    /// <summary>Set when the source answered 410; no poll until an operator clears it.</summary>
    public FailureReason? DisabledReason { get; init; }

    public DateTimeOffset? DisabledAt { get; init; }

    /// <summary>Polls since the last one that brought something new.</summary>
    public int QuietInRow { get; init; }

    /// <summary>Polls since the source was added, and how many of them were answered "not modified".</summary>
    public int Polls { get; init; }

    public int NotModified { get; init; }

    /// <summary>Fingerprints of the entries or files of the last whole answer: what stands here is not read again.</summary>
    public IReadOnlyList<string> Seen { get; init; } = [];

    /// <summary>What the last whole answer held that could not be read: the first few.</summary>
    public IReadOnlyList<SourceFault> Faults { get; init; } = [];

    /// <summary>Whether a poll may go out: not disabled, and not before the time that was asked for.</summary>
    public bool IsDue(DateTimeOffset now) => DisabledReason is null && (NextPollNotBefore is null || NextPollNotBefore <= now || IsOfAnotherClock(now));

    /// <summary>Polled long after now: the clock has been set back since, and what it made of "not before" means nothing.</summary>
    private bool IsOfAnotherClock(DateTimeOffset now) => LastPolledAt > now + ClockSkew;

    /// <summary>This state as it holds for the configured address.</summary>
    public SourceState For(string? configuredAddress) => ConfiguredAddress == configuredAddress
        ? this
        : this with
        {
            ConfiguredAddress = configuredAddress,
            Address = null,
            ETag = null,
            LastModified = null,
            NextPollNotBefore = null,
            DisabledReason = null,
            DisabledAt = null,
        };

    /// <summary>This state with nothing that keeps the next poll from going out.</summary>
    public SourceState Enabled() => this with { DisabledReason = null, DisabledAt = null, NextPollNotBefore = null };

    public SourceState AfterRead(DateTimeOffset now, bool broughtNews) => Answered(now) with
    {
        PrimedAt = PrimedAt ?? now,
        QuietInRow = broughtNews ? 0 : QuietInRow + 1,
    };

    public SourceState AfterNotModified(DateTimeOffset now) =>
        Answered(now) with { NotModified = NotModified + 1, QuietInRow = QuietInRow + 1 };

    /// <param name="notBefore">The server's own wish (Retry-After), or our back-off.</param>
    public SourceState AfterFailure(DateTimeOffset now, FailureReason reason, DateTimeOffset? notBefore) => this with
    {
        LastPolledAt = now,
        LastFailureAt = now,
        LastFailure = reason,
        FailuresInRow = FailuresInRow + 1,
        FailingSince = FailingSince ?? now,
        Polls = Polls + 1,
        NextPollNotBefore = notBefore,
        DisabledReason = reason == FailureReason.Gone ? reason : DisabledReason,
        DisabledAt = reason == FailureReason.Gone ? now : DisabledAt,
    };

    private SourceState Answered(DateTimeOffset now) => this with
    {
        LastPolledAt = now,
        LastSuccessAt = now,
        FailuresInRow = 0,
        FailingSince = null,
        ToldAt = null,
        Polls = Polls + 1,
        NextPollNotBefore = null,
    };
}
