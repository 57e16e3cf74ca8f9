namespace TalksWatcher.Claims.Times;

/// <summary>A date phrase of a text, read as days against the day of publication.</summary>
/// <param name="Start">UTF-16 offset of the phrase in the text.</param>
/// <param name="Length">
/// UTF-16 length of the phrase; the words that set the role ("until") belong to it, a bare "on" or "in" does not.
/// </param>
/// <param name="From">First day, inclusive; <c>null</c> where open or not said.</param>
/// <param name="To">
/// Last day, inclusive; <c>null</c> where open or not said. Both are <c>null</c> where the phrase fixes no days.
/// </param>
/// <param name="Grain">How finely the phrase speaks.</param>
/// <param name="Role">What the days are to the event.</param>
public sealed record TimeMention(int Start, int Length, DateOnly? From, DateOnly? To, TimeGrain Grain, TimeRole Role)
{
    /// <summary>Names of the rules that read it, the outermost first: <c>until/late-part/month</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>Where the verbs of its clause point; settles bare weekdays and dates without a year.</summary>
    public TimeDirection Direction { get; init; }

    /// <summary>Length of a stated term ("a 30-day truce"); <c>null</c> where none is stated.</summary>
    public int? Days { get; init; }

    public int End => Start + Length;

    public bool HasInterval => From is not null || To is not null;
}

/// <summary>How finely a phrase speaks; coarser than its days where it only nears them ("in two weeks" is a Week).</summary>
public enum TimeGrain { Day, Days, Week, Weekend, PartOfMonth, Month, Season, Year, Vague }

public enum TimeRole
{
    /// <summary>The event lies on these days.</summary>
    On,

    /// <summary>It is to happen at the latest on <see cref="TimeMention.To"/>.</summary>
    By,

    /// <summary>It lasts to <see cref="TimeMention.To"/>.</summary>
    Until,

    /// <summary>It began on <see cref="TimeMention.From"/> and goes on.</summary>
    Since,

    /// <summary>It begins on <see cref="TimeMention.From"/> or later.</summary>
    From,

    /// <summary>It lasts all these days.</summary>
    For,

    /// <summary>It lies somewhere from the day of publication to <see cref="TimeMention.To"/>.</summary>
    Within,

    /// <summary>Only a length is said; no days.</summary>
    Duration,

    /// <summary>"two days after the attack": the day of what it is counted from, not of what is told to be so far off.</summary>
    OfEvent,
}

public enum TimeDirection
{
    /// <summary>No verb of the clause tells.</summary>
    Unknown,
    Past,

    /// <summary>"is", "begins": ahead, if near.</summary>
    Present,
    Future,

    /// <summary>A future seen from the past ("had been due on Sunday"): either side of the publication.</summary>
    Either,
}
