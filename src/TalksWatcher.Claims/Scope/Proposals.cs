using System.Collections.Frozen;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Scope;

/// <summary>Verbs that tell what somebody proposes: they look like a present, yet nothing is under way.</summary>
internal sealed class Proposals(Lexicon lexicon)
{
    private const int Reach = 16;
    private readonly FrozenSet<string> proposing = lexicon.Words("proposing-words");
    private readonly FrozenSet<string> breaks = lexicon.Words("proposal-breaks");

    /// <summary>"proposed that they meet", "the suggestion that talks be held".</summary>
    public bool IsProposed(MarkedSentence sentence, int verb)
    {
        for (var at = verb - 1; at > 0 && verb - at <= Reach && sentence.Word(at) is not (";" or ":"); at--)
        {
            if (sentence.Word(at) == "that" && IsAfterProposal(sentence, at))
                return true;
        }

        return false;
    }

    /// <summary>"suggested to Kyiv and Moscow that".</summary>
    private static bool JoinsNames(MarkedSentence sentence, int and) =>
        sentence.MentionAt(and - 1) is not null && sentence.MentionAt(and + 1) is not null;

    /// <summary>"proposed in a statement on Sunday that": what stands between does not part them, another verb does.</summary>
    private bool IsAfterProposal(MarkedSentence sentence, int that)
    {
        for (var at = that - 1; at >= 0 && that - at <= Reach; at--)
        {
            if (proposing.Contains(sentence.Word(at)))
                return true;
            if (breaks.Contains(sentence.Word(at)) && !JoinsNames(sentence, at))
                return false;
        }

        return false;
    }
}
