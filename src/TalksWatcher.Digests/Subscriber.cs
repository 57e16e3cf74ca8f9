using TalksWatcher.Claims;
using TalksWatcher.Digests.Readers;
using TalksWatcher.Ledger;

namespace TalksWatcher.Digests;

/// <summary>One reader and the pace they asked for.</summary>
public sealed record Subscriber
{
    /// <summary>Mail address as given; unique by its normalised form.</summary>
    public required string Address { get; init; }

    public string? Name { get; init; }

    /// <summary>Empty means all topics.</summary>
    public ValueList<Topic> Topics { get; init; } = [];

    public Pace Pace { get; init; } = Pace.AtOnce;

    /// <summary>Daily and weekly: local time of the digest.</summary>
    public TimeOnly At { get; init; } = new(8, 0);

    /// <summary>Weekly: day of the digest.</summary>
    public DayOfWeek Day { get; init; } = DayOfWeek.Monday;

    /// <summary>IANA name ("Europe/Kyiv").</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>Hours of the local day in which mail sent at once is held back; <c>null</c> for none.</summary>
    public QuietHours? Quiet { get; init; }

    /// <summary>Wants a weekly sign of life when nothing has moved, on <see cref="Day"/> at <see cref="At"/>.</summary>
    public bool StillWatching { get; init; }
}

public enum Pace { AtOnce, Daily, Weekly }
