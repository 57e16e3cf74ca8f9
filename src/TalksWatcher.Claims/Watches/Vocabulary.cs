namespace TalksWatcher.Claims.Watches;

/// <summary>
/// The names that one watched negotiation adds to the language rules: who, where, which conflict. Everything here comes
/// from the watch's folder; the engine knows none of it. A name written in capitals or with a capital letter is found only
/// so in a text.
/// </summary>
public sealed record Vocabulary
{
    /// <summary>The sides at war, by code.</summary>
    public required ValueList<string> Warring { get; init; }

    /// <summary>Codes of those who broker and may sit at the table.</summary>
    public ValueList<string> Mediators { get; init; } = [];

    public ValueList<Actor> Actors { get; init; } = [];

    public ValueList<Person> People { get; init; } = [];

    public ValueList<Body> Bodies { get; init; } = [];

    public ValueList<Outlet> Outlets { get; init; } = [];

    public ValueList<Place> Places { get; init; } = [];

    /// <summary>Treaties, papers and the like whose names hold a place that is no venue.</summary>
    public ValueList<string> NeverVenues { get; init; } = [];

    /// <summary>What reports call the watched war and its diplomacy.</summary>
    public ValueList<string> WarNames { get; init; } = [];

    public ValueList<OtherConflict> OtherConflicts { get; init; } = [];

    /// <summary>Codes of all who sit at the table in their own right: the sides, the mediators and the bloc.</summary>
    internal HashSet<string> Principals() => [.. Warring, .. Mediators, "EU"];
}

/// <summary>A country or bloc.</summary>
/// <param name="Code">ISO 3166 code, or <c>EU</c>.</param>
/// <param name="Place">Its name where it is a venue; <c>null</c> for a bloc.</param>
/// <param name="Capital">Stands for its government ("Moscow said") unless a text goes there.</param>
/// <param name="Metonyms">Seats and bodies that stand for its government ("the Kremlin").</param>
public sealed record Actor(
    string Code,
    string? Place,
    ValueList<string> Names,
    ValueList<string> Adjectives,
    ValueList<string>? Demonyms = null,
    string? Capital = null,
    ValueList<string>? Metonyms = null);

/// <param name="Name">Full name as claims give it.</param>
/// <param name="Actor">Code of the side.</param>
/// <param name="Aliases">Other spellings; a single word is a name that needs no earlier mention in full.</param>
/// <param name="Offices">Descriptions that point to this person alone ("the Turkish president").</param>
public sealed record Person(
    string Name,
    string Actor,
    PersonRank Rank,
    ValueList<string>? Aliases = null,
    ValueList<string>? Offices = null);

public enum PersonRank { Leader, Minister, Envoy, Official }

/// <summary>A ministry, company or group that speaks.</summary>
public sealed record Body(string Name, string Actor, ValueList<string>? Aliases = null);

/// <summary>An outlet or agency that reports credit.</summary>
public sealed record Outlet(string Name, ValueList<string>? Aliases = null);

/// <param name="Country">Code of the country it lies in.</param>
/// <param name="Region">The place around it by which reports name it as well ("Miami": "Florida").</param>
public sealed record Place(string Name, string Country, ValueList<string>? Aliases = null, string? Region = null);

/// <param name="Cues">Names of its parties, people and places.</param>
public sealed record OtherConflict(string Name, ValueList<string> Cues);
