using System.Collections.Frozen;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Events.Meetings;

/// <summary>The venues that a sentence gives a meeting: those its phrase names, else the nearest ones.</summary>
internal sealed class MeetingVenues(Lexicon lexicon, Vocabulary vocabulary)
{
    private const int Reach = 26;
    private const int PerClause = 8;
    private const int PerCountry = 10;
    private const int NearReach = 4;
    private const int FarReach = 9;
    private readonly FrozenSet<string> telling = lexicon.Words("telling-verbs");
    private readonly PointedPlaces pointed = new(lexicon);
    private readonly HashSet<string> warring = [.. vocabulary.Warring];

    /// <param name="anchors">All nouns and verbs of meeting in the sentence: a place belongs to the one before it.</param>
    public IReadOnlyList<string> Of(SentenceContext context, PatternMatch? match, int anchor, List<int> anchors)
    {
        if (match?.Slot("place") is { } slot && At(context, slot.First) is { } named && !(match.Head == anchor && IsWarZone(context.Marks, named)))
            return Group(context, named);
        var nearest = Nearest(context, anchor, anchors);
        if (nearest?.Mention is { Kind: NameKind.Country, Actor: { } country })
            nearest = CityIn(context, country) ?? nearest;
        nearest ??= Related(context, anchor);
        return nearest is null ? pointed.Of(context, anchor) : Group(context, nearest);
    }

    private static Venue? At(SentenceContext context, int token)
    {
        for (var i = 0; i < context.Venues.Count; i++)
        {
            if (context.Venues[i].Mention.First == token)
                return context.Venues[i];
        }

        return null;
    }

    private Venue? Nearest(SentenceContext context, int anchor, List<int> anchors)
    {
        Venue? best = null;
        var bestDistance = int.MaxValue;
        for (var i = 0; i < context.Venues.Count; i++)
        {
            var venue = context.Venues[i];
            if (venue.Role == VenueRole.None || (Owner(venue, anchors) ?? anchor) != anchor || IsBattleground(venue) && IsBeyond(context.Marks, anchor, venue.Mention.First))
                continue;
            var distance = Distance(context.Marks, venue, anchor);
            var weight = distance + (venue.Mention.Kind == NameKind.Country ? PerCountry : 0);
            if (weight < bestDistance && distance <= Reach)
                (best, bestDistance) = (venue, weight);
        }

        return best;
    }

    private static Venue? CityIn(SentenceContext context, string country)
    {
        for (var i = 0; i < context.Venues.Count; i++)
        {
            if (context.Venues[i] is { Role: VenueRole.Location, Mention.Kind: NameKind.Place or NameKind.Capital } venue && venue.Mention.Actor == country)
                return venue;
        }

        return null;
    }

    /// <summary>"GENEVA — The talks": where the report was written.</summary>
    /// <param name="first">The report's first sentence.</param>
    public static string? Byline(SentenceContext first) =>
        first.Venues is [{ Mention.First: 0 } city, ..] && first.Marks.Word(city.Mention.Last + 1) is "—" or "–" or "," or "(" or ":" or "-" ? city.Name : null;

    /// <summary>"All eyes are on Istanbul, where envoys are to meet".</summary>
    private Venue? Related(SentenceContext context, int anchor)
    {
        var marks = context.Marks;
        var first = marks.ClauseStart(anchor);
        for (var at = first; at < anchor; at++)
        {
            if (telling.Contains(marks.Word(at)))
                return null;
        }

        return marks.Word(first) == "where" ? Before(context, first) : null;
    }

    private static Venue? Before(SentenceContext context, int where)
    {
        for (var i = context.Venues.Count - 1; i >= 0; i--)
        {
            if (context.Venues[i].Mention.Last < where && IsRightBefore(context.Marks, context.Venues[i].Mention.Last, where))
                return context.Venues[i];
        }

        return null;
    }

    /// <summary>"to Moscow on Tuesday, where": nothing but a time between the place and what is told of it.</summary>
    private static bool IsRightBefore(MarkedSentence marks, int place, int where)
    {
        for (var at = place + 1; at < where; at++)
        {
            if (marks.TimeAt(at) is null && marks.TimeAt(at + 1) is null && at < where - 1)
                return false;
        }

        return true;
    }

    /// <summary>"talks on the fighting in Ukraine": a country at war, and nothing says that one meets there.</summary>
    private bool IsWarZone(MarkedSentence marks, Venue venue) =>
        venue.Role == VenueRole.None && venue.Mention is { Kind: NameKind.Country, Actor: { } actor } && warring.Contains(actor) && marks.Word(venue.Mention.First - 1) == "in";

    /// <summary>"what happened in Kursk": away from the capitals of the sides there is war rather than talks.</summary>
    private bool IsBattleground(Venue venue) => venue.Mention is { Kind: NameKind.Place, Actor: { } actor } && warring.Contains(actor);

    /// <summary>A place where there is war is one of meeting only close behind its noun, or in its verb's own phrase.</summary>
    private static bool IsBeyond(MarkedSentence marks, int anchor, int place) =>
        place - anchor is < 0 or > FarReach || place - anchor > NearReach && !IsWithin(marks, anchor, place);

    /// <summary>"met on Friday at the Presidential Library in St Petersburg": the verb's own phrase, without a comma.</summary>
    private static bool IsWithin(MarkedSentence marks, int verb, int place)
    {
        for (var at = verb; at < place; at++)
        {
            if (marks.Word(at) == ",")
                return false;
        }

        return marks.Clauses[verb] == marks.Clauses[place];
    }

    /// <summary>"He flies to Moscow on Monday. He will meet Putin": the one place of the sentence before, in its paragraph.</summary>
    public static string? Scene(SentenceContext context)
    {
        if (context.BeforeHere is not { } before || context.Venues.Any(v => v.Role != VenueRole.None))
            return null;
        string? scene = null;
        for (var i = 0; i < before.Venues.Count; i++)
        {
            if (!IsScene(before.Venues[i]))
                continue;
            if (scene is not null && scene != before.Venues[i].Name)
                return null;
            scene = before.Venues[i].Name;
        }

        return scene;
    }

    private static bool IsScene(Venue venue) =>
        venue.Role is VenueRole.Destination || venue.Role is VenueRole.Location or VenueRole.Attribute && (!venue.Mention.Name.IsPartySeat || venue.Mention.First == 1);

    /// <summary>"a meeting ahead of talks in Geneva": the talks are in Geneva, not the meeting.</summary>
    private static int? Owner(Venue venue, List<int> anchors)
    {
        int? owner = null;
        for (var i = 0; i < anchors.Count; i++)
        {
            var isCloser = venue.Role == VenueRole.Attribute
                ? anchors[i] > venue.Mention.Last && !(owner <= anchors[i])
                : anchors[i] < venue.Mention.First && !(owner >= anchors[i]);
            owner = isCloser ? anchors[i] : owner;
        }

        return owner;
    }

    private static int Distance(MarkedSentence marks, Venue venue, int anchor)
    {
        var apart = venue.Mention.First - anchor;
        var distance = apart < 0 ? 2 - apart : apart;
        return distance + PerClause * Math.Abs(marks.Clauses[venue.Mention.First] - marks.Clauses[anchor]);
    }

    private static List<string> Group(SentenceContext context, Venue one)
    {
        var names = new List<string>(1);
        for (var i = 0; i < context.Venues.Count; i++)
        {
            if (context.Venues[i].Group == one.Group && !names.Contains(context.Venues[i].Name))
                names.Add(context.Venues[i].Name);
        }

        return names;
    }
}
