using TalksWatcher.Claims;

namespace TalksWatcher.Ledger.Tests;

/// <summary>A small watch: the names and outlets that the tests speak of.</summary>
internal static class TestWatch
{
    public static LedgerSettings Settings { get; } = new()
    {
        Watch = "ukraine",
        Names = new LedgerNames
        {
            Countries = Map("RU Russia", "UA Ukraine", "US United States", "EU European Union", "TR Türkiye", "CH Switzerland",
                "AE UAE", "SA Saudi Arabia", "BY Belarus", "FR France", "GB United Kingdom", "DE Germany", "AT Austria", "HU Hungary", "VA Vatican"),
            Places = Reversed("RU Russia", "RU Moscow", "UA Ukraine", "UA Kyiv", "US United States", "US Florida", "US Miami",
                "US Washington", "TR Türkiye", "TR Istanbul", "CH Switzerland", "CH Geneva", "AE UAE", "AE Abu Dhabi",
                "SA Saudi Arabia", "SA Riyadh", "BY Belarus", "BY Minsk", "FR Paris", "FR Évian-les-Bains", "GB London", "AT Austria",
                "HU Budapest", "VA Vatican", "DE Berlin", "US Alaska"),
            Regions = new Dictionary<string, string> { ["Miami"] = "Florida" },
            Speakers = Reversed("RU Russian", "RU Russia", "RU Kremlin", "RU Moscow", "RU Putin", "RU Peskov", "RU Ushakov",
                "RU Medinsky", "RU Ryabkov", "UA Ukrainian", "UA Ukraine", "UA Kyiv", "UA Zelensky", "UA Umerov", "UA Sybiha",
                "UA Yermak", "UA Kyslytsia", "UA Lytvyn", "US US", "US White House", "US Trump", "US Witkoff", "US Rubio",
                "TR Erdogan", "FR Macron", "FR Barrot", "FR French", "DE Merz", "EU European"),
            Mediators = ["US"],
        },
        Outlets =
        [
            new OutletTier("Reuters", 1, "agency"),
            new OutletTier("AP", 1, "agency", Aliases: ["Associated Press"]),
            new OutletTier("AFP", 1, "agency"),
            new OutletTier("The Kyiv Independent", 2, "own reporters"),
            new OutletTier("Meduza", 2, "own reporters"),
            new OutletTier("Rumour Mill", 4, "aggregator"),
            new OutletTier("Daily Blog", 4, "one man's blog"),
        ],
    };

    public static TrackLedger Ledger { get; } = new(Settings);

    private static Dictionary<string, string> Map(params string[] pairs) =>
        pairs.ToDictionary(p => p[..2], p => p[3..], StringComparer.Ordinal);

    private static Dictionary<string, string> Reversed(params string[] pairs) =>
        pairs.ToDictionary(p => p[3..], p => p[..2], StringComparer.Ordinal);
}
