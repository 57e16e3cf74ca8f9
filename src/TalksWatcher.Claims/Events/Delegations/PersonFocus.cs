using System.Collections.Frozen;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Events.Delegations;

/// <summary>Who "he", "the presidential aide" or "the head of the Russian delegation" is: whom a report named last as a subject.</summary>
internal sealed class PersonFocus(Lexicon lexicon)
{
    private const int RoleReach = 4;
    private const int MostNamed = 12;
    private const int MostSentences = 60;
    private readonly FrozenSet<string> roles = lexicon.Words("speaker-pronouns");
    private readonly FrozenSet<string> leaders = lexicon.Words("leader-roles");
    private readonly FrozenSet<string> pronouns = lexicon.Words("third-persons");
    private readonly FrozenSet<string> objects = lexicon.Words("object-markers");
    private readonly FrozenSet<string> links = lexicon.Words("role-links");
    private Name? focus;

    /// <summary>Adds the pronouns of a sentence and the bare role that opens it, as mentions of those they point back to.</summary>
    /// <param name="mentions">Those of the sentence, in their order; copied before the first is added.</param>
    public List<Mention> WithPronouns(MarkedSentence marks, List<Mention> mentions)
    {
        var all = mentions;
        if (focus is not null && BareRole(marks) is { } length)
            Insert(ref all, mentions, new Mention(focus, 0, length));
        for (var at = 0; at < marks.Tokens.Length; at++)
        {
            if (pronouns.Contains(marks.Word(at)) && marks.MentionAt(at) is null && (SubjectBefore(marks, at) ?? focus) is { } name)
                Insert(ref all, mentions, new Mention(name, at, 1));
        }

        return all;
    }

    private static void Insert(ref List<Mention> all, List<Mention> given, Mention mention)
    {
        if (all == given)
            all = [.. given, mention];
        else
            all.Add(mention);
        for (var at = all.Count - 1; at > 0 && all[at - 1].First > mention.First; at--)
            (all[at - 1], all[at]) = (all[at], all[at - 1]);
    }

    /// <summary>The one of those who act for a side whom the sentences before named last.</summary>
    public static Name? LastOf(string side, SentenceContext context)
    {
        var named = 0;
        for (var before = context.Before; before is not null && context.Index - before.Index <= MostSentences; before = before.Before)
        {
            for (var i = before.Marks.Mentions.Count - 1; i >= 0 && named < MostNamed; i--)
            {
                var mention = before.Marks.Mentions[i];
                if (mention.Kind != NameKind.Person || before.Marks.Word(mention.Last + 1) == "'s")
                    continue;
                if (mention.Actor == side && mention.Name.Rank != PersonRank.Leader)
                    return mention.Name;
                named++;
            }
        }

        return null;
    }

    /// <summary>The first person of a sentence is who the next "he" points to.</summary>
    public void Close(MarkedSentence marks)
    {
        if (!pronouns.Contains(marks.Word(0)) && BareRole(marks) is null)
            focus = FirstSubject(marks) ?? focus;
    }

    private Name? FirstSubject(MarkedSentence marks)
    {
        foreach (var mention in marks.Mentions)
        {
            if (IsSubject(marks, mention))
                return mention.Name;
        }

        return null;
    }

    private Name? SubjectBefore(MarkedSentence marks, int at)
    {
        Name? last = null;
        foreach (var mention in marks.Mentions)
        {
            if (mention.Last < at && IsSubject(marks, mention))
                last = mention.Name;
        }

        return last;
    }

    /// <summary>Someone who is neither an owner nor behind a preposition or "told".</summary>
    private bool IsSubject(MarkedSentence marks, Mention mention) =>
        mention.Kind == NameKind.Person && marks.Word(mention.Last + 1) != "'s"
        && !objects.Contains(marks.Word(mention.First - 1));

    /// <summary>How many tokens "The presidential aide" at the start takes; a leader's role is his own.</summary>
    private int? BareRole(MarkedSentence marks)
    {
        if (marks.Word(0) != "the")
            return null;
        for (var at = 1; at <= RoleReach; at++)
        {
            if (marks.MentionAt(at) is not null || links.Contains(marks.Word(at)))
                return null;
            if (roles.Contains(marks.Word(at)) && !links.Contains(marks.Word(at + 1)) && marks.MentionAt(at + 1) is null && !roles.Contains(marks.Word(at + 1)))
                return leaders.Contains(marks.Word(at)) && focus?.Rank != PersonRank.Leader ? null : at + 1;
        }

        return null;
    }
}
