using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Events.Meetings;

/// <summary>The place or the days in whose stead a sentence names others: "in Ankara on Friday rather than in Istanbul on Wednesday".</summary>
internal sealed class GivenUpSlots(Lexicon lexicon)
{
    private readonly Pattern phrases = lexicon.Phrases("given-up-slots");

    public GivenUpSlot? Find(MarkedSentence marks)
    {
        if (marks.Mentions.Count + marks.Times.Count == 0 || marks.First(phrases) is not { } match)
            return null;
        var place = match.Slot("place") is { } named ? marks.MentionAt(named.First) : null;
        var time = match.Slot("time") is { } told ? marks.TimeAt(told.First) : null;
        return new GivenUpSlot(place, time);
    }

    /// <summary>A place given up is none where anything happens.</summary>
    public static IReadOnlyList<Venue> Without(GivenUpSlot? slot, IReadOnlyList<Venue> venues) =>
        slot?.Place is { } place ? [.. venues.Select((v, i) => v.Mention == place ? v with { Role = VenueRole.None, Group = -1 - i } : v)] : venues;
}

internal sealed record GivenUpSlot(Mention? Place, TimeSpot? Time);
