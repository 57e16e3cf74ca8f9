using System.Collections.Frozen;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Text;

namespace TalksWatcher.Claims.Scope;

/// <summary>How sure a sentence is of an event: hedges and modals near its phrase, conditions, denials.</summary>
internal sealed class Factuality(Lexicon lexicon)
{
    private const int Reach = 8;
    private readonly FrozenSet<string> hedges = lexicon.Words("hedges");
    private readonly FrozenSet<string> nearHedges = lexicon.Words("near-hedges");
    private readonly FrozenSet<string> conditions = lexicon.Words("conditions");

    public Certainty Of(ClaimKind kind, MarkedSentence marks, PatternMatch match, VerbGroup group, ClaimStatus status)
    {
        if (group.Negated && status is not ClaimStatus.Rejected)
            return Certainty.Denied;
        if (group.Aspect is Aspect.Possible or Aspect.Expected)
            return Certainty.Possible;
        var clause = marks.Clauses[match.Head];
        for (var at = 0; at < marks.Tokens.Length; at++)
        {
            var word = marks.Word(at);
            var distance = at < match.First ? match.First - at : at - match.Last;
            if (marks.Clauses[at] == clause && marks.Tokens[at].Shape == TokenShape.Lower
                && (distance <= Reach && hedges.Contains(word) || distance <= 2 && nearHedges.Contains(word)))
                return Certainty.Possible;
            if (kind == ClaimKind.Meeting && status == ClaimStatus.Proposed && conditions.Contains(word))
                return Certainty.Possible;
        }

        return Certainty.Stated;
    }
}
