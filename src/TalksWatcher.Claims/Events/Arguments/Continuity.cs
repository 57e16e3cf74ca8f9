using System.Collections.Frozen;
using System.Collections.Immutable;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Events.Arguments;

/// <summary>Who is meant where a sentence names nobody before its verb: "both men", "he", "the envoy" of the sentences before.</summary>
internal sealed class Continuity(Lexicon lexicon, Vocabulary vocabulary)
{
    /// <summary>So many sentences back a reader still knows who is meant.</summary>
    private const int Reach = 3;

    /// <summary>"its most senior military officials".</summary>
    private const int OwnedReach = 4;
    private const int VisitorReach = 6;
    private const int PronounReach = 3;
    private const int VisitorSentences = 10;

    private readonly Attendance attendance = new(lexicon, vocabulary);
    private readonly Pattern pair = lexicon.Phrases("pair-words");
    private readonly FrozenSet<string> auxiliaries = lexicon.Words("auxiliaries");
    private readonly FrozenSet<string> visitors = lexicon.Words("visitors-words");
    private readonly FrozenSet<string> peers = lexicon.Words("counterpart-words");
    private readonly FrozenSet<string> prepositions = lexicon.Words("prepositions");
    private readonly FrozenSet<string> owned = lexicon.Words("own-people");
    private readonly Pattern sides = lexicon.Phrases("two-sides-words");
    private readonly HashSet<string> principals = [.. vocabulary.Warring, .. vocabulary.Mediators, "EU"];

    /// <summary>"Both men", "the two presidents": the leaders named last; none where the sentence names its own.</summary>
    public ImmutableSortedSet<string> Pair(SentenceContext context, int anchor)
    {
        if (context.Marks.Mentions.Exists(m => m.IsPerson && m.First < anchor && !context.IsSpeaker(m)) || context.Marks.First(pair) is null)
            return [];
        var before = context.Before;
        for (var back = 0; back < Reach && before is not null && context.Paragraph - before.Paragraph <= 1; back++, before = before.Before)
        {
            var leaders = before.Marks.Mentions.Where(m => m is { IsPerson: true, Name.Rank: PersonRank.Leader, Actor: not null } && attendance.MaySit(before, m))
                .Select(m => m.Actor!).ToImmutableSortedSet(StringComparer.Ordinal);
            if (leaders.Count >= 2)
                return leaders.Count == 2 ? leaders : [];
        }

        return [];
    }

    /// <summary>"The two countries", "both delegations": the two sides that the sentence before in its paragraph names; none where it names more.</summary>
    public ImmutableSortedSet<string> Sides(SentenceContext context)
    {
        if (context.BeforeHere is not { } before || context.Marks.First(sides) is null)
            return [];
        var named = before.Marks.Mentions.Where(m => m.Actor is { } actor && principals.Contains(actor) && (m.IsPerson || !before.IsSpeaker(m)) && attendance.MaySit(before, m))
            .Select(m => m.Actor!).ToImmutableSortedSet(StringComparer.Ordinal);
        return named.Count == 2 ? named : Told(before) is { Count: 2 } told ? told : [];
    }

    /// <summary>"after a call with his Russian counterpart": the sides that a sentence speaks of at all.</summary>
    private ImmutableSortedSet<string> Told(SentenceContext context) =>
        context.Marks.Mentions.Where(m => m.Kind is not NameKind.Place && m.Actor is { } actor && principals.Contains(actor) && !context.IsVenue(m)).Select(m => m.Actor!).ToImmutableSortedSet(StringComparer.Ordinal);

    /// <summary>"Ukraine said its officials had met": the side that a clause's "its officials" belong to.</summary>
    public string? Owner(SentenceContext context, int anchor)
    {
        var marks = context.Marks;
        for (var at = anchor - 1; at > 0 && marks.Clauses[at] == marks.Clauses[anchor]; at--)
        {
            if (marks.Word(at) is "its" or "their" or "his" or "her" && Enumerable.Range(at + 1, OwnedReach).Any(i => marks.MentionAt(i) is null && owned.Contains(marks.Word(i))))
                return marks.Mentions.FindLast(m => m.Last < at && m.Actor is { } actor && principals.Contains(actor) && m.Kind is not (NameKind.Adjective or NameKind.Place) && !prepositions.Contains(marks.Word(m.First - 1)))?.Actor;
        }

        return null;
    }

