using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Names;

/// <summary>What a name of the watch stands for.</summary>
/// <param name="Canonical">The name as claims give it.</param>
/// <param name="Actor">Code of the side it belongs to; <c>null</c> where none.</param>
/// <param name="Venue">The name as a venue; <c>null</c> where nobody meets there.</param>
internal sealed record Name(NameKind Kind, string Canonical, string? Actor, string? Venue = null, PersonRank? Rank = null)
{
    /// <summary>The capital of a side at the table: rather its government than a place.</summary>
    public bool IsPartySeat { get; init; }

    /// <summary>The country whose government a capital stands for; <c>null</c> for other names.</summary>
    public string? Seats { get; init; }

    /// <summary>The name as a speaker: people by surname, "Moscow" as its country.</summary>
    public string Spoken => Kind is NameKind.Person or NameKind.Office ? Canonical[(Canonical.LastIndexOf(' ') + 1)..] : Seats ?? Canonical;

    /// <summary>A speaker told of by a role alone: "an adviser to the president".</summary>
    public bool IsRole { get; init; }

    /// <summary>A body that several sides have ("the Defense Ministry"): by side, the one meant.</summary>
    public IReadOnlyDictionary<string, Name>? BySide { get; init; }

    /// <summary>The full name that must have been met before this name alone is trusted; <c>null</c> where none.</summary>
    public string? NeedsFull { get; init; }
}

internal enum NameKind
{
    /// <summary>"Russia".</summary>
    Country,

    /// <summary>"Russian", "US" before a noun.</summary>
    Adjective,

    /// <summary>"the Russians".</summary>
    Demonym,

    /// <summary>"the Kremlin".</summary>
    Government,

    /// <summary>"Moscow": a city and a government.</summary>
    Capital,

    Person,

    /// <summary>"the Turkish president".</summary>
    Office,

    Body,
    Outlet,
    Place,

    /// <summary>"the Budapest Memorandum": no venue inside it.</summary>
    NeverVenue,
}

/// <summary>A name in a sentence.</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="Count">How many tokens it spans.</param>
internal sealed record Mention(Name Name, int First, int Count)
{
    public int Last => First + Count - 1;

    public NameKind Kind => Name.Kind;

    public string? Actor => Name.Actor;

    public bool IsPerson => Kind is NameKind.Person or NameKind.Office;
}
