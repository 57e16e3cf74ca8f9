using TalksWatcher.Claims.Events;
using TalksWatcher.Claims.Events.Meetings;
using TalksWatcher.Claims.Names;

namespace TalksWatcher.Claims.Merging;

/// <summary>Where a report's meetings are held, for those it names without a place.</summary>
internal sealed class VenueMemory(IReadOnlyList<SentenceContext> report, IReadOnlyList<Reading> readings)
{
    private readonly string? main = Main(report, readings);
    private readonly string? held = Main(report, readings, ClaimStatus.Planned, ClaimStatus.Proposed);
    private readonly string? written = Written(report);

    private const int OpeningParagraphs = 2;

    public Reading Fill(Reading reading) =>
        reading is { Kind: ClaimKind.Meeting, Place: null, Background: false } && Where(reading) is { } place ? reading with { Place = place } : reading;

    /// <summary>A finished, running or put-off meeting without a place is held where the report's meetings are held; one ahead where it was said to be.</summary>
    private string? Where(Reading reading) => reading switch
    {
        { Status: ClaimStatus.Planned, Certainty: Certainty.Denied } => IsPointedAt(reading) && Told(reading) is { } place && !IsGivenUp(place) ? place : null,
        { Status: ClaimStatus.Planned } => reading.Definite || reading.IsVerb ? Told(reading) : null,
        { Level: MeetingLevel.Leaders } or { Rule: "TalksUnderWay", Definite: false } or { Status: ClaimStatus.Postponed, Rule: "TalksOnHold" } => null,
        { Status: ClaimStatus.Concluded } => Before(reading) ?? held ?? (reading.Paragraph <= OpeningParagraphs && !reading.IsVerb ? written : null),
        { Status: ClaimStatus.UnderWay or ClaimStatus.Cancelled or ClaimStatus.Postponed } => Before(reading) ?? main,
        _ => null,
    };

    /// <summary>"whether the round takes place"; but not "neither venue nor date is fixed".</summary>
    private static bool IsPointedAt(Reading reading) => reading is { Definite: true, Rule: not "MeetingUnsettled" };

    /// <summary>The one place of all meetings ahead at such a table; of "the talks", wherever it is told, else so far.</summary>
    private string? Told(Reading reading) =>
        Only(readings.Where(r => r is { Kind: ClaimKind.Meeting, Background: false, Place: not null, Status: ClaimStatus.Planned or ClaimStatus.Proposed or ClaimStatus.Postponed or ClaimStatus.Cancelled }
            && (reading.Definite || r.Sentence <= reading.Sentence) && r.Level == reading.Level && (r.Parties.IsSubsetOf(reading.Parties) || reading.Parties.IsSubsetOf(r.Parties))));

    private bool IsGivenUp(string place) =>
        readings.Any(r => r is { Kind: ClaimKind.Meeting, Status: ClaimStatus.Postponed or ClaimStatus.Cancelled } && r.Place == place);

    /// <summary>The one place that its own paragraph has named as where something happens, up to its sentence.</summary>
    private string? Before(Reading reading)
    {
        var named = report.Take(reading.Sentence + 1).Where(c => c.Paragraph == reading.Paragraph).SelectMany(c => c.Venues)
            .Where(v => v.Role == VenueRole.Location && v.Mention.Kind != NameKind.Country && !v.Mention.Name.IsPartySeat).Select(v => v.Name).Distinct(StringComparer.Ordinal).ToList();
        return named.Count == 1 ? named[0] : null;
    }

    /// <summary>"GENEVA — The delegations parted": where the report was written, if that is no seat of a party.</summary>
    private static string? Written(IReadOnlyList<SentenceContext> report) =>
        report.Count > 0 && report[0].Venues is [{ Mention.Name.IsPartySeat: false }, ..] ? MeetingVenues.Byline(report[0]) : null;

    private static string? Main(IReadOnlyList<SentenceContext> report, IReadOnlyList<Reading> readings, params ClaimStatus[] ahead)
    {
        var seats = report.SelectMany(c => c.Venues).Where(v => v.Mention.Name.IsPartySeat).Select(v => v.Name).ToHashSet(StringComparer.Ordinal);
        var placed = readings.Where(r => r is { Kind: ClaimKind.Meeting, Background: false, Level: not MeetingLevel.Leaders, Place: not null } && !seats.Contains(r.Place!) && r.Status is not ClaimStatus.Rejected && !ahead.Contains(r.Status!.Value)).ToList();
        if (placed.Count > 0)
            return Only(placed.Where(r => r.Status is not (ClaimStatus.Planned or ClaimStatus.Proposed))) ?? (placed.Exists(r => r.Status is not ClaimStatus.Proposed) ? Only(placed) : null);
        var named = report.SelectMany(c => c.Venues).Where(v => v.Role is VenueRole.Location or VenueRole.Attribute && !v.Mention.Name.IsPartySeat)
            .GroupBy(v => v.Name, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ToList();
        return named.Count > 0 && (named.Count == 1 || named[0].Count() > named[1].Count()) ? named[0].Key : null;
    }

    private static string? Only(IEnumerable<Reading> placed)
    {
        var places = placed.Select(r => r.Place!).Distinct(StringComparer.Ordinal).ToList();
        return places.Count == 1 ? places[0] : null;
    }
}
