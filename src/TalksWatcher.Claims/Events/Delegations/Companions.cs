using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Events.Delegations;

/// <summary>Whom a phrase that tells of people has beside them: "took part along with Driscoll", "is led by Umerov, with Budanov at his side".</summary>
internal sealed class Companions(Lexicon lexicon, PeopleLinks links)
{
    private const int Reach = 12;
    private const int LongestTitle = 9;
    private readonly Pattern together = lexicon.Phrases("together-words");

    /// <summary>Those of the side of one already named who come right behind the match.</summary>
    public List<Name> Of(MarkedSentence marks, PatternMatch match, List<Name> people)
    {
        var found = new List<Name>();
        if (people.Count == 0 || marks.First(together, match.Last + 1, match.Last + Reach) is not { } link || !IsTie(marks, link, match.Last))
            return found;
        Mention? first = null;
        foreach (var mention in marks.Mentions)
        {
            if (mention.First <= link.Last || !PeopleLists.IsKnown(marks, mention))
                continue;
            if (first is null && !IsNext(marks, link.Last, mention))
                break;
            first ??= mention;
            if (mention != first && !links.AreListed(marks, first, mention))
                break;
            if (mention.Actor is null || people.Exists(p => p.Actor == mention.Actor))
                found.Add(mention.Name);
            else if (mention == first)
                break;
        }

        return found;
    }

    /// <summary>A bare "with" may belong to a verb ("spoke with"): only right behind the phrase, a mark, a name or a day.</summary>
    private static bool IsTie(MarkedSentence marks, PatternMatch link, int end)
    {
        for (var at = end + 1; at < link.First; at++)
        {
            if (marks.Word(at) is ";" or "." or "but" or "while" || marks.MentionAt(at) is { Kind: NameKind.Person })
                return false;
        }

        return marks.Word(link.First) != "with" || link.First == end + 1 || marks.Word(link.First - 1) is "," or "—" or "("
            || marks.MentionAt(link.First - 1) is not null || marks.TimeAt(link.First - 1) is not null;
    }

    /// <summary>Nothing but a title between the tie and the name: not "talks with Ukraine, Peskov said".</summary>
    private static bool IsNext(MarkedSentence marks, int link, Mention person)
    {
        for (var at = link + 1; at < person.First; at++)
        {
            if (marks.Word(at) is "," or ";" or "—" or "and" || marks.MentionAt(at) is { IsPerson: false, Kind: not (NameKind.Adjective or NameKind.Country or NameKind.Body) })
                return false;
        }

        return person.First - link <= LongestTitle;
    }
}
