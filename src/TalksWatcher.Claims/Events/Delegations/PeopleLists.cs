using System.Collections.Frozen;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Text;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Events.Delegations;

/// <summary>Whom a phrase means: the one it names and those listed with him, or all before or after it.</summary>
internal sealed class PeopleLists(Lexicon lexicon, PeopleLinks links)
{
    private const int LongestTitle = 5;
    private readonly FrozenSet<string> reporting = lexicon.Words("reporting-verbs");
    private readonly FrozenSet<string> both = lexicon.Words("both-teams");
    private readonly FrozenSet<string> shared = lexicon.Words("shared-head-words");
    private readonly FrozenSet<string> leading = lexicon.Words("leading-words");
    private readonly FrozenSet<string> installing = lexicon.Words("installing-verbs");
    private readonly FrozenSet<string> perfect = lexicon.Words("perfect-auxiliaries");
    private readonly FrozenSet<string> auxiliaries = lexicon.Words("speech-auxiliaries");
    private readonly Pattern passedOver = lexicon.Phrases("passed-over");

    /// <summary>All people of a sentence but leaders and owners ("Putin's aide").</summary>
    public static bool IsKnown(MarkedSentence marks, Mention mention) =>
        mention.Kind == NameKind.Person && !IsOwner(marks, mention) && mention.Name.Rank != PersonRank.Leader;

    public List<Name> Of(MarkedSentence marks, CueRule rule, PatternMatch match)
    {
        if (match.Slot("person") is { } slot)
            return marks.MentionAt(slot.First) is { } person && IsNearest(marks, person, match) ? WithPartners(marks, rule, person, match) : [];
        return rule.Role == "members-before" ? Before(marks, match.First) : After(marks, match.First);
    }

    private static List<Name> After(MarkedSentence marks, int at)
    {
        var people = new List<Name>();
        foreach (var mention in marks.Mentions)
        {
            if (mention.First > at && IsKnown(marks, mention))
                people.Add(mention.Name);
        }

        return people;
    }

    /// <summary>All people before a token but who tells of them: "Peskov said Medinsky would attend".</summary>
    private List<Name> Before(MarkedSentence marks, int at)
    {
        var people = new List<Name>();
        foreach (var mention in marks.Mentions)
        {
            if (mention.Last < at && IsKnown(marks, mention) && !Tells(marks, mention))
                people.Add(mention.Name);
        }

        return people;
    }

    private bool Tells(MarkedSentence marks, Mention person) =>
        reporting.Contains(marks.Word(person.Last + 1)) || auxiliaries.Contains(marks.Word(person.Last + 1)) && reporting.Contains(marks.Word(person.Last + 2));

    private static bool IsOwner(MarkedSentence marks, Mention person) => marks.Word(person.Last + 1) == "'s";

    /// <summary>In "Peskov said Medinsky would lead the team" the one next to the verb leads.</summary>
    private bool IsNearest(MarkedSentence marks, Mention person, PatternMatch match) =>
        !IsOwner(marks, person) && person.Kind == NameKind.Person && !(person.Name.Rank == PersonRank.Leader && marks.Tokens[person.First].Shape == TokenShape.Lower)
        && !IsInstaller(marks, person) && !IsOtherBetween(marks, person, match);

    /// <summary>"Putin has put him in charge": who gives the post does not hold it.</summary>
    private bool IsInstaller(MarkedSentence marks, Mention person)
    {
        var verb = person.Last + (perfect.Contains(marks.Word(person.Last + 1)) ? 2 : 1);
        return installing.Contains(marks.Word(verb)) && (person.Name.Rank == PersonRank.Leader || verb > person.Last + 1);
    }

    private bool IsOtherBetween(MarkedSentence marks, Mention person, PatternMatch match)
    {
        foreach (var mention in marks.Mentions)
        {
            if (mention != person && mention.Kind == NameKind.Person && !IsOwner(marks, mention) && IsBetween(mention, person, match) && !IsPassedOver(marks, mention, match) && !links.AreListed(marks, person, mention))
                return true;
        }

        return false;
    }

    /// <summary>"in place of Rubio": named for the sake of another.</summary>
    private bool IsPassedOver(MarkedSentence marks, Mention other, PatternMatch match)
    {
        for (var at = Math.Max(match.First, other.First - LongestTitle); at < other.First; at++)
        {
            if (marks.Matcher.Match(passedOver, at) is { } words && words.Last < other.First)
                return true;
        }

        return false;
    }

    private static bool IsBetween(Mention other, Mention person, PatternMatch match) =>
        other.First >= match.First && other.Last <= match.Last && match.Slot("old")?.First != other.First && match.Slot("by")?.First != other.First && match.Slot("also")?.First != other.First
        && (person.First == match.First || person.Last == match.Last);

    /// <summary>"Witkoff and Kushner will head": who is listed with the one named, of the same side unless the phrase is of both sides.</summary>
    private List<Name> WithPartners(MarkedSentence marks, CueRule rule, Mention person, PatternMatch match)
    {
        List<Name> people = [person.Name];
        if (rule.Role == "head" && !IsShared(marks, person, match))
            return people;
        var ofBoth = marks.HasAny(both, match.First, match.Last);
        foreach (var other in marks.Mentions)
        {
            if (other == person || !IsKnown(marks, other) || !(ofBoth || other.Actor is null || (person.Actor ?? other.Actor) == other.Actor))
                continue;
            if (links.AreListed(marks, person, other) && !(rule.Role == "head" && PeopleLinks.ArePartedBySemicolon(marks, person, other)))
                people.Add(other.Name);
        }

        return people;
    }

    /// <summary>"A and B will head", "headed by A and B", not "his chief negotiator, A, and the chief of staff, B".</summary>
    private bool IsShared(MarkedSentence marks, Mention person, PatternMatch match) =>
        marks.HasAny(shared, match.First, match.Last)
        || person.First == match.First && marks.Word(person.Last + 1) is not ("," or "(") && marks.HasAny(leading, match.First, match.Last);
}
