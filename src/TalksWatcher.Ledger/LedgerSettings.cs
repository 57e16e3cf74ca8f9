using System.Text.Json.Serialization;
using TalksWatcher.Claims;

namespace TalksWatcher.Ledger;

/// <summary>What an operator may set of the ledger; the defaults are what ships.</summary>
public sealed record LedgerSettings
{
    /// <summary>Id of the watched negotiation; it is in every key.</summary>
    [JsonIgnore]
    public string Watch { get; init; } = "";

    [JsonIgnore]
    public LedgerNames Names { get; init; } = new();

    [JsonIgnore]
    public ValueList<OutletTier> Outlets { get; init; } = [];

    /// <summary>Tier of an outlet that the watch does not list (1–4).</summary>
    public int UnlistedTier { get; init; } = 3;

    /// <summary>A single voice of this tier or below (a higher number) is held until a second one or an operator's release.</summary>
    public int HeldFromTier { get; init; } = 4;

    /// <summary>Independent voices that make a possible thing confirmed; voices of the held tiers do not count.</summary>
    public int ConfirmingVoices { get; init; } = 3;

    /// <summary>Days after which a report is too old to be folded on arrival.</summary>
    public int MaxAgeDays { get; init; } = 30;

    /// <summary>Hours a report's date may lie ahead of the clock before it counts as from the future.</summary>
    public int FutureHours { get; init; } = 24;

    /// <summary>Days without news after which a proposal told again is a new one.</summary>
    public int ProposalDays { get; init; } = 30;

    /// <summary>Days without news after which a plan or a truce is a matter of the past.</summary>
    public int SubjectDays { get; init; } = 60;

    /// <summary>Days after its end within which a round that nobody had told of is still news.</summary>
    public int OverDays { get; init; } = 7;

    /// <summary>Days for which the heads of a team are taken to stay without being named again.</summary>
    public int TeamDays { get; init; } = 270;

    /// <summary>Hours within which the same speakers saying the same again is a retelling, even if things have moved on.</summary>
    public int RetellingHours { get; init; } = 72;

    /// <summary>Share of common word triples (0–1) from which two texts are one voice.</summary>
    public double NearCopy { get; init; } = 0.5;

    /// <summary>
    /// Share of common names and numbers (0–1), the watch's own aside, from which an unlisted outlet's report rewrites
    /// another's.
    /// </summary>
    public double RewrittenCopy { get; init; } = 0.18;

    /// <summary>
    /// Hours after a report within which it is rewritten, or a claim without place and date retold; a bare date counts from
    /// its midnight.
    /// </summary>
    public int RewritingHours { get; init; } = 36;

    /// <summary>Reports kept by name behind a belief; the count of voices is exact beyond them.</summary>
    public int SupportKept { get; init; } = 5;

    public ImportanceWeights Importance { get; init; } = new();
}

/// <summary>Points by what has moved (they add up, to 100 at most), and what they are scaled by.</summary>
public sealed record ImportanceWeights
{
    public int Status { get; init; } = 60;
    public int Place { get; init; } = 45;
    public int Date { get; init; } = 35;
    public int Head { get; init; } = 25;

    /// <summary>Added for leaders' meetings.</summary>
    public int Leaders { get; init; } = 15;

    /// <summary>Per cent of the points left for what is only possible.</summary>
    public int PossiblePercent { get; init; } = 70;

    /// <summary>Per cent of the points left while held.</summary>
    public int HeldPercent { get; init; } = 50;
}

/// <param name="Tier">
/// 1 first-hand agencies and public records, 2 edited outlets with own reporters, 3 others, 4 aggregators, blogs, channels.
/// </param>
/// <param name="Reason">Why it has that tier.</param>
/// <param name="Domains">Hosts it publishes under, without "www.".</param>
/// <param name="Aliases">Other names it goes by.</param>
public sealed record OutletTier(
    string Name, int Tier, string Reason, ValueList<string>? Domains = null, ValueList<string>? Aliases = null);

/// <summary>The watch's names, as far as the ledger needs them.</summary>
public sealed record LedgerNames
{
    /// <summary>Names for headlines by code: RU → Russia.</summary>
    public IReadOnlyDictionary<string, string> Countries { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Code of the country a place lies in: Abu Dhabi → AE; a country's own name too.</summary>
    public IReadOnlyDictionary<string, string> Places { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The place around a place by which reports name it as well: Miami → Florida.</summary>
    public IReadOnlyDictionary<string, string> Regions { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Code of the side that a surname, body or adjective speaks for: Peskov → RU, Russian → RU.</summary>
    public IReadOnlyDictionary<string, string> Speakers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Codes of those who broker: they do not split a track.</summary>
    public ValueList<string> Mediators { get; init; } = [];
}
