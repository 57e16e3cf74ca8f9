using TalksWatcher.Claims;
using TalksWatcher.Ledger.Rules;

namespace TalksWatcher.Ledger.Folding;

/// <summary>Whose voice a report is: its own outlet's, or that of the report it copies.</summary>
internal sealed class Origins(LedgerSettings settings, OutletBook outlets)
{
    /// <summary>Reports kept to recognise copies by.</summary>
    private const int Kept = 16;

    /// <summary>The watch's own names are in every report on it.</summary>
    private readonly HashSet<uint> usual =
        settings.Names.Countries.Values.Concat(settings.Names.Speakers.Keys).SelectMany(TextPrint.NamesIn).ToHashSet();

    public Origin Of(Observation report, ValueList<SeenReport> recent)
    {
        var fresh = recent.Where(seen => Age(report, seen) <= settings.RetellingHours).ToValueList();
        var copied = report.Copies ?? Copied(report, fresh);
        // A copy is no origin: what resembles it is held against the report that it copies.
        var seen = copied is null ? fresh.Append(Seen(report)).TakeLast(Kept).ToValueList() : fresh;
        var voice = outlets.Voice(report.Outlet);
        return new Origin(outlets, copied?.Voice ?? voice, copied?.Document, outlets.Listed(voice), seen);
    }

    /// <summary>The earlier report that this one copies or, of an unlisted outlet, rewrites.</summary>
    public SeenReport? Copied(Observation report, IReadOnlyList<SeenReport> recent)
    {
        if (report.Print is not { } print)
            return null;
        // An outlet that writes on from a text of its own brings news; it copies nobody.
        var own = outlets.Voice(report.Outlet);
        var earlier = recent.Where(seen => seen.Document != report.Document && seen.Voice != own && Age(report, seen) is >= 0 and var hours
            && hours <= settings.RetellingHours).ToArray();
        return earlier.FirstOrDefault(seen => seen.Print is { } theirs && theirs.Similarity(print) >= settings.NearCopy)
            ?? (outlets.Listed(outlets.Voice(report.Outlet)) ? null : MostAlike(report, print, earlier));
    }

    public SeenReport Seen(Observation report) => new(
        report.Document, report.Published, outlets.Voice(report.Outlet), report.Print,
        report.Claims.Where(c => !c.Background).Select(ClaimKey.Of)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToValueList());

    /// <summary>Who has reporters of its own may well write the same names; an outlet that the watch does not know rewrites.</summary>
    private SeenReport? MostAlike(Observation report, TextPrint print, SeenReport[] earlier) => earlier
        .Where(seen => Age(report, seen) <= settings.RewritingHours && seen.Print?.SharedNames(print, usual) >= settings.RewrittenCopy)
        .MaxBy(seen => seen.Print!.SharedNames(print, usual));

    private static double Age(Observation report, SeenReport seen) => (report.Published - seen.Published).TotalHours;
}

/// <param name="Voice">The report's own, or that of the report it copies.</param>
/// <param name="Copied">Id of the report that it copies; <c>null</c> where it speaks for itself.</param>
/// <param name="Recent">The reports of the last days, this one included.</param>
/// <param name="IsListed">Whether the watch knows the report's own outlet.</param>
internal sealed record Origin(OutletBook Outlets, string Voice, string? Copied, bool IsListed, ValueList<SeenReport> Recent)
{
    public bool IsEcho => Copied is not null;

    /// <summary>A copy by an outlet that the watch does not know: what it adds is taken for its own invention or our misreading.</summary>
    public bool IsRewriting => IsEcho && !IsListed;

    /// <summary>Whether the same voice told the same in the last days: who repeats himself brings no news.</summary>
    public bool IsRepeated(Claim claim, Observation report) => Recent.Any(seen =>
        seen.Document != report.Document && seen.Voice == Voice && seen.Told.Contains(ClaimKey.Of(claim)));

    /// <summary>An origin that the claim credits goes before the report's own voice.</summary>
    public string VoiceOf(Claim claim) => claim.Via is null ? Voice : Outlets.Voice(claim, outlet: null);
}
