using System.Collections.Frozen;
using TalksWatcher.Claims.Names;

namespace TalksWatcher.Claims.Events.Delegations;

/// <summary>Where a report has teams meet: who comes there comes to the table. Looked for only when it is asked.</summary>
/// <param name="talks">Words for talks.</param>
internal sealed class TalksPlaces(FrozenSet<string> talks, List<SentenceContext> report, IReadOnlyList<Reading> meetings)
{
    private HashSet<string>? known;

    public bool Contains(string place) => (known ??= Places()).Contains(place);

    private HashSet<string> Places()
    {
        var places = new HashSet<string>(StringComparer.Ordinal);
        foreach (var meeting in meetings)
        {
            if (meeting is { Place: { } place, IsPlaceGuessed: false, Level: not MeetingLevel.Leaders, Status: ClaimStatus.Planned or ClaimStatus.UnderWay or ClaimStatus.Concluded })
                places.Add(place);
        }

        foreach (var context in report)
        {
            if (!context.Marks.HasAny(talks))
                continue;
            foreach (var venue in context.Venues)
            {
                if (venue.Role == VenueRole.Location)
                    places.Add(venue.Name);
            }
        }

        return places;
    }
}
