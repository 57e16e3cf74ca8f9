using System.Collections.Frozen;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Events.Arguments;

/// <summary>Leaders who are named for the people they send: "talks with Trump's envoys".</summary>
internal sealed class Senders(Lexicon lexicon)
{
    private const int Reach = 4;
    private readonly FrozenSet<string> sent = [.. lexicon.Words("sent-people"), .. lexicon.Words("team-words")];

    public bool IsOne(MarkedSentence marks, Mention mention)
    {
        if (mention is not { IsPerson: true, Actor: not null } || marks.Word(mention.Last + 1) != "'s")
            return false;
        for (var at = mention.Last + 2; at <= mention.Last + Reach && marks.MentionAt(at) is null; at++)
        {
            if (sent.Contains(marks.Word(at)))
                return marks.MentionAt(at + 1) is null;
        }

        return false;
    }
}
