using System.Collections.Frozen;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Scope;

/// <summary>How sure a sentence is of an event: hedges and modals near its phrase, conditions, denials.</summary>
internal sealed class Factuality(Lexicon lexicon)
{
    private readonly FrozenSet<string> hedges = lexicon.Words("hedges");
    private readonly FrozenSet<string> conditions = lexicon.Words("conditions");

    public Certainty Of(MarkedSentence marks, PatternMatch match, VerbGroup group, ClaimStatus status)
    {
        if (group.Negated && status is not ClaimStatus.Rejected)
            return Certainty.Denied;
        if (group.Aspect is Aspect.Possible or Aspect.Expected)
            return Certainty.Possible;
        var clause = marks.Clauses[match.Head];
        for (var at = 0; at < marks.Tokens.Length; at++)
        {
            var word = marks.Word(at);
            if (marks.Clauses[at] == clause && hedges.Contains(word))
                return Certainty.Possible;
            if (status == ClaimStatus.Proposed && conditions.Contains(word))
                return Certainty.Possible;
        }

        return Certainty.Stated;
    }
}
