using System.Collections.Frozen;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Events.Strikes;

/// <summary>Which towns and regions of the side that was struck a sentence names; not those whose mayor speaks.</summary>
internal sealed class StrikePlaces(Lexicon lexicon, NameBook names)
{
    private const int MostBetween = 4;
    private readonly FrozenSet<string> officials = lexicon.Words("local-officials");
    private readonly FrozenSet<string> regions = lexicon.Words("region-words");
    private readonly FrozenSet<string> elsewhere = lexicon.Words("not-struck-prepositions");
    private readonly FrozenSet<string> ground = lexicon.Words("struck-prepositions");
    private readonly FrozenSet<string> there = lexicon.Words("there-words");
    private readonly FrozenSet<string> within = lexicon.Words("within-words");

    /// <summary>Towns, and regions as "Odesa region" where the text says so, in the order of the text.</summary>
    public ValueList<string> In(SentenceContext context, string side)
    {
        var here = In(context.Marks, side, isLoose: false);
        return here.Count == 0 && context.BeforeHere is { } before && context.Marks.HasAny(there) ? In(before.Marks, side, isLoose: false) : here;
    }

    /// <summary>An attack told without any place is where its mayor says it was: in "the city".</summary>
    public void Fill(List<Reading> readings, List<SentenceContext> report)
    {
        var placed = Placed(readings);
        for (var i = 0; i < readings.Count; i++)
        {
            var reading = readings[i];
            if (!placed.Contains(reading.By) && In(report[reading.Sentence].Marks, reading.On!, isLoose: true) is { Count: > 0 } around)
                readings[i] = reading with { Places = around };
        }
    }

    /// <summary>The sides of whose attacks some place is told.</summary>
    private static List<string?> Placed(List<Reading> readings)
    {
        List<string?> placed = [];
        foreach (var reading in readings)
        {
            if (reading.Places.Count > 0 && !placed.Contains(reading.By))
                placed.Add(reading.By);
        }

        return placed;
    }

    /// <param name="isLoose">Take a place that is only named for whoever speaks there, or before a colon.</param>
    private ValueList<string> In(MarkedSentence marks, string side, bool isLoose)
    {
        ValueList<string> found = [];
        Mention? before = null;
        foreach (var mention in marks.Mentions)
        {
            if (!IsOf(mention, side) || !IsStruck(marks, mention, before, isLoose))
                continue;
            if (before is null || !IsAround(marks, before, mention))
                found = found.Contains(NameOf(marks, mention)) ? found : found.With(NameOf(marks, mention));
            before = mention;
        }

        return found;
    }

    private bool IsOf(Mention mention, string side) =>
        mention.Kind is NameKind.Place or NameKind.Capital && mention.Name.Venue is { } place
        && names.PlaceCountries.TryGetValue(place, out var country) && country == side;

    private bool IsStruck(MarkedSentence marks, Mention mention, Mention? before, bool isLoose)
    {
        if (elsewhere.Contains(marks.Word(mention.First - 1)) || IsDateline(marks, mention) && !(isLoose && marks.Word(mention.Last + 1) == ":") || !(isLoose && marks.HasAny(there, mention.Last + 2, marks.Tokens.Length)) && IsOfOfficial(marks, mention))
            return false;
        return mention.Kind == NameKind.Place || ground.Contains(marks.Word(mention.First - 1)) || before is not null && mention.First - before.Last <= MostBetween;
    }

    /// <summary>"KYIV — ", "Odesa, Ukraine: ".</summary>
    private static bool IsDateline(MarkedSentence marks, Mention mention) =>
        mention.First == 0 && marks.Word(mention.Last + 1) is "—" or ":" or "(" or "/";

    /// <summary>"Kharkiv Mayor", "the governor of the Odesa region", "the Energy Ministry in Kyiv".</summary>
    private bool IsOfOfficial(MarkedSentence marks, Mention mention)
    {
        for (var at = mention.Last + 1; at <= mention.Last + MostBetween; at++)
        {
            if (officials.Contains(marks.Word(at)))
                return true;
            if (!regions.Contains(marks.Word(at)) && marks.Word(at) != "'s")
                break;
        }

        for (var at = mention.First - 1; at >= mention.First - MostBetween; at--)
        {
            if (marks.Word(at) is "of" or "in")
                return officials.Contains(marks.Word(at - 1)) || marks.Word(at) == "in" && marks.MentionAt(at - 1) is { Kind: NameKind.Body or NameKind.Office or NameKind.Government };
            if (marks.Word(at) != "the")
                return false;
        }

        return false;
    }

    /// <summary>"Kremenchuk in the Poltava region": the town tells it.</summary>
    private bool IsAround(MarkedSentence marks, Mention town, Mention region)
    {
        var isWithin = false;
        for (var at = town.Last + 1; at < region.First; at++)
        {
            if (region.First - at > MostBetween || !within.Contains(marks.Word(at)) && marks.MentionAt(at) is not { Kind: NameKind.Country or NameKind.Adjective })
                return false;
            isWithin |= marks.Word(at) == "in";
        }

        return isWithin || region.First - town.Last == 2 && IsRegion(marks, region);
    }

    /// <summary>"the Odesa region", be "region" part of the name or not.</summary>
    private bool IsRegion(MarkedSentence marks, Mention mention) => regions.Contains(marks.Word(mention.Last)) || regions.Contains(marks.Word(mention.Last + 1));

    private string NameOf(MarkedSentence marks, Mention mention)
    {
        var name = mention.Name.Venue!;
        return IsRegion(marks, mention) && !name.Contains(' ', StringComparison.Ordinal) ? name + " region" : name;
    }
}
