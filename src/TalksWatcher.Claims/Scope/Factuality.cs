using System.Collections.Frozen;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Text;

namespace TalksWatcher.Claims.Scope;

/// <summary>How sure a sentence is of an event: hedges and modals near its phrase, conditions.</summary>
internal sealed class Factuality(Lexicon lexicon)
{
    private const int Reach = 8;
    private const int QuestionReach = 16;
    private const int ConditionReach = 12;
    private const int AwaitedReach = 6;
    private const int UnsettledReach = 18;
    private const int SaidReach = 16;
    private readonly FrozenSet<string> hedges = lexicon.Words("hedges");
    private readonly FrozenSet<string> nearHedges = lexicon.Words("near-hedges");
    private readonly FrozenSet<string> openers = lexicon.Words("conditional-openers");
    private readonly Pattern saidOf = lexicon.Phrases("said-of-phrases");
    private readonly Pattern unsettled = lexicon.Phrases("unsettled-phrases");
    private readonly Pattern courtesies = lexicon.Phrases("courtesy-conditions");
    private readonly FrozenSet<string> apart = lexicon.Words("apart-clause-openers");
    private readonly FrozenSet<string> conditions = lexicon.Words("conditions");
    private readonly FrozenSet<string> provisos = lexicon.Words("provisos");
    private readonly FrozenSet<string> questions = lexicon.Words("before-questions");
    private readonly FrozenSet<string> asked = lexicon.Words("asked-words");
    private readonly FrozenSet<string> puzzles = lexicon.Words("puzzle-nouns");
    private readonly FrozenSet<string> rumours = lexicon.Words("rumour-nouns");
    private readonly FrozenSet<string> hearsay = lexicon.Words("hearsay-nouns");
    private readonly Denials denials = new(lexicon);

    public Certainty Of(ClaimKind kind, MarkedSentence marks, PatternMatch match, VerbGroup group, ClaimStatus status)
    {
        if (status is not ClaimStatus.Rejected && (group.Negated || group.Aspect == Aspect.Refused || denials.IsRefuted(marks, match.First)))
            return Certainty.Denied;
        if (group.Aspect is Aspect.Possible or Aspect.Expected)
            return Certainty.Possible;
        if (group is { IsInfinitive: true, Aspect: Aspect.Unknown } && IsAfterModal(marks, match.First))
            return Certainty.Possible;
        if (status == ClaimStatus.Postponed && marks.Has(saidOf, match.Last + 1))
            return Certainty.Possible;
        if (IsHearsay(kind, marks, match.First) || kind == ClaimKind.Meeting && IsSaidOf(marks, match.First))
            return Certainty.Possible;
        var clause = marks.Clauses[match.Head];
        for (var at = 0; at < marks.Tokens.Length; at++)
        {
            var word = marks.Word(at);
            if (at >= match.First && at <= match.Last && status is ClaimStatus.Postponed or ClaimStatus.Cancelled)
                continue;
            var distance = at < match.First ? match.First - at : 2 * (at - match.Last);
            if (marks.Clauses[at] == clause && (at == 0 || marks.Tokens[at].Shape == TokenShape.Lower)
                && (distance <= Reach && hedges.Contains(word) || distance <= 2 && nearHedges.Contains(word)))
                return Certainty.Possible;
            if (kind == ClaimKind.Meeting && status == ClaimStatus.Proposed && (IsCondition(marks, at, match.Head) || IsPrecondition(marks, at)))
                return Certainty.Possible;
        }

        return Certainty.Stated;
    }

    /// <summary>"rumours of", "talk that", "reports that": nobody stands for it.</summary>
    private bool IsHearsay(ClaimKind kind, MarkedSentence marks, int at)
    {
        for (var token = 0; token < at; token++)
        {
            if (kind == ClaimKind.EnergyTruce && at - token <= QuestionReach && (marks.Word(token) == "whether" || marks.Word(token) == "if" && asked.Contains(marks.Word(token - 1))))
                return true;
            if (rumours.Contains(marks.Word(token))
                || hearsay.Contains(marks.Word(token)) && marks.Word(token + 1) is "that" or "of")
                return true;
        }

        return false;
    }

    /// <summary>"is said to have been in Paris", "are believed to be preparing".</summary>
    private bool IsSaidOf(MarkedSentence marks, int at)
    {
        for (var token = Math.Max(0, at - SaidReach); token < at; token++)
        {
            if (marks.Matcher.Match(saidOf, token) is { } match && match.Last < at)
                return true;
        }

        return false;
    }

