using System.Collections.Frozen;
using System.Collections.Immutable;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Events.Arguments;

/// <summary>How high those at a table rank, by the words and people around its noun.</summary>
internal sealed class RankFinder(Lexicon lexicon)
{
    private const int SubjectReach = 14;
    private readonly FrozenSet<string> officials = lexicon.Words("officials-words");
    private readonly FrozenSet<string> leaders = lexicon.Words("leaders-words");
    private readonly FrozenSet<string> ministers = lexicon.Words("ministers-words");
    private readonly FrozenSet<string> delegations = lexicon.Words("delegations-words");

    public MeetingLevel? Of(SentenceContext context, int anchor, List<Mention> near, ImmutableSortedSet<string> heads)
    {
        var words = WordsNear(context, anchor).ToList();
        if (heads.Count >= 2 || heads.Count == 1 && words.Exists(w => w is "himself" or "herself"))
            return MeetingLevel.Leaders;
        if (words.Any(delegations.Contains))
            return MeetingLevel.Delegations;
        if (words.Any(leaders.Contains))
            return MeetingLevel.Leaders;
        if (words.Any(ministers.Contains))
            return MeetingLevel.Ministers;
        if (near.Any(m => m.IsPerson && m.Name.Rank == PersonRank.Envoy))
            return MeetingLevel.Delegations;
        return near.Where(m => m.IsPerson && m.Name.Rank == PersonRank.Minister).DistinctBy(m => m.Name.Canonical).Count() >= 2 ? MeetingLevel.Ministers : null;
    }

    /// <summary>"American and Russian officials will sit down": those who act before the verb are no leaders.</summary>
    public bool IsOfOfficials(MarkedSentence marks, int anchor)
    {
        for (var at = anchor; at >= 0 && anchor - at <= SubjectReach; at--)
        {
            if (officials.Contains(marks.Word(at)) && marks.MentionAt(at) is null)
                return true;
        }

        return false;
    }

    private static IEnumerable<string> WordsNear(SentenceContext context, int anchor)
    {
        var clause = context.Marks.Clauses[anchor];
        for (var at = 0; at < context.Marks.Tokens.Length; at++)
        {
            if (context.Marks.Clauses[at] == clause)
                yield return context.Marks.Word(at);
        }
    }
}
