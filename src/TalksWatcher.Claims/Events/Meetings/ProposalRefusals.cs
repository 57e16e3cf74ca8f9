using TalksWatcher.Claims.Events.Arguments;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Events.Meetings;

/// <summary>"brushed the suggestion aside", "rejected the idea": the meeting proposed right before is refused.</summary>
internal sealed class ProposalRefusals(Lexicon lexicon)
{
    private readonly Pattern refusal = lexicon.Read(new RuleFile("English/Words/proposal-refusals", ""), 1, "@proposal-refusals");

    public Reading? Find(SentenceContext context, Reading proposed)
    {
        var matcher = new PatternMatcher(context.Marks);
        for (var at = 0; at < context.Marks.Tokens.Length; at++)
        {
            if (matcher.Match(refusal, at) is { } match && context.Marks.Word(at - 1) is not ("not" or "to" or "n't"))
            {
                return proposed with
                {
                    Rule = "ProposalRefused",
                    Status = ClaimStatus.Rejected,
                    Certainty = Certainty.Stated,
                    Says = StanceFinder.Find(context, match, ClaimStatus.Rejected),
                    Paragraph = context.Paragraph,
                    Sentence = context.Index,
                };
            }
        }

        return null;
    }
}
