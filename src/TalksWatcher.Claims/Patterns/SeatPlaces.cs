using System.Collections.Frozen;
using TalksWatcher.Claims.Names;

namespace TalksWatcher.Claims.Patterns;

/// <summary>Whether a seat of a party is named as a place, as in "a trip to the United States", or acts itself, as in "Moscow keeps suggesting".</summary>
internal sealed class SeatPlaces(Lexicon lexicon)
{
    private readonly FrozenSet<string> troops = lexicon.Words("troop-words");
    private readonly FrozenSet<string> ways = lexicon.Words("way-words");
    private readonly FrozenSet<string> particles = lexicon.Words("way-particles");
    private readonly FrozenSet<string> locating = lexicon.Words("before-seats");

    public bool IsPlace(MarkedSentence sentence, Mention seat)
    {
        var (word, before) = (sentence.Word(seat.First - 1), sentence.Word(seat.First - 2));
        if (troops.Contains(before))
            return false;
        if (seat is { Kind: NameKind.Place, Count: > 1 } || word is "in" or "or" or "except" or "but" || before == "exception")
            return true;
        return seat.Kind == NameKind.Country
            ? IsWayTo(sentence, word == "the" ? seat.First - 1 : seat.First)
            : locating.Contains(word) || word == "the" && before is "in" or "to" or "at" or "into" or "for";
    }

    /// <summary>"a trip to the United States": where one goes, though it be a country at war or at the table.</summary>
    private bool IsWayTo(MarkedSentence sentence, int place) =>
        sentence.Word(place - 1) == "to" && (sentence.MentionAt(place - 2) is { IsPerson: true }
            || ways.Contains(sentence.Word(particles.Contains(sentence.Word(place - 2)) ? place - 3 : place - 2)));
}
