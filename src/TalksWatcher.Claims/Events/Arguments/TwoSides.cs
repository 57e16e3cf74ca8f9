using System.Collections.Immutable;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Events.Arguments;

/// <summary>Which two sides "the two countries" and "both delegations" are.</summary>
internal sealed class TwoSides(Lexicon lexicon, Vocabulary vocabulary)
{
    /// <summary>So many sentences back a reader still knows who is meant.</summary>
    private const int Reach = 3;

    private readonly Attendance attendance = new(lexicon, vocabulary);
    private readonly Pattern sides = lexicon.Phrases("two-sides-words");
    private readonly SideSets sets = new(vocabulary);
    private readonly HashSet<string> principals = vocabulary.Principals();

    /// <summary>The two that the sentence itself names before, else the sentence before; at the start of a paragraph the nearest in the one before; none where it names more.</summary>
    public ImmutableSortedSet<string> Of(SentenceContext context)
    {
        if (context.Marks.First(sides) is not { } both)
            return [];
        if (NamedBefore(context, both.First) is { Count: 2 } own)
            return own;
        if (context.BeforeHere is { } here)
            return SidesIn(here);
        var before = context.Before;
        for (var back = 0; back < Reach && before is not null && context.Paragraph - before.Paragraph == 1; back++, before = before.Before)
        {
            if (SidesIn(before) is { Count: 2 } named)
                return named;
        }

        return [];
    }

    /// <summary>"The US is to resume aid to Ukraine, the two countries announced after talks".</summary>
    private ImmutableSortedSet<string> NamedBefore(SentenceContext context, int at)
    {
        var named = SideSets.Nobody;
        foreach (var mention in context.Marks.Mentions)
        {
            if (mention.Last < at && mention.Kind is NameKind.Country or NameKind.Adjective && IsPrincipal(mention) && (context.IsSpeaker(mention) || attendance.MaySit(context, mention)))
                named = sets.With(named, mention.Actor!);
        }

        return named;
    }

    private ImmutableSortedSet<string> SidesIn(SentenceContext before)
    {
        var named = SideSets.Nobody;
        foreach (var mention in before.Marks.Mentions)
        {
            if (IsPrincipal(mention) && (mention.IsPerson || !before.IsSpeaker(mention)) && attendance.MaySit(before, mention))
                named = sets.With(named, mention.Actor!);
        }

        return named.Count == 2 ? named : Told(before) is { Count: 2 } told ? told : [];
    }

    /// <summary>"after a call with his Russian counterpart": the sides that a sentence speaks of at all.</summary>
    private ImmutableSortedSet<string> Told(SentenceContext context)
    {
        var told = SideSets.Nobody;
        foreach (var mention in context.Marks.Mentions)
        {
            if (mention.Kind is not NameKind.Place && IsPrincipal(mention) && !context.IsVenue(mention))
                told = sets.With(told, mention.Actor!);
        }

        return told;
    }

    private bool IsPrincipal(Mention mention) => mention.Actor is { } actor && principals.Contains(actor);
}
