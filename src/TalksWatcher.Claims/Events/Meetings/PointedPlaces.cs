using System.Collections.Frozen;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Events.Meetings;

/// <summary>Places that a sentence points at instead of naming them beside its meeting: "here", "there", "in the same city".</summary>
internal sealed class PointedPlaces(Lexicon lexicon)
{
    private const int PointerReach = 10;
    private const int PlaceReach = 6;
    private const int DatelineReach = 30;
    private const int GroundReach = 3;
    private const int SpeechReach = 3;
    private readonly FrozenSet<string> beforeExistential = lexicon.Words("before-existential");
    private readonly FrozenSet<string> existential = lexicon.Words("existential-verbs");
    private readonly SpeechVerbs reporting = new(lexicon);
    private readonly FrozenSet<string> grounds = lexicon.Words("definite-grounds");

    /// <summary>"Asked about Doha, he said a session there was out of the question", "face each other in the resort".</summary>
    public IReadOnlyList<string> Of(SentenceContext context, int anchor)
    {
        for (var at = anchor; at <= anchor + PointerReach; at++)
        {
            if (context.Marks.Word(at) == "here" && !IsOfSpeech(context.Marks, at) && Dateline(context) is { } here)
                return [here];
            if (context.Marks.Word(at) == "there" && !IsExistential(context.Marks, at) || IsDefiniteGround(context.Marks, at))
                return (Pointed(context, at)?.Name ?? NamedBefore(context)) is { } place ? [place] : [];
        }

        return [];
    }

    /// <summary>The place named last in the sentence before the word that points at it.</summary>
    private static Venue? Pointed(SentenceContext context, int pointer) =>
        context.Venues.LastOrDefault(v => v.Mention.First < pointer && !v.Mention.Name.IsPartySeat && (v.Role != VenueRole.None || v.Mention.Kind != NameKind.Country));

    /// <summary>"GENEVA — The talks opened here": where the report was written.</summary>
    private static string? Dateline(SentenceContext context)
    {
        var first = context;
        for (var back = 0; back < DatelineReach && first.Before is { } before; back++)
            first = before;
        return first.Before is null ? MeetingVenues.Byline(first) : null;
    }

    /// <summary>The place named last as one where something happens.</summary>
    private static string? NamedBefore(SentenceContext context)
    {
        var before = context.Before;
        for (var back = 0; back < PlaceReach && before is not null; back++, before = before.Before)
        {
            if (before.Venues.LastOrDefault(v => v.Role != VenueRole.None && !v.Mention.Name.IsPartySeat) is { } venue)
                return venue.Name;
        }

        return context.PlaceBefore;
    }

    /// <summary>"told journalists here": where it was said.</summary>
    private bool IsOfSpeech(MarkedSentence marks, int here)
    {
        for (var at = here - 1; at >= 0 && here - at <= SpeechReach; at--)
        {
            if (reporting.IsAt(marks, at))
                return true;
        }

        return false;
    }

    /// <summary>"that there will be talks": no place.</summary>
    private bool IsExistential(MarkedSentence marks, int at) =>
        (at == 0 || beforeExistential.Contains(marks.Word(at - 1)))
        && existential.Contains(marks.Word(at + 1));

    /// <summary>"in the same city", "at the Mediterranean resort".</summary>
    private bool IsDefiniteGround(MarkedSentence marks, int at)
    {
        if (!grounds.Contains(marks.Word(at)) || marks.MentionAt(at) is not null)
            return false;
        for (var back = at - 1; back > 0 && at - back <= GroundReach; back--)
        {
            if (marks.Word(back) is "the" or "that")
                return marks.Word(back - 1) is "in" or "at" && marks.Word(at + 1) != "of";
        }

        return false;
    }
}
