using TalksWatcher.Claims.Events.Meetings;
using TalksWatcher.Claims.Events.Truces;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Events;

/// <summary>A sentence with all that its readers need.</summary>
/// <param name="Index">Number of the sentence in the report, from 0.</param>
internal sealed record SentenceContext(
    MarkedSentence Marks,
    int Index,
    DateOnly Published,
    IReadOnlyList<Mention> Speakers,
    IReadOnlyList<Venue> Venues)
{
    /// <summary>The place named last before this sentence: "there".</summary>
    public string? PlaceBefore { get; init; }

    /// <summary>The slot in whose stead it names another.</summary>
    public GivenUpSlot? GivenUp { get; init; }

    /// <summary>The halt of strikes on energy that it names; no strike is told by that.</summary>
    public TrucePhrase? Halt { get; init; }

    /// <summary>The sentence before it in the report.</summary>
    public SentenceContext? Before { get; init; }

    public int Paragraph => Marks.Sentence.Paragraph;

    /// <summary>The sentence before it in its paragraph.</summary>
    public SentenceContext? BeforeHere => Before?.Paragraph == Paragraph ? Before : null;

    public bool IsSpeaker(Mention mention)
    {
        for (var i = 0; i < Speakers.Count; i++)
        {
            if (Speakers[i].First == mention.First && Speakers[i].Count > 0)
                return true;
        }

        return false;
    }

    public bool IsVenue(Mention mention)
    {
        for (var i = 0; i < Venues.Count; i++)
        {
            if (Venues[i].Role != VenueRole.None && Venues[i].Mention == mention)
                return true;
        }

        return false;
    }
}
