using System.Collections.Frozen;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Events.Arguments;

/// <summary>Whose people or talks a sentence means by "its", "his" or "their".</summary>
internal sealed class Possessors(Lexicon lexicon, Vocabulary vocabulary)
{
    /// <summary>"its most senior military officials".</summary>
    private const int OwnedReach = 4;
    private const int PeerReach = 6;
    private readonly FrozenSet<string> peers = lexicon.Words("counterpart-words");
    private readonly FrozenSet<string> prepositions = lexicon.Words("prepositions");
    private readonly FrozenSet<string> owned = lexicon.Words("own-people");
    private readonly HashSet<string> principals = vocabulary.Principals();

    /// <summary>"Ukraine said its officials had met": the side that a clause's "its officials" belong to.</summary>
    public string? Owner(SentenceContext context, int anchor)
    {
        var marks = context.Marks;
        for (var at = anchor - 1; at > 0 && marks.Clauses[at] == marks.Clauses[anchor]; at--)
        {
            if (marks.Word(at) is "its" or "their" or "his" or "her" && IsOfPeople(marks, at))
                return OwnerBefore(marks, at);
        }

        return null;
    }

    private bool IsOfPeople(MarkedSentence marks, int possessive)
    {
        for (var at = possessive + 1; at <= possessive + OwnedReach; at++)
        {
            if (marks.MentionAt(at) is null && owned.Contains(marks.Word(at)))
                return true;
        }

        return false;
    }

    private string? OwnerBefore(MarkedSentence marks, int possessive) => marks.Mentions.FindLast(m =>
        m.Last < possessive && IsPrincipal(m) && m.Kind is not (NameKind.Adjective or NameKind.Place) && !prepositions.Contains(marks.Word(m.First - 1)))?.Actor;

    /// <summary>"Russia's working group is to meet its American counterparts": the side of the one whose counterparts they are.</summary>
    public string? Counterpart(SentenceContext context, int anchor)
    {
        var marks = context.Marks;
        for (var at = anchor + 1; at <= anchor + PeerReach && at < marks.Tokens.Length; at++)
        {
            if (peers.Contains(marks.Word(at)) && HasPossessive(marks, anchor, at))
                return (FirstBefore(marks, anchor) ?? context.Speakers.FirstOrDefault(IsPrincipal))?.Actor;
        }

        return null;
    }

    private static bool HasPossessive(MarkedSentence marks, int first, int end)
    {
        for (var at = first; at < end; at++)
        {
            if (marks.Word(at) is "its" or "his" or "her" or "their")
                return true;
        }

        return false;
    }

    private Mention? FirstBefore(MarkedSentence marks, int anchor) => marks.Mentions.Find(m => m.Last < anchor && IsPrincipal(m) && m.Kind != NameKind.Place);

    /// <summary>"how his own talks with Trump had ended": the one whose talks they are, who speaks or is spoken of.</summary>
    public Mention? OfTalks(SentenceContext context, int anchor)
    {
        var at = context.Marks.Word(anchor - 1) == "own" ? anchor - 2 : anchor - 1;
        return context.Marks.Word(at) is "his" or "her" ? context.Speakers.FirstOrDefault(s => s.IsPerson && s.Actor is { } actor && principals.Contains(actor)) : null;
    }

    private bool IsPrincipal(Mention mention) => mention.Actor is { } actor && principals.Contains(actor);
}
