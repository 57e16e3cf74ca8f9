using TalksWatcher.Claims;
using TalksWatcher.Ledger.Rules;

namespace TalksWatcher.Ledger.Folding;

/// <summary>Whose voice a report is: its own outlet's, or that of the report it copies.</summary>
internal sealed class Origins(LedgerSettings settings, OutletBook outlets)
{
    /// <summary>Reports of a track kept to recognise repetitions by.</summary>
    private const int Kept = 24;

    /// <summary>The watch's own names are in every report on it.</summary>
    private readonly HashSet<uint> usual =
        settings.Names.Countries.Values.Concat(settings.Names.Speakers.Keys).SelectMany(TextPrint.NamesIn).ToHashSet();

    public Origin Of(Observation report, ValueList<SeenReport> recent)
    {
        var fresh = recent.Where(seen => (report.Published - seen.Published).TotalHours <= settings.RetellingHours).ToValueList();
        var voice = outlets.Voice(report.Outlet);
        var seen = fresh.Append(Seen(report, voice)).TakeLast(Kept).ToValueList();
        return new Origin(outlets, report.Copies?.Voice ?? voice, report.Copies?.Document, outlets.Listed(voice), seen);
    }

    /// <summary>The earlier report that this one copies or, of an unlisted outlet, rewrites.</summary>
    public CopiedReport? Copied(PrintedReport report, IEnumerable<PrintedReport> originals)
    {
        var earlier = originals.Where(original => IsBefore(original, report)).OrderBy(original => original.Position).ToArray();
        var copied = earlier.FirstOrDefault(original => IsNear(report, original)) ?? (IsListed(report) ? null : MostAlike(report, earlier));
        return copied is null ? null : new CopiedReport(copied.Document, outlets.Voice(copied.Outlet));
    }

    public bool MayCopy(PrintedReport report, PrintedReport original) => IsBefore(original, report)
        && (IsNear(report, original) || (!IsListed(report) && Rewritten(report, original) > 0));

    /// <summary>An outlet that writes on from a text of its own brings news; it copies nobody.</summary>
    private bool IsBefore(PrintedReport original, PrintedReport report) => original.Document != report.Document
        && original.Position < report.Position && Age(report, original) <= settings.RetellingHours
        && outlets.Voice(original.Outlet) != outlets.Voice(report.Outlet);

    private bool IsNear(PrintedReport report, PrintedReport original) => original.Print.Similarity(report.Print) >= settings.NearCopy;

    /// <summary>Who has reporters of its own may well write the same names; an outlet that the watch does not know rewrites.</summary>
    private PrintedReport? MostAlike(PrintedReport report, PrintedReport[] earlier) => earlier
        .Select(original => (original, shared: Rewritten(report, original)))
        .Where(pair => pair.shared > 0)
        .OrderByDescending(pair => pair.shared).Select(pair => pair.original).FirstOrDefault();

    /// <summary>Share of names that makes it a rewriting; 0 where it is too small or the time too long.</summary>
    private double Rewritten(PrintedReport report, PrintedReport original) =>
        Age(report, original) <= settings.RewritingHours && original.Print.SharedNames(report.Print, usual) is var shared
        && shared >= settings.RewrittenCopy ? shared : 0;

    private bool IsListed(PrintedReport report) => outlets.Listed(outlets.Voice(report.Outlet));

    private static double Age(PrintedReport report, PrintedReport original) => (report.Published - original.Published).TotalHours;

    private static SeenReport Seen(Observation report, string voice) => new(
        report.Document, report.Published, voice,
        report.Claims.Where(c => !c.Background).Select(ClaimKey.Of)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToValueList())
    {
        Credits = report.Claims.Select(c => c.Via).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToValueList(),
    };
}

/// <param name="Voice">The report's own, or that of the report it copies.</param>
/// <param name="Copied">Id of the report that it copies; <c>null</c> where it speaks for itself.</param>
/// <param name="Recent">The track's reports of the last days, this one last.</param>
/// <param name="IsListed">Whether the watch knows the report's own outlet.</param>
internal sealed record Origin(OutletBook Outlets, string Voice, string? Copied, bool IsListed, ValueList<SeenReport> Recent)
{
    public bool IsEcho => Copied is not null;

    /// <summary>A copy by an outlet that the watch does not know: what it adds is taken for its own invention or our misreading.</summary>
    public bool IsRewriting => IsEcho && !IsListed;

    /// <summary>
    /// Whether the same voice told the same in the last days: who repeats himself brings no news. What names neither place nor
    /// day is a repetition only in the very same report, told twice.
    /// </summary>
    /// <param name="soonHours">Hours within which the same report is taken for the same.</param>
    public bool IsRepeated(Claim claim, int soonHours)
    {
        var key = ClaimKey.Of(claim);
        return claim.IsSpecific() ? OfThisVoice.Any(seen => seen.Told.Contains(key)) : IsToldTwice(soonHours);
    }

    /// <summary>Whether the same voice told the very same report, claim for claim and from the same outlets, in the last hours.</summary>
    public bool IsToldTwice(int soonHours) => OfThisVoice.Any(seen =>
        seen.Told.Equals(Recent[^1].Told) && seen.Credits.Equals(Recent[^1].Credits) && (Recent[^1].Published - seen.Published).TotalHours <= soonHours);

    private IEnumerable<SeenReport> OfThisVoice => Recent.SkipLast(1).Where(seen => seen.Voice == Voice || seen.Voice == Recent[^1].Voice);

    /// <summary>An origin that the claim credits goes before the report's own voice.</summary>
    public string VoiceOf(Claim claim) => claim.Via is null ? Voice : Outlets.Voice(claim, outlet: null);
}
