using System.Collections.Frozen;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Events.Delegations;

/// <summary>Where a report has teams meet: who comes there comes to the table.</summary>
internal sealed class TalksPlaces(Lexicon lexicon)
{
    private readonly FrozenSet<string> talks = lexicon.Words("talks-words");

    public HashSet<string> Of(List<SentenceContext> report, IReadOnlyList<Reading> meetings)
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
