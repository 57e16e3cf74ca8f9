using TalksWatcher.Claims;

namespace TalksWatcher.Ledger.Rules;

/// <summary>Who really speaks in a report, and how far that voice is trusted.</summary>
internal sealed class OutletBook(LedgerSettings settings)
{
    /// <summary>All reports of unknown outlets share this voice: they cannot confirm each other.</summary>
    public const string Unknown = "?";

    private readonly Dictionary<string, OutletTier> outlets = settings.Outlets
        .SelectMany(outlet => (outlet.Aliases ?? []).Prepend(outlet.Name).Select(name => (Name: NameBook.Fold(name), Outlet: outlet)))
        .DistinctBy(pair => pair.Name).ToDictionary(pair => pair.Name, pair => pair.Outlet, StringComparer.Ordinal);

    /// <summary>The credited origin, else the outlet: "Bloomberg (via X)" is Bloomberg, "X (AP)" is AP where AP is listed.</summary>
    public string Voice(Claim claim, string? outlet) => Canonical(claim.Via) ?? Voice(outlet);

    public string Voice(string? outlet) => outlet is null ? Unknown : Credited(outlet) ?? Canonical(outlet) ?? Unknown;

    public int Tier(string voice) => outlets.GetValueOrDefault(NameBook.Fold(voice))?.Tier ?? settings.UnlistedTier;

    public bool Listed(string voice) => outlets.ContainsKey(NameBook.Fold(voice));

    private string? Credited(string outlet)
    {
        var open = outlet.IndexOf('(');
        if (open > 0 && outlet.EndsWith(')'))
            return Inside(outlet[..open].Trim(), outlet[(open + 1)..^1].Trim());
        var slash = outlet.IndexOf(" / ", StringComparison.Ordinal);
        return slash > 0 && Listed(outlet[(slash + 3)..]) ? Canonical(outlet[(slash + 3)..]) : null;
    }

    private string? Inside(string before, string inside)
    {
        if (inside.StartsWith("via ", StringComparison.OrdinalIgnoreCase))
            return Canonical(before);
        return Canonical(Listed(inside) ? inside : before);
    }

    private string? Canonical(string? name) => string.IsNullOrWhiteSpace(name)
        ? null
        : outlets.GetValueOrDefault(NameBook.Fold(name))?.Name ?? name.Trim();
}
