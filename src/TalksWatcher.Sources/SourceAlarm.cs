namespace TalksWatcher.Sources;

/// <summary>When a source is worth an operator's attention: once after its failing persists, once when it answers again.</summary>
public static class SourceAlarm
{
    /// <summary>A source that is asked seldom may fail long without failing often.</summary>
    private const int LeastFailures = 3;

    /// <param name="before">As it was before the poll.</param>
    /// <param name="after">As the poll leaves it.</param>
    /// <param name="now">Time of the poll.</param>
    /// <param name="persists">How long a row of failures must last before it is told.</param>
    /// <returns>The state that remembers what was told, and what is to be told; <c>null</c> where nothing is.</returns>
    public static (SourceState State, SourceNotice? Notice) Judge(SourceState before, SourceState after, DateTimeOffset now, TimeSpan persists)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (after.FailingSince is not { } since)
            return (after, before is { ToldAt: not null, FailingSince: { } failed } ? new SourceNotice(SourceEvent.Recovered, failed) : null);
        if (after.DisabledReason is not null && before.DisabledReason is null)
            return (after with { ToldAt = now }, new SourceNotice(SourceEvent.Disabled, since));
        return after.ToldAt is null && after.FailuresInRow >= LeastFailures && now - since >= persists
            ? (after with { ToldAt = now }, new SourceNotice(SourceEvent.Failing, since))
            : (after, null);
    }
}

/// <param name="Since">First failure of the row that this is about.</param>
public sealed record SourceNotice(SourceEvent Event, DateTimeOffset Since);

public enum SourceEvent
{
    /// <summary>Has failed for longer than a passing trouble lasts.</summary>
    Failing,

    /// <summary>Is gone for good (410) and is asked no more.</summary>
    Disabled,

    /// <summary>Answers again after the operator was told that it fails.</summary>
    Recovered,
}
