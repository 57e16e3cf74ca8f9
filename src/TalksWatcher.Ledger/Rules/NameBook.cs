using System.Globalization;
using System.Text;
using TalksWatcher.Claims;

namespace TalksWatcher.Ledger.Rules;

/// <summary>What the watch's names say about places and speakers.</summary>
internal sealed class NameBook
{
    /// <summary>Words of a speaker who is not named; <c>says</c> holds canonical English.</summary>
    private static readonly string[] Unnamed =
        ["official", "officials", "source", "sources", "person", "people", "adviser", "advisers", "aide", "aides", "familiar"];

    private readonly Dictionary<string, string> countries;
    private readonly Dictionary<string, string> places;
    private readonly Dictionary<string, string> regions;
    private readonly Dictionary<string, string> speakers;

    public NameBook(LedgerNames names)
    {
        countries = new Dictionary<string, string>(names.Countries, StringComparer.Ordinal);
        places = Folded(names.Places);
        regions = Folded(names.Regions);
        speakers = Folded(names.Speakers);
        Mediators = names.Mediators;
    }

    public ValueList<string> Mediators { get; }

    /// <summary>Display name of a code; the code itself where the watch has none.</summary>
    public string Country(string code) => countries.GetValueOrDefault(code, code);

    /// <summary>As headlines have it: "US" for a name whose initials are its code.</summary>
    public string Short(string code) =>
        string.Concat(Country(code).Split(' ').Select(word => word.Length > 0 ? word[..1] : "")) == code ? code : Country(code);

    /// <summary>Whether a place is that side's own capital or land.</summary>
    public bool IsAtHome(string side, string place) => CodeOf(place) == side;

    /// <summary>Whether who knows one place knows the other: the same, or the other is its region or country.</summary>
    public bool Covers(string known, string told) => Fold(known) == Fold(told)
        || (regions.TryGetValue(Fold(known), out var region) && Fold(region) == Fold(told))
        || (IsCountry(told) && CodeOf(known) is { } code && code == CodeOf(told));

    /// <summary>Whether a claim names a place, a day or an outcome that the other leaves open.</summary>
    public bool SaysMore(Claim claim, Claim other) =>
        (claim.Place is { } place && (other.Place is not { } known || !Covers(known, place)))
        || (Span.Of(claim) is not null && Span.Of(other) is null)
        || (claim.Outcome is not null && other.Outcome is null);

    public bool Related(string one, string other) => Covers(one, other) || Covers(other, one);

    /// <summary>Code of the side that a speaker speaks for; <c>null</c> where unknown.</summary>
    public string? Side(string speaker)
    {
        var folded = Fold(speaker);
        if (speakers.TryGetValue(folded, out var whole))
            return whole;
        var words = folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Reverse().Select(word => speakers.GetValueOrDefault(word)).FirstOrDefault(side => side is not null);
    }

    public IEnumerable<string> Sides(Claim claim) => claim.Says.Select(Side).OfType<string>();

    /// <summary>Weight of the best speaker behind a claim.</summary>
    public SpeakerWeight Weight(Claim claim) => claim.Says.Select(speaker => Weight(speaker, claim)).DefaultIfEmpty().Max();

    /// <summary>Lower case, without diacritics, hyphens as blanks.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                folded.Append(c == '-' ? ' ' : char.ToLowerInvariant(c));
        return folded.ToString().Trim();
    }

    /// <summary>Folded last word of a full name.</summary>
    public static string Surname(string name) => Fold(name).Split(' ')[^1];

    private SpeakerWeight Weight(string speaker, Claim claim)
    {
        if (Fold(speaker).Split(' ').Any(Unnamed.Contains))
            return SpeakerWeight.Unnamed;
        return Side(speaker) switch
        {
            null => SpeakerWeight.Outlet,
            { } side when claim.Parties.Contains(side) => SpeakerWeight.OwnAct,
            _ => SpeakerWeight.Official,
        };
    }

    private bool IsCountry(string place) => CodeOf(place) is { } code && Fold(Country(code)) == Fold(place);

    private string? CodeOf(string place) => places.GetValueOrDefault(Fold(place));

    private static Dictionary<string, string> Folded(IReadOnlyDictionary<string, string> names)
    {
        var folded = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, code) in names)
            folded.TryAdd(Fold(name), code);
        return folded;
    }
}
