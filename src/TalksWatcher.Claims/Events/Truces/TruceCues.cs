using System.Collections.Frozen;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Events.Truces;

/// <param name="Score">Strength of the rule less its distance from the truce.</param>
internal readonly record struct TruceCue(CueRule Rule, PatternMatch Match, int Score);

/// <summary>Which phrases of a sentence speak of a truce.</summary>
internal sealed class TruceCues(Lexicon lexicon, CueRules rules, TruceScope scope)
{
    private const int Reach = 24;
    private const int BackReach = 11;
    private const int OtherReach = 8;
    private const int ByTheWay = 12;
    private const int FollowingParagraphs = 3;

    /// <summary>No more readings back is anything followed up.</summary>
    public const int MostTold = 24;

    private readonly FrozenSet<string> resuming = lexicon.Words("resuming-verbs");

    /// <summary>The strongest phrase, and one beside it that tells of another turn.</summary>
    public (TruceCue? Strongest, TruceCue? Other) Heard(SentenceContext context, TrucePhrase phrase, List<Reading> told)
    {
        if (Ranked(context, phrase, told) is not { } cues)
            return (null, null);
        foreach (var cue in cues)
        {
            if (IsOther(context.Marks, cues[0], cue))
                return (cues[0], cue);
        }

        return (cues[0], null);
    }

    /// <summary>What is said of a truce without naming it again: "Ukraine called the accusations groundless", "It runs until Sunday".</summary>
    public TruceCue? FollowUp(SentenceContext context, List<Reading> told)
    {
        if (told.Count == 0 || context.Paragraph - told[^1].Paragraph > FollowingParagraphs)
            return null;
        TruceCue? best = null;
        var matches = rules.Matches(context.Marks);
        for (var i = 0; i < matches.Count; i++)
        {
            var (rule, match) = matches[i];
            if (rule.After is not null && (best is null || rule.Rank > best.Value.Score) && Before(rule, told, context) is not null)
                best = new TruceCue(rule, match, rule.Rank);
        }

        return best;
    }

    /// <summary>What a rule follows up; <c>null</c> where nothing told shortly before fits.</summary>
    public static Reading? Before(CueRule rule, List<Reading> told, SentenceContext context)
    {
        for (var at = told.Count - 1; at >= Math.Max(0, told.Count - MostTold); at--)
        {
            if (context.Paragraph - told[at].Paragraph <= FollowingParagraphs && Fits(rule, told[at]))
                return told[at];
        }

        return null;
    }

    private static bool Fits(CueRule rule, Reading before) => rule.After == "any"
        ? before.Status is ClaimStatus.Agreed or ClaimStatus.InEffect or ClaimStatus.Proposed or ClaimStatus.Extended
        : IsAfter(rule, before.Status) && before.Certainty != Certainty.Denied;

    private static bool IsAfter(CueRule rule, ClaimStatus? status) =>
        status is { } told && string.Equals(rule.After, Enum.GetName(told), StringComparison.OrdinalIgnoreCase);

    /// <summary>"had broken the truce; the ministry denied it": told in one sentence.</summary>
    private static bool Follows(CueRule rule, TruceCue cue) =>
        rule.Rank > TruceScope.StrongRank && IsAfter(rule, cue.Rule.Status) && cue.Rule.Certainty is null;

    private static bool IsFollowed(List<TruceCue> cues, CueRule rule) => cues.Exists(c => Follows(rule, c));

    private static bool IsOther(MarkedSentence marks, TruceCue first, TruceCue other)
    {
        if (other.Rule.Certainty == Certainty.Denied && Follows(other.Rule, first))
            return other.Match.First > first.Match.Last;
        if (other.Rule.Status == first.Rule.Status || first.Rule.Status == ClaimStatus.Agreed && other.Rule.Status == ClaimStatus.Proposed)
            return false;
        if (first.Rule.Status == ClaimStatus.Rejected && other.Rule.Status == ClaimStatus.Proposed)
            return other.Rule.Beside;
        if (other.Rule.Rank < TruceScope.StrongRank && first.Rule.Rank < TruceScope.StrongRank)
            return false;
        return marks.Clauses[other.Match.Head] != marks.Clauses[first.Match.Head]
            || other.Rule.Rank >= TruceScope.StrongRank && first.Rule.Rank < TruceScope.StrongRank && Math.Abs(other.Match.First - first.Match.First) >= OtherReach;
    }

    /// <summary>The phrases that may speak of this truce, the strongest and nearest first.</summary>
    private List<TruceCue>? Ranked(SentenceContext context, TrucePhrase phrase, List<Reading> told)
    {
        var marks = context.Marks;
        List<TruceCue>? cues = null;
        var matches = rules.Matches(marks);
        for (var i = 0; i < matches.Count; i++)
        {
            var (rule, match) = matches[i];
            if (rule is { After: not null, Status: not null } && cues is not null && IsFollowed(cues, rule))
                cues.Add(new TruceCue(rule, match, 0));
            if (rule.Named && phrase.PointsBack || rule.After is not null && (!phrase.PointsBack && rule.Status is null || Before(rule, told, context) is null))
                continue;
            if (match.Head >= phrase.First && match.Head <= phrase.Last && rule.Rank >= TruceScope.StrongRank && !phrase.PointsBack && !resuming.Contains(marks.Word(match.Head)))
                continue;
            var distance = Math.Min(Math.Abs(match.Head - phrase.First), Math.Abs(match.Head - phrase.Last));
            if (distance < (phrase.PointsBack && rule.Rank < TruceScope.StrongRank ? BackReach : Reach) && scope.IsTold(marks, rule, match))
                (cues ??= new(matches.Count)).Add(new TruceCue(rule, match, 4 * rule.Rank - distance - (scope.IsByTheWay(marks, rule, match) ? ByTheWay : 0) - 6 * Math.Abs(marks.Clauses[match.Head] - marks.Clauses[phrase.First])));
        }

        cues?.Sort((one, two) => two.Score.CompareTo(one.Score));
        return cues;
    }
}
