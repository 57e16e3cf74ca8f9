using TalksWatcher.Claims.Events;
using TalksWatcher.Claims.Names;

namespace TalksWatcher.Claims.Merging;

/// <summary>Where a report's meetings are held, for those it names without a place.</summary>
internal sealed class VenueMemory(IReadOnlyList<SentenceContext> report, IReadOnlyList<Reading> readings)
{
    private readonly string? main = Main(report, readings);
    private readonly string? held = Main(report, readings, ClaimStatus.Planned, ClaimStatus.Proposed);

    /// <summary>A finished, running or put-off meeting without a place is held where the report's meetings are held.</summary>
    public Reading Fill(Reading reading)
    {
        if (reading.Kind != ClaimKind.Meeting || reading.Place is not null)
            return reading;
        if (reading is { Rule: "TalksUnderWay", Definite: false })
            return reading;
        var isSettled = reading.Status is ClaimStatus.Concluded or ClaimStatus.UnderWay or ClaimStatus.Cancelled || reading is { Status: ClaimStatus.Postponed, Rule: not "TalksOnHold" };
        return isSettled && !reading.Background && reading.Level != MeetingLevel.Leaders ? reading with { Place = Before(reading) ?? (reading.Status == ClaimStatus.Concluded ? held : main) } : reading;
    }

    /// <summary>The one place that its own paragraph has named as where something happens, up to its sentence.</summary>
    private string? Before(Reading reading)
    {
        var named = report.Take(reading.Sentence + 1).Where(c => c.Paragraph == reading.Paragraph).SelectMany(c => c.Venues)
            .Where(v => v.Role == VenueRole.Location && v.Mention.Kind != NameKind.Country && !v.Mention.Name.IsPartySeat).Select(v => v.Name).Distinct(StringComparer.Ordinal).ToList();
        return named.Count == 1 ? named[0] : null;
    }

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
