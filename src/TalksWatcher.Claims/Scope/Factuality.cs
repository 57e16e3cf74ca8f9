using System.Collections.Frozen;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Text;

namespace TalksWatcher.Claims.Scope;

/// <summary>How sure a sentence is of an event: "perhaps", "may", "rumours of" near its phrase, or a condition.</summary>
internal sealed class Factuality(Lexicon lexicon)
{
    private const int Reach = 8;
    private const int QuestionReach = 16;
    private const int UnsettledReach = 18;
    private const int SaidReach = 16;
    private readonly FrozenSet<string> hedges = lexicon.Words("hedges");
    private readonly FrozenSet<string> nearHedges = lexicon.Words("near-hedges");
    private readonly Pattern saidOf = lexicon.Phrases("said-of-phrases");
    private readonly Pattern unsettled = lexicon.Phrases("unsettled-phrases");
    private readonly FrozenSet<string> asked = lexicon.Words("asked-words");
    private readonly FrozenSet<string> rumours = lexicon.Words("rumour-nouns");
    private readonly FrozenSet<string> hearsay = lexicon.Words("hearsay-nouns");
    private readonly Conditions conditions = new(lexicon);
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
            if (kind == ClaimKind.Meeting && status == ClaimStatus.Proposed && conditions.IsAt(marks, at, match.Head))
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
    private bool IsSaidOf(MarkedSentence marks, int at) => IsBefore(marks, saidOf, at, SaidReach);

    /// <summary>"no agreement on when the negotiators will next meet".</summary>
    public bool IsUnsettled(MarkedSentence marks, int at) => IsBefore(marks, unsettled, at, UnsettledReach);

    private static bool IsBefore(MarkedSentence marks, Pattern pattern, int at, int reach)
    {
        for (var token = Math.Max(0, at - reach); token < at; token++)
        {
            if (marks.Matcher.Match(pattern, token) is { } match && match.Last < at)
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
