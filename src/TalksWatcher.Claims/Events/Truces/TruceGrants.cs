using System.Collections.Frozen;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Events.Truces;

/// <summary>Halts that one side grants by itself: "a pause that Putin ordered at Trump's request" binds nobody else.</summary>
internal sealed class TruceGrants(Lexicon lexicon, Vocabulary vocabulary)
{
    private const int SubjectReach = 3;
    private const int RequestReach = 5;
    private readonly FrozenSet<string> granting = lexicon.Words("granting-verbs");
    private readonly FrozenSet<string> requests = lexicon.Words("bidding-nouns");
    private readonly HashSet<string> mediators = [.. vocabulary.Mediators];

    /// <param name="side">The only side that the sentence says may hold fire.</param>
    public bool IsOf(MarkedSentence marks, string side)
    {
        foreach (var mention in marks.Mentions)
        {
            if (mention.Actor == side && IsGranter(marks, mention) || IsMediator(mention) && IsBidder(marks, mention))
                return true;
        }

        return false;
    }

    /// <summary>"Trump and Putin made a deal", "a call between Trump and Putin": those who speak of it for both sides.</summary>
    public bool IsBroker(MarkedSentence marks, Mention mention) =>
        marks.Word(mention.First - 1) == "and" && IsMediator(marks.MentionAt(mention.First - 2)) || marks.Word(mention.Last + 1) == "and" && IsMediator(marks.MentionAt(mention.Last + 2));

    private bool IsMediator(Mention? mention) => mention?.Actor is { } actor && mediators.Contains(actor);

    /// <summary>"granted by Putin", "that the Kremlin ordered".</summary>
    private bool IsGranter(MarkedSentence marks, Mention mention)
    {
        if (marks.Word(mention.First - 1) == "by" || marks.Word(mention.First - 2) == "by")
            return marks.HasAny(granting, mention.First - SubjectReach - 1, mention.First - 2);
        for (var at = mention.Last + 1; at <= mention.Last + SubjectReach && marks.MentionAt(at) is null && marks.Word(at) != ","; at++)
        {
            if (granting.Contains(marks.Word(at)))
                return true;
        }

        return false;
    }

    /// <summary>"at Donald Trump's request": asked of one side.</summary>
    private bool IsBidder(MarkedSentence marks, Mention mention) =>
        marks.Word(mention.Last + 1) == "'s" && marks.HasAny(requests, mention.Last + 2, mention.Last + RequestReach);
}
