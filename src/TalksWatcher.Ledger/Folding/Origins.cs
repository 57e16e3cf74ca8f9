using TalksWatcher.Claims;
using TalksWatcher.Ledger.Rules;

namespace TalksWatcher.Ledger.Folding;

/// <summary>Whose voice a report is: its own outlet's, or that of the report it copies.</summary>
internal sealed class Origins(LedgerSettings settings, OutletBook outlets)
{
    /// <summary>Reports kept to recognise copies by.</summary>
    private const int Kept = 32;

    /// <summary>A single claim told again is too little to call a report a retelling.</summary>
    private const int TellingClaims = 2;

    public Origin Of(Observation report, ValueList<SeenReport> recent)
    {
        ValueList<string> told = report.Claims.Where(c => !c.Background).Select(ClaimKey.Of)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToValueList();
        var voice = outlets.Voice(report.Outlet);
        var copied = recent.FirstOrDefault(seen => seen.Document != report.Document && IsRecent(seen, report)
            && (IsNearCopy(seen, report) || Retells(seen, voice, told)));
        var mine = new SeenReport(report.Document, report.Published, copied?.Voice ?? voice, report.Print, told);
        return new Origin(outlets, copied?.Document, mine, Remembered(recent, mine));
    }

    private ValueList<SeenReport> Remembered(ValueList<SeenReport> recent, SeenReport mine) =>
        recent.Where(seen => mine.Published - seen.Published <= TimeSpan.FromHours(settings.RetellingHours))
            .Append(mine).TakeLast(Kept).ToValueList();

    private bool IsRecent(SeenReport seen, Observation report) =>
        report.Published - seen.Published <= TimeSpan.FromHours(settings.RetellingHours);

    private bool IsNearCopy(SeenReport seen, Observation report) =>
        seen.Print is { } theirs && report.Print is { } ours && theirs.Similarity(ours) >= settings.NearCopy;

    /// <summary>An outlet that the watch does not know and that tells nothing but what one earlier report told rewrites it.</summary>
    private bool Retells(SeenReport seen, string voice, ValueList<string> told) =>
        !outlets.Listed(voice) && told.Count >= TellingClaims && told.All(seen.Told.Contains);
}

/// <param name="Document">Id of the report that it copies; <c>null</c> where it speaks for itself.</param>
internal sealed record Origin(OutletBook Outlets, string? Document, SeenReport Report, ValueList<SeenReport> Recent)
{
    public bool IsEcho => Document is not null;

    /// <summary>An origin that the claim credits goes before the report's own voice.</summary>
    public string VoiceOf(Claim claim) => claim.Via is null ? Report.Voice : Outlets.Voice(claim, outlet: null);
}
