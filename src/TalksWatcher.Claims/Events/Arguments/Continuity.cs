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
    private const int ThoseReach = 6;
    private const int VisitorReach = 6;
    private const int PronounReach = 3;
    private const int VisitorSentences = 10;

    private readonly Attendance attendance = new(lexicon, vocabulary);
    private readonly Pattern those = lexicon.Phrases("those-words");
    private readonly Pattern pair = lexicon.Phrases("pair-words");
    private readonly FrozenSet<string> auxiliaries = lexicon.Words("auxiliaries");
    private readonly FrozenSet<string> visitors = lexicon.Words("visitors-words");
    private readonly SideSets sets = new(vocabulary);
    private readonly HashSet<string> principals = vocabulary.Principals();

    /// <summary>"Both men", "the two presidents": the leaders named last; none where the sentence names its own.</summary>
    public ImmutableSortedSet<string> Pair(SentenceContext context, int anchor)
    {
        if (NamesPerson(context, anchor) || !context.Marks.Has(pair))
            return [];
        var before = context.Before;
        for (var back = 0; back < Reach && before is not null && context.Paragraph - before.Paragraph <= 1; back++, before = before.Before)
        {
            var leaders = SideSets.Nobody;
            foreach (var mention in before.Marks.Mentions)
            {
                if (mention is { IsPerson: true, Name.Rank: PersonRank.Leader, Actor: { } actor } && attendance.MaySit(before, mention))
                    leaders = sets.With(leaders, actor);
            }

            if (leaders.Count >= 2)
                return leaders.Count == 2 ? leaders : [];
        }

        return [];
    }

    private static bool NamesPerson(SentenceContext context, int anchor)
    {
        foreach (var mention in context.Marks.Mentions)
        {
            if (mention.IsPerson && mention.First < anchor && !context.IsSpeaker(mention))
                return true;
        }

        return false;
    }

    /// <summary>"They meet again on Friday", "The four will meet": those at the table whom the sentence before names, in its paragraph or at the end of the one before.</summary>
    public ImmutableSortedSet<string> Those(SentenceContext context, int verb)
    {
        if (context.Before is not { } before || context.Paragraph - before.Paragraph > 1 || !context.Marks.Has(those, verb - ThoseReach, verb - 1))
            return [];
        var (named, isPrincipal) = (SideSets.Nobody, false);
        foreach (var mention in before.Marks.Mentions)
        {
            if (!IsPrincipal(mention) && !IsLeader(mention) || !mention.IsPerson && before.IsSpeaker(mention) || !attendance.MaySit(before, mention))
                continue;
            named = sets.With(named, mention.Actor!);
            isPrincipal |= IsPrincipal(mention);
        }

        return isPrincipal ? named : [];
    }

    /// <summary>How high the people rank whom a sentence names; <c>null</c> where it names none.</summary>
    public MeetingLevel? LevelOf(SentenceContext context)
    {
        var people = context.Marks.Mentions.FindAll(m => m.IsPerson && attendance.MaySit(context, m));
        return people.Count == 0 ? null : people.TrueForAll(IsLeader) ? MeetingLevel.Leaders : MeetingLevel.Delegations;
    }

    private static bool IsLeader(Mention mention) => mention is { IsPerson: true, Name.Rank: PersonRank.Leader };

    private bool IsPrincipal(Mention mention) => mention.Actor is { } actor && principals.Contains(actor);

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
        if (!MeetsVisitors(context.Marks, anchor))
            return null;
        var before = context.Before;
        for (var back = 0; back < VisitorSentences && before is not null; back++, before = before.Before)
        {
            if (Envoy(before, host) is { } envoy)
                return envoy.Actor;
        }

        return null;
    }

    private bool MeetsVisitors(MarkedSentence marks, int anchor)
    {
        for (var at = anchor + 1; at <= anchor + VisitorReach; at++)
        {
            if (visitors.Contains(marks.Word(at)) && marks.MentionAt(at) is null && IsDefinite(marks, at))
                return true;
        }

        return false;
    }

    private Mention? Envoy(SentenceContext context, string host) =>
        context.Marks.Mentions.FindLast(m => m is { IsPerson: true, Name.Rank: PersonRank.Envoy } && IsPrincipal(m) && m.Actor != host && !context.IsSpeaker(m));

    private static bool IsDefinite(MarkedSentence marks, int at) => marks.Word(at - 1) is "the" or "these" || marks.Word(at - 2) is "the" or "these";

    /// <summary>The one whom the sentences before in its paragraph are about, where nobody is named before the verb.</summary>
    /// <param name="isNoun">"The meeting with Putin" at the start of a paragraph: the paragraph before tells who met him.</param>
    public Mention? Subject(SentenceContext context, int anchor, bool isNoun = false, bool isAnyone = false)
    {
        if (SeatsBefore(context, anchor))
            return null;
        var before = context.Before;
        for (var back = 0; back < Reach && before is not null; back++, before = before.Before)
        {
            if (context.Paragraph - before.Paragraph > (isNoun && context.BeforeHere is null ? 1 : 0))
                return null;
            foreach (var mention in before.Marks.Mentions)
            {
                if (mention is { IsPerson: true, Actor: { } actor } && (isAnyone || principals.Contains(actor) && attendance.MaySit(before, mention)))
                    return mention;
            }
        }

        return null;
    }

    private bool SeatsBefore(SentenceContext context, int anchor)
    {
        foreach (var mention in context.Marks.Mentions)
        {
            if (mention.First < anchor && attendance.MaySit(context, mention))
                return true;
        }

        return false;
    }
}