    /// <summary>"Russia's working group is to meet its American counterparts": the side of the one whose counterparts they are.</summary>
    public string? Counterpart(SentenceContext context, int anchor)
    {
        var marks = context.Marks;
        for (var at = anchor + 1; at <= anchor + VisitorReach && at < marks.Tokens.Length; at++)
        {
            if (peers.Contains(marks.Word(at)) && Enumerable.Range(anchor, at - anchor).Any(i => marks.Word(i) is "its" or "his" or "her" or "their"))
                return marks.Mentions.Find(m => m.Last < anchor && m.Actor is { } actor && principals.Contains(actor) && m.Kind != NameKind.Place)?.Actor;
        }

        return null;
    }

    /// <summary>"how his own talks with Trump had ended": the one whose talks they are, who speaks or is spoken of.</summary>
    public Mention? Possessor(SentenceContext context, int anchor)
    {
        var at = context.Marks.Word(anchor - 1) == "own" ? anchor - 2 : anchor - 1;
        return context.Marks.Word(at) is "his" or "her" ? context.Speakers.FirstOrDefault(s => s.IsPerson && s.Actor is { } actor && principals.Contains(actor)) : null;
    }

    /// <summary>"Together with Starmer he will meet Zelenskyy": the one whom the sentence before in its paragraph is about.</summary>
    public Mention? Pronoun(SentenceContext context, int verb)
    {
        var at = verb - 1;
        while (at > 0 && verb - at <= PronounReach && auxiliaries.Contains(context.Marks.Word(at)))
            at--;
        return at > 0 && context.Marks.Word(at) is "he" or "she" ? context.BeforeHere?.Marks.Mentions.Find(m => m is { IsPerson: true, Actor: not null, Name.Rank: PersonRank.Leader }) : null;
    }

    /// <summary>"will meet the envoys", "saw the two visitors": the side of the envoys named last.</summary>
    /// <param name="host">The side that meets them.</param>
    public string? Visitors(SentenceContext context, int anchor, string host)
    {
        if (!Enumerable.Range(anchor + 1, VisitorReach).Any(at => visitors.Contains(context.Marks.Word(at)) && context.Marks.MentionAt(at) is null && IsDefinite(context.Marks, at)))
            return null;
        var before = context.Before;
        for (var back = 0; back < VisitorSentences && before is not null; back++, before = before.Before)
        {
            if (before.Marks.Mentions.FindLast(m => m is { IsPerson: true, Name.Rank: PersonRank.Envoy, Actor: { } actor } && actor != host && principals.Contains(actor) && !before.IsSpeaker(m)) is { } envoy)
                return envoy.Actor;
        }

        return null;
    }

    private static bool IsDefinite(MarkedSentence marks, int at) => marks.Word(at - 1) is "the" or "these" || marks.Word(at - 2) is "the" or "these";

    /// <summary>The one whom the sentences before in its paragraph are about, where nobody is named before the verb.</summary>
    /// <param name="isNoun">"The meeting with Putin" at the start of a paragraph: the paragraph before tells who met him.</param>
    public Mention? Subject(SentenceContext context, int anchor, bool isNoun = false, bool isAnyone = false)
    {
        if (context.Marks.Mentions.Exists(m => m.First < anchor && m.Actor is not null && attendance.MaySit(context, m)))
            return null;
        var before = context.Before;
        for (var back = 0; back < Reach && before is not null; back++, before = before.Before)
        {
            if (context.Paragraph - before.Paragraph > (isNoun && context.BeforeHere is null ? 1 : 0))
                return null;
            if (before.Marks.Mentions.Find(m => m.IsPerson && m.Actor is { } actor && (isAnyone || principals.Contains(actor) && attendance.MaySit(before, m))) is { } subject)
                return subject;
        }

        return null;
    }
}
