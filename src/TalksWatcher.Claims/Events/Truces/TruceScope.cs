using System.Collections.Frozen;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Scope;

namespace TalksWatcher.Claims.Events.Truces;

/// <summary>What the verb of a phrase makes of it: "would agree" is an offer, "does not observe" a breach, "wants to extend" is open.</summary>
internal sealed class TruceScope(Lexicon lexicon)
{
    /// <summary>Rules of this rank and above stand for themselves; weaker ones need the truce named near.</summary>
    public const int StrongRank = 7;

    private const int GovernorReach = 8;
    private const int WouldReach = 6;
    private const int RelativeReach = 6;
    private readonly VerbGroupReader verbs = new(lexicon);
    private readonly Factuality factuality = new(lexicon);
    private readonly Conditions conditions = new(lexicon);
    private readonly Pattern questions = lexicon.Phrases("truce-questions");
    private readonly FrozenSet<string> wishes = lexicon.Words("wishing-verbs");
    private readonly FrozenSet<string> resuming = lexicon.Words("resuming-verbs");
    private readonly FrozenSet<string> ahead = lexicon.Words("ahead-openers");
    private readonly FrozenSet<string> names = lexicon.Words("truce-names");
    private readonly FrozenSet<string> articles = lexicon.Words("articles");
    private readonly FrozenSet<string> open = lexicon.Words("open-words");
    private readonly FrozenSet<string> unsettling = lexicon.Words("unsettling-words");
    private readonly FrozenSet<string> refusing = lexicon.Words("refusing-words");
    private readonly FrozenSet<string> disputing = lexicon.Words("disputing-words");
    private readonly FrozenSet<string> charges = lexicon.Words("charge-words");
    private readonly FrozenSet<string> denying = lexicon.Words("denying-words");
    private readonly FrozenSet<string> negations = lexicon.Words("negations");
    private readonly Pattern unsaid = lexicon.Phrases("unsaid-phrases");
    private readonly FrozenSet<string> keeping = lexicon.Words("keeping-verbs");

    /// <param name="start">The day on which the truce is to begin.</param>
    public (ClaimStatus Status, Certainty Certainty) Of(SentenceContext context, CueRule rule, PatternMatch match, DateOnly? start)
    {
        var group = verbs.Read(context.Marks, match.Head);
        var status = StatusOf(context, rule, match, group, start);
        return (status, status switch
        {
            ClaimStatus.Proposed when rule.Status == ClaimStatus.Rejected => Certainty.Possible,
            ClaimStatus.Violated when rule.Status == ClaimStatus.InEffect => Certainty.Stated,
            _ => rule.Certainty ?? CertaintyOf(context.Marks, match, group, status),
        });
    }

    /// <summary>Neither "if Moscow breaks it" nor "have to stop" nor "would have lapsed" nor "the agreed week" nor "a pledge" tells of what has happened.</summary>
    public bool IsTold(MarkedSentence marks, CueRule rule, PatternMatch match)
    {
        var group = verbs.Read(marks, match.Head);
        if (IsOnlyAsked(marks, rule, match) || IsAhead(marks, rule, match, group) || rule.Past && group.Negated)
            return false;
        return (!rule.Past || group.IsPast) && !marks.Has(unsaid, 0, match.First)
            && group is not { IsConditional: true, Aspect: Aspect.PastPerfect }
            && !(rule.Status == ClaimStatus.Agreed && IsNominal(marks, match.Head))
            && (rule.Status is not (ClaimStatus.Violated or ClaimStatus.InEffect or ClaimStatus.Rejected) || !conditions.IsConditional(marks, match.Head));
    }

    /// <summary>"keeps asking whether they have stopped", "if Russia wanted quiet, it would not be hitting", "nobody has offered to renew it".</summary>
    private bool IsOnlyAsked(MarkedSentence marks, CueRule rule, PatternMatch match) =>
        rule is { Status: ClaimStatus.Proposed, Named: false, Certainty: null }
        && (marks.Matcher.IsMatch(questions, match.Head) || wishes.Contains(marks.Word(match.Head)) && conditions.IsConditional(marks, match.Head)
            || (rule.Rank > StrongRank || wishes.Contains(marks.Word(match.Head))) && verbs.Read(marks, match.Head).Negated)
        || rule is { Status: ClaimStatus.Proposed, Named: true } && negations.Contains(marks.Word(match.Last + 1)) && marks.Word(match.Last + 2) == "be";

    /// <summary>"goes on once the truce is over", "neither wants to be the first to call it off": not ended yet.</summary>
    private bool IsAhead(MarkedSentence marks, CueRule rule, PatternMatch match, VerbGroup group)
    {
        if (rule.Status != ClaimStatus.Ended)
            return false;
        if (group.Aspect == Aspect.Future && resuming.Contains(marks.Word(match.Head)) || group.IsInfinitive && marks.HasAny(negations, marks.ClauseStart(match.Head), match.Head))
            return true;
        for (var at = match.Head - 1; group.Aspect == Aspect.Present && at >= match.Head - GovernorReach; at--)
        {
            if (ahead.Contains(marks.Word(at)) && marks.Word(at - 1) != "at")
                return true;
        }

        return false;
    }

