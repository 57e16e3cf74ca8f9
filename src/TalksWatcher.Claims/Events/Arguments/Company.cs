using System.Collections.Frozen;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Events.Arguments;

/// <summary>Whether two are named as meeting each other.</summary>
internal sealed class Company(Lexicon lexicon)
{
    private readonly FrozenSet<string> keeping = lexicon.Words("keeping-company");
    private readonly FrozenSet<string> addressing = lexicon.Words("addressing-verbs");

    /// <summary>"with the Americans", "met Witkoff", "talked to Putin".</summary>
    public bool IsKept(MarkedSentence marks, Mention mention)
    {
        for (var at = mention.First - 1; at >= 0 && mention.First - at <= 6; at--)
        {
            if (keeping.Contains(marks.Word(at)))
                return true;
            if (marks.Word(at) == "to" && addressing.Contains(marks.Word(at - 1)))
                return true;
            if (marks.Word(at) is "," or "that" or "to" or "by")
                return false;
        }

        return false;
    }

    /// <summary>"Ukrainian and American", "US-Ukrainian".</summary>
    public static bool AreJoined(MarkedSentence marks, Mention left, Mention right)
    {
        if (right.First - left.Last > 4)
            return false;
        for (var at = left.Last + 1; at < right.First; at++)
        {
            if (marks.Word(at) is "and" or "," or "—")
                return true;
        }

        return right.First - left.Last == 1;
    }
}