    /// <summary>"if talks resume", "should a meeting come about": nothing is asserted.</summary>
    public bool IsConditional(MarkedSentence marks, int at)
    {
        var first = marks.ClauseStart(at);
        for (var token = first; token <= Math.Min(first + 1, at); token++)
        {
            if (openers.Contains(marks.Word(token)) && (token == first || !IsInverted(marks.Word(token)) || marks.Word(first) is "and" or "but" or "yet" or ","))
                return true;
        }

        for (var token = at - 1; token > first && at - token <= ConditionReach; token--)
        {
            if (marks.Word(token) is "when" or "where" or "how" && (asked.Contains(marks.Word(token - 1)) || marks.Word(token - 1) == "is" && marks.HasAny(puzzles, 0, token)))
                return true;
            if (marks.Word(token) == "that" && marks.Word(token - 1) == "so")
                return true;
            if (openers.Contains(marks.Word(token)) && (marks.Word(token - 1) == "," || marks.Word(token) is "if" or "whether" or "unless"))
                return true;
        }

        return false;
    }

    /// <summary>"uncertain whether Moscow was ready for talks".</summary>
    public static bool IsOpen(MarkedSentence marks, int at)
    {
        for (var token = Math.Max(0, at - Reach); token < at; token++)
        {
            if (marks.Word(token) == "whether" && marks.Clauses[token] == marks.Clauses[at])
                return true;
        }

        return false;
    }

    /// <summary>"would send a delegation if the Russians came": what is told holds under a condition.</summary>
    public bool IsUnderCondition(MarkedSentence marks, int at)
    {
        for (var token = 0; token < marks.Tokens.Length; token++)
        {
            if ((marks.Clauses[token] != marks.Clauses[at] || token > at) && provisos.Contains(marks.Word(token)) && !questions.Contains(marks.Word(token - 1)))
                return true;
        }

        return false;
    }

    /// <summary>"were talks to resume": conditional only before its subject.</summary>
    private static bool IsInverted(string word) => word is "were" or "should";

    /// <summary>"not until the two meet": a meeting that is waited for.</summary>
    public static bool IsAwaited(MarkedSentence marks, int at)
    {
        for (var token = at - 1; token >= 0 && at - token <= AwaitedReach && marks.Clauses[token] == marks.Clauses[at]; token--)
        {
            if (marks.Word(token) is "until" or "unless")
                return true;
        }

        return false;
    }

    /// <summary>"no agreement on when the negotiators will next meet".</summary>
    public bool IsUnsettled(MarkedSentence marks, int at)
    {
        for (var token = Math.Max(0, at - UnsettledReach); token < at; token++)
        {
            if (marks.Matcher.Match(unsettled, token) is { } match && match.Last < at)
                return true;
        }

        return false;
    }

    /// <summary>Neither "if he dares" nor "would be welcome if he came, Bern has said, after Macron named Geneva".</summary>
    private bool IsCondition(MarkedSentence marks, int at, int head)
    {
        if (!conditions.Contains(marks.Word(at)) || marks.Matcher.IsMatch(courtesies, at))
            return false;
        return at > head || marks.Clauses[at] == marks.Clauses[head] || !apart.Contains(marks.Word(marks.ClauseStart(head)));
    }

    /// <summary>"only after the guns fall silent", "once there is an agenda".</summary>
    private static bool IsPrecondition(MarkedSentence marks, int at) => marks.Word(at) switch
    {
        "only" => marks.Word(at + 1) is "once" or "after" or "when" or "at",
        "once" => marks.Word(at + 1) is not ("again" or "more" or "," or "a") && marks.Word(at - 1) is not ("at" or "for"),
        _ => false,
    };

    /// <summary>"but only when the deal is final".</summary>
    public static bool HasPrecondition(MarkedSentence marks)
    {
        for (var at = 0; at < marks.Tokens.Length; at++)
        {
            if (marks.Word(at) == "only" && IsPrecondition(marks, at))
                return true;
        }

        return false;
    }

    /// <summary>"may travel to Moscow to meet him": the purpose is no surer than the way.</summary>
    private static bool IsAfterModal(MarkedSentence marks, int at)
    {
        for (var token = at - 1; token >= 0 && marks.Clauses[token] == marks.Clauses[at]; token--)
        {
            if (marks.Word(token) is "may" or "might" or "could" && marks.Tokens[token].Shape == TokenShape.Lower)
                return true;
        }

        return false;
    }
}
