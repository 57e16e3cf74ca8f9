using System.Collections.Frozen;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Events.Delegations;

/// <summary>Whether people of a sentence are listed together: "Rubio, Witkoff, the envoy, and Kushner".</summary>
internal sealed class PeopleLinks(Lexicon lexicon)
{
    private const int LongestGap = 20;
    private readonly FrozenSet<string> links = lexicon.Words("list-links");
    private readonly FrozenSet<string> breaks = lexicon.Words("list-breaks");

    public bool AreListed(MarkedSentence marks, Mention one, Mention other)
    {
        var (left, right) = one.First < other.First ? (one, other) : (other, one);
        Mention? last = null;
        var (isListed, isClosed) = (false, false);
        foreach (var person in marks.Mentions)
        {
            if (person.First < left.First || person.Last > right.Last || !PeopleLists.IsKnown(marks, person))
                continue;
            if (last is not null)
            {
                if (Link(marks, last.Last + 1, person.First) is not { } closes)
                    return false;
                (isListed, isClosed) = (true, isClosed || closes);
            }

            last = person;
        }

        return isClosed || isListed && (marks.Word(left.First - 1) is ":" or "—" || IsClosedLater(marks, last!));
    }

    /// <summary>"is headed by A; B is a member": a clause of its own.</summary>
    public static bool ArePartedBySemicolon(MarkedSentence marks, Mention one, Mention other)
    {
        var (left, right) = one.First < other.First ? (one, other) : (other, one);
        for (var at = left.Last + 1; at < right.First; at++)
        {
            if (marks.Word(at) == ";")
                return true;
        }

        return false;
    }

    /// <summary>"Rubio, Witkoff and Kushner": Rubio and Witkoff are listed because "and" follows.</summary>
    private bool IsClosedLater(MarkedSentence marks, Mention last)
    {
        foreach (var next in marks.Mentions)
        {
            if (next.First <= last.Last || !PeopleLists.IsKnown(marks, next))
                continue;
            if (Link(marks, last.Last + 1, next.First) is not { } closes)
                return false;
            if (closes)
                return true;
            last = next;
        }

        return false;
    }

    /// <summary>Whether nothing but marks, "and" and titles stands between two names: <c>true</c> for "and", <c>false</c> for a comma.</summary>
    private bool? Link(MarkedSentence marks, int from, int to)
    {
        if (to - from > LongestGap)
            return null;
        bool? link = null;
        for (var at = from; at < to; at++)
        {
            var word = marks.Word(at);
            if (breaks.Contains(word) || word == "with" && marks.Word(at - 1) is not ("together" or "along"))
                return null;
            if (links.Contains(word) || word == "as" && marks.Word(at + 1) == "well")
                link = true;
            else if (word == ",")
                link ??= false;
        }

        return link;
    }
}
