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

    public int Paragraph => Marks.Sentence.Paragraph;

    public bool IsSpeaker(Mention mention) => Speakers.Any(s => s.First == mention.First && s.Count > 0);

    public bool IsVenue(Mention mention) => Venues.Any(v => v.Mention == mention && v.Role != VenueRole.None);
}