    /// <summary>"the agreed week", "a pledge".</summary>
    private bool IsNominal(MarkedSentence marks, int head)
    {
        var form = lexicon.FormOf(marks.Word(head));
        return form.HasFlag(VerbForm.Participle) && articles.Contains(marks.Word(head - 1)) || form.HasFlag(VerbForm.Base) && marks.Word(head - 1) is "a" or "an";
    }

    /// <summary>"the truce to which he agreed": by the way, beside what is told of it.</summary>
    public bool IsByTheWay(MarkedSentence marks, CueRule rule, PatternMatch match)
    {
        for (var at = match.Head - 1; rule.Status == ClaimStatus.Agreed && at > 0 && match.Head - at <= RelativeReach; at--)
        {
            if (marks.Word(at) == "which" || marks.Word(at) == "that" && names.Contains(marks.Word(at - 1)))
                return true;
        }

        return false;
    }

    private ClaimStatus StatusOf(SentenceContext context, CueRule rule, PatternMatch match, VerbGroup group, DateOnly? start) => rule.Status switch
    {
        ClaimStatus.InEffect when group is { IsConditional: true, IsReported: false, Negated: false } or { Aspect: Aspect.Offered or Aspect.Possible, Negated: false } => ClaimStatus.Proposed,
        ClaimStatus.Ended when start > context.Published && group.Aspect is Aspect.Present or Aspect.Future => ClaimStatus.Agreed,
        ClaimStatus.InEffect when start > context.Published || group is { Aspect: Aspect.Future or Aspect.Expected, Negated: false } => ClaimStatus.Agreed,
        ClaimStatus.InEffect when keeping.Contains(context.Marks.Word(match.Head)) && (group.Negated || IsPreceded(disputing, context.Marks, match.Head)) => ClaimStatus.Violated,
        ClaimStatus.Agreed when rule is { After: null, Certainty: null } && IsOffer(context.Marks, match, group) => ClaimStatus.Proposed,
        ClaimStatus.Rejected when group.Negated && !context.Marks.HasAny(negations, match.First, match.Last) => ClaimStatus.Proposed,
        var told => told!.Value,
    };

    /// <summary>"urged them to agree", "would agree if", "will stop if they stop".</summary>
    private bool IsOffer(MarkedSentence marks, PatternMatch match, VerbGroup group) =>
        !group.Negated && (group.IsConditional && !(group.IsReported && !conditions.IsUnderCondition(marks, match.Head)) || group is { IsInfinitive: true, Aspect: Aspect.Unknown or Aspect.Offered }
            || !group.IsPast && conditions.IsUnderCondition(marks, match.Head))
        && CertaintyOf(marks, match, group, ClaimStatus.Agreed) != Certainty.Denied;

    private Certainty CertaintyOf(MarkedSentence marks, PatternMatch match, VerbGroup group, ClaimStatus status)
    {
        var told = factuality.Of(ClaimKind.EnergyTruce, marks, match, group, status);
        return status switch
        {
            ClaimStatus.Violated when IsCharge(marks, match.Head) => Certainty.Denied,
            ClaimStatus.Extended when IsPreceded(refusing, marks, match.Head) => IsAmong(unsettling, marks, match.Head) ? Certainty.Possible : Certainty.Denied,
            ClaimStatus.Extended when told == Certainty.Stated && IsAmong(open, marks, match.Head) => Certainty.Possible,
            ClaimStatus.Ended when told == Certainty.Stated && (group.IsConditional || IsNear(marks, match.First, WouldReach, "would")) => Certainty.Possible,
            _ => told,
        };
    }

    /// <summary>"rejecting allegations that Moscow had broken it".</summary>
    private bool IsCharge(MarkedSentence marks, int head)
    {
        for (var at = head - 1; at > 0 && head - at <= GovernorReach; at--)
        {
            if (charges.Contains(marks.Word(at)) && (denying.Contains(marks.Word(at - 1)) || denying.Contains(marks.Word(at - 2)) || denying.Contains(marks.Word(at - 3))))
                return true;
        }

        return false;
    }

    private static bool IsNear(MarkedSentence marks, int before, int reach, string word)
    {
        for (var at = before - reach; at < before; at++)
        {
            if (marks.Word(at) == word)
                return true;
        }

        return false;
    }

    /// <summary>"whether to extend it would be discussed": nothing is settled.</summary>
    private static bool IsAmong(FrozenSet<string> words, MarkedSentence marks, int head)
    {
        for (var at = 0; at < marks.Tokens.Length; at++)
        {
            if (marks.Clauses[at] == marks.Clauses[head] && words.Contains(marks.Word(at)))
                return true;
        }

        return false;
    }

    /// <summary>"no orders to extend it", "refused to extend it", "disputes that they have stopped".</summary>
    private bool IsPreceded(FrozenSet<string> words, MarkedSentence marks, int head)
    {
        for (var at = head - 1; at >= 0 && head - at <= GovernorReach && marks.Clauses[at] == marks.Clauses[head]; at--)
        {
            if (words.Contains(marks.Word(at)))
                return !negations.Contains(marks.Word(at - 1));
        }

        return false;
    }
}
