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
    private const int OfReach = 9;
    private readonly FrozenSet<string> governors = lexicon.Words("prepositions");
    private readonly FrozenSet<string> officials = lexicon.Words("officials-words");
    private readonly FrozenSet<string> leaders = lexicon.Words("leaders-words");
    private readonly FrozenSet<string> ministers = lexicon.Words("ministers-words");
    private readonly FrozenSet<string> delegations = lexicon.Words("delegations-words");

    public MeetingLevel? Of(SentenceContext context, int anchor, List<Mention> near, ImmutableSortedSet<string> heads)
    {
        var words = WordsNear(context, anchor).ToList();
        if (heads.Count >= 2 || heads.Count == 1 && words.Exists(w => w is "himself" or "herself"))
            return MeetingLevel.Leaders;
        if (IsOfLeaders(context.Marks, anchor))
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

    /// <summary>"a meeting of the American, Russian and Ukrainian presidents".</summary>
    private bool IsOfLeaders(MarkedSentence marks, int anchor)
    {
        if (marks.Word(anchor + 1) is not ("of" or "between"))
            return false;
        for (var at = anchor + 2; at <= anchor + OfReach && (marks.MentionAt(at) is not null || marks.Word(at) is "," or "and" or "the" or "two" or "three" || leaders.Contains(marks.Word(at))); at++)
        {
            if (leaders.Contains(marks.Word(at)))
                return true;
        }

        return false;
    }

    /// <summary>"is ready to receive Witkoff", "to meet the Americans": those met are no leaders.</summary>
    public static MeetingLevel? OfMet(MarkedSentence marks, PatternMatch match)
    {
        var met = marks.Mentions.Where(m => m.Last > match.Head && m.First - match.Head <= OfReach && m.Actor is not null).ToList();
        return met.Exists(m => m.Kind == NameKind.Demonym || m is { IsPerson: true, Name.Rank: PersonRank.Envoy }) && !met.Exists(m => m is { IsPerson: true, Name.Rank: PersonRank.Leader }) ? MeetingLevel.Delegations : null;
    }

    /// <summary>"A visit by Putin to Kyiv is out of the question": the leader who would go there.</summary>
    public MeetingLevel? OfVisitor(SentenceContext context, PatternMatch match) =>
        context.Marks.Mentions.Exists(m => m is { IsPerson: true, Name.Rank: PersonRank.Leader } && !context.IsSpeaker(m) && m.Last < match.Head && governors.Contains(context.Marks.Word(m.First - 1)) && context.Marks.Clauses[m.First] == context.Marks.Clauses[match.Head])
            ? MeetingLevel.Leaders : null;

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
