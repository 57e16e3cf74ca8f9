using System.Collections.Frozen;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Events.Arguments;

/// <summary>Who proposes or refuses: the subject of the phrase itself counts among those who say it.</summary>
internal sealed class StanceFinder(Lexicon lexicon)
{
    private const int Reach = 14;
    private const int HostReach = 7;
    private readonly FrozenSet<string> seats = lexicon.Words("venue-prepositions");
    private readonly FrozenSet<string> hosting = lexicon.Words("hosting-verbs");
    private readonly FrozenSet<string> notHolders = lexicon.Words("not-holder-prepositions");

    public ValueList<string> Find(SentenceContext context, PatternMatch match, ClaimStatus? status)
    {
        if (status is not (ClaimStatus.Proposed or ClaimStatus.Rejected))
            return [];
        var best = Holder(context, match.Head);
        return best is null || IsSpokenFor(context, best) ? [] : [best.Name.Spoken];
    }

    /// <summary>The subject of the verb: who proposes, refuses or accepts.</summary>
    public Mention? Holder(SentenceContext context, int head)
    {
        Mention? best = null;
        foreach (var mention in context.Marks.Mentions)
        {
            if (mention.Last >= head || head - mention.Last > Reach || context.Marks.Clauses[mention.First] != context.Marks.Clauses[head] && !IsRelated(context.Marks, mention, head))
                continue;
            if (CanHold(context, mention) && (best is null || mention.IsPerson || !best.IsPerson))
                best = mention;
        }

        return best;
    }

    /// <summary>"Russia has rejected it, Lavrov said": the one who speaks for his side stands for it.</summary>
    private static bool IsSpokenFor(SentenceContext context, Mention holder)
    {
        if (holder.IsPerson || holder.Actor is null)
            return false;
        for (var i = 0; i < context.Speakers.Count; i++)
        {
            if ((context.Speakers[i].IsPerson || holder.Kind == NameKind.Country && context.Speakers[i].Name != holder.Name) && context.Speakers[i].Actor == holder.Actor)
                return true;
        }

        return false;
    }

    /// <summary>"It was Putin who proposed", "Trump, who casts himself as a broker, has been pressing".</summary>
    private static bool IsRelated(MarkedSentence marks, Mention mention, int head)
    {
        var next = marks.Word(mention.Last + 1) == "," ? mention.Last + 2 : mention.Last + 1;
        return marks.Word(next) == "who" && marks.Clauses[next] == marks.Clauses[head];
    }

    /// <summary>The word before a list of names: "of" in "a meeting of A, B and C".</summary>
    private static int Governor(MarkedSentence marks, int first)
    {
        var at = first - 1;
        while (at >= 1 && (marks.MentionAt(at) is not null || marks.Word(at) is "," or "and" && marks.MentionAt(at - 1) is not null))
            at--;
        return at;
    }

    /// <summary>"Saudi Arabia has offered to host": a country as the one who acts, not as the place.</summary>
    private bool IsHost(MarkedSentence marks, Mention mention) =>
        mention.Kind == NameKind.Country && !seats.Contains(marks.Word(mention.First - 1)) && marks.HasAny(hosting, mention.Last + 1, mention.Last + HostReach);

    private bool CanHold(SentenceContext context, Mention mention) =>
        mention.Kind is NameKind.Person or NameKind.Office or NameKind.Body or NameKind.Government or NameKind.Capital or NameKind.Country
        && (!context.IsVenue(mention) || IsHost(context.Marks, mention))
        && (mention.Kind != NameKind.Capital || mention.Name.IsPartySeat)
        && context.Marks.Word(mention.Last + 1) != "'s"
        && !notHolders.Contains(context.Marks.Word(Governor(context.Marks, mention.First)));
}
