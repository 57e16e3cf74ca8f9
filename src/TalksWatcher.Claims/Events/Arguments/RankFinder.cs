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
    private const string Presidential = "presidential";
    private readonly Pattern going = lexicon.Phrases("own-journeys");
    private readonly FrozenSet<string> themselves = FrozenSet.ToFrozenSet(["himself", "herself"], StringComparer.Ordinal);
    private readonly FrozenSet<string> governors = lexicon.Words("prepositions");
    private readonly FrozenSet<string> officials = lexicon.Words("officials-words");
    private readonly FrozenSet<string> leaders = lexicon.Words("leaders-words");
    private readonly FrozenSet<string> ministers = lexicon.Words("ministers-words");
    private readonly FrozenSet<string> delegations = lexicon.Words("delegations-words");

    /// <param name="heads">How many sides' leaders are named.</param>
    public MeetingLevel? Of(SentenceContext context, int anchor, List<Mention> near, int heads)
    {
        var marks = context.Marks;
        if (heads >= 2 || heads == 1 && IsNear(marks, anchor, themselves))
            return MeetingLevel.Leaders;
        if (IsOfLeaders(marks, anchor))
            return MeetingLevel.Leaders;
        if (IsNear(marks, anchor, delegations))
            return MeetingLevel.Delegations;
        if (IsNear(marks, anchor, leaders) || marks.Word(anchor - 1) == Presidential)
            return MeetingLevel.Leaders;
        if (IsNear(marks, anchor, ministers))
            return MeetingLevel.Ministers;
        if (near.Exists(m => m is { IsPerson: true, Name.Rank: PersonRank.Envoy }))
            return MeetingLevel.Delegations;
        return AreMinisters(near) ? MeetingLevel.Ministers : null;
    }

    /// <summary>Whose leaders are named; one who only tells of two others is none of them.</summary>
    public static ImmutableSortedSet<string> Heads(SideSets sets, SentenceContext context, int anchor, List<Mention> near)
    {
        var heads = SideSets.Nobody;
        foreach (var mention in near)
        {
            if (IsLeader(mention) && !context.IsSpeaker(mention) && !IsBefore(context.Marks, anchor, mention))
                heads = sets.With(heads, mention.Actor!);
        }

        var areTold = heads.Count >= 2;
        foreach (var mention in near)
        {
            if (IsLeader(mention) && context.IsSpeaker(mention) && !(areTold && (mention.First > anchor || IsFollowed(mention, near, anchor))))
                heads = sets.With(heads, mention.Actor!);
        }

        return heads;
    }

    private static bool IsLeader(Mention mention) => mention is { IsPerson: true, Name.Rank: PersonRank.Leader } && Counts(mention.Actor);

    /// <summary>"their first talks since Trump and Zelenskyy fell out": those who met or parted before.</summary>
    private static bool IsBefore(MarkedSentence marks, int anchor, Mention mention)
    {
        for (var at = mention.First - 1; at > anchor; at--)
        {
            if (marks.Word(at) == "since")
                return true;
        }

        return false;
    }

    private static bool IsFollowed(Mention mention, List<Mention> near, int anchor)
    {
        foreach (var other in near)
        {
            if (other.First > mention.Last && other.First < anchor)
                return true;
        }

        return false;
    }

    /// <summary>NATO and the UN sit at no table.</summary>
    public static bool Counts(string? actor) => actor is not (null or "NATO" or "UN");

    /// <summary>Two ministers at least.</summary>
    private static bool AreMinisters(List<Mention> near)
    {
        string? first = null;
        foreach (var mention in near)
        {
            if (mention is not { IsPerson: true, Name.Rank: PersonRank.Minister })
                continue;
            if (first is not null && first != mention.Name.Canonical)
                return true;
            first = mention.Name.Canonical;
        }

        return false;
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
        var isEnvoy = false;
        foreach (var mention in marks.Mentions)
        {
            if (mention.Last <= match.Head || mention.First - match.Head > OfReach || mention.Actor is null)
                continue;
            if (mention is { IsPerson: true, Name.Rank: PersonRank.Leader })
                return null;
            isEnvoy |= mention.Kind == NameKind.Demonym || mention is { IsPerson: true, Name.Rank: PersonRank.Envoy };
        }

        return isEnvoy ? MeetingLevel.Delegations : null;
    }

    /// <summary>"Zelensky said he would come to Rome but not to Moscow", "turned down an invitation to come": the leader speaks of his own way.</summary>
    public MeetingLevel? OfGoing(SentenceContext context) =>
        context.Marks.Has(going) && context.Marks.Mentions.Find(m => m.IsPerson && m.Actor is not null) is { Name.Rank: PersonRank.Leader } ? MeetingLevel.Leaders : null;

    /// <summary>"A visit by Putin to Kyiv is out of the question": the leader who would go there.</summary>
    public MeetingLevel? OfVisitor(SentenceContext context, PatternMatch match)
    {
        var marks = context.Marks;
        foreach (var mention in marks.Mentions)
        {
            if (mention is { IsPerson: true, Name.Rank: PersonRank.Leader } && !context.IsSpeaker(mention) && mention.Last < match.Head
                && governors.Contains(marks.Word(mention.First - 1)) && marks.Clauses[mention.First] == marks.Clauses[match.Head])
                return MeetingLevel.Leaders;
        }

        return null;
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

    /// <summary>Whether the clause holds one of the words.</summary>
    private static bool IsNear(MarkedSentence marks, int anchor, FrozenSet<string> words)
    {
        var clause = marks.Clauses[anchor];
        for (var at = 0; at < marks.Tokens.Length; at++)
        {
            if (marks.Clauses[at] == clause && words.Contains(marks.Word(at)))
                return true;
        }

        return false;
    }
}
