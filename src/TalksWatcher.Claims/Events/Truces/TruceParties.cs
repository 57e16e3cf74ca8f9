using System.Collections.Frozen;
using System.Collections.Immutable;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Events.Truces;

/// <summary>Who is to hold fire: both sides, unless only one is said to.</summary>
internal sealed class TruceParties(Lexicon lexicon, Vocabulary vocabulary)
{
    private const int OwnerReach = 3;
    private const int KeeperReach = 8;
    private readonly FrozenSet<string> keeping = lexicon.Words("keeping-verbs");
    private readonly FrozenSet<string> mutual = lexicon.Words("mutual-words");
    private readonly Pattern conditions = lexicon.Phrases("truce-conditions");
    private readonly FrozenSet<string> requests = lexicon.Words("request-words");
    private readonly FrozenSet<string> requestLinks = lexicon.Words("request-links");
    private readonly FrozenSet<string> attacks = lexicon.Words("attack-nouns");
    private readonly FrozenSet<string> targetPrepositions = lexicon.Words("target-prepositions");
    private readonly FrozenSet<string> spared = lexicon.Words("spared-things");
    private readonly FrozenSet<string> promises = lexicon.Words("promise-words");
    private readonly FrozenSet<string> owning = lexicon.Words("owning-words");
    private readonly FrozenSet<string> sparing = lexicon.Words("sparing-verbs");
    private readonly TruceGrants grants = new(lexicon, vocabulary);
    private readonly ImmutableSortedSet<string> warring = [.. vocabulary.Warring];
    private readonly FrozenDictionary<string, ImmutableSortedSet<string>> alone = vocabulary.Warring.ToFrozenDictionary(w => w, w => ImmutableSortedSet.Create(w), StringComparer.Ordinal);

    /// <param name="named">The sentence itself tells who.</param>
    public ImmutableSortedSet<string> Of(SentenceContext context, TrucePhrase phrase, out bool named)
    {
        var marks = context.Marks;
        named = true;
        if (IsMutual(marks) || marks.Has(conditions))
            return warring;
        if (Strikers(marks) is { Count: 1 } one)
            return one;
        if ((phrase.IsRefraining || IsOwn(marks, phrase)) && (Asked(marks) ?? Sparing(context, phrase)) is { } holder)
            return Only(holder);
        var sides = Holders(context, voices: false);
        if (sides.Count == 0)
            sides = Holders(context, voices: true);
        named = sides.Count == 2 || sides.Count == 1 && (phrase.IsRefraining || IsOwn(marks, phrase) || grants.IsOf(marks, sides[0]));
        return named ? sides : warring;
    }

    public ImmutableSortedSet<string> Only(string side) => alone[side];

    /// <param name="voices">Those who tell of it, too.</param>
    private ImmutableSortedSet<string> Holders(SentenceContext context, bool voices)
    {
        ImmutableSortedSet<string> sides = [];
        foreach (var mention in context.Marks.Mentions)
        {
            if (IsWarring(mention) && mention.Kind != NameKind.Place && !IsTarget(context.Marks, mention) && !grants.IsBroker(context.Marks, mention) && (voices || !IsVoice(context, mention)))
                sides = With(sides, mention.Actor!);
        }

        return sides;
    }

    private ImmutableSortedSet<string> With(ImmutableSortedSet<string> sides, string side) =>
        sides.Count == 0 ? Only(side) : sides.Contains(side) ? sides : sides.Count + 1 == warring.Count ? warring : sides.Add(side);

    /// <summary>"has paused its strikes", "cease its attacks": of one side alone.</summary>
    private bool IsOwn(MarkedSentence marks, TrucePhrase phrase)
    {
        for (var at = phrase.First - OwnerReach; at <= phrase.First + OwnerReach; at++)
        {
            if (owning.Contains(marks.Word(at)) && marks.Word(at + 1) != "own" && (at < phrase.First || marks.HasAny(attacks, at + 1, at + 2)))
                return true;
        }

        return false;
    }

    /// <summary>"Moscow stands by it", "Russia has stopped striking": the one who is said to keep to it.</summary>
    public string? Holder(SentenceContext context, TrucePhrase phrase, PatternMatch match)
    {
        var marks = context.Marks;
        if (IsMutual(marks) || !keeping.Contains(marks.Word(match.Head)))
            return null;
        string? holder = null;
        foreach (var mention in marks.Mentions)
        {
            if (!IsWarring(mention) || mention.Last >= match.Head || match.Head - mention.Last > KeeperReach || marks.Clauses[mention.First] != marks.Clauses[match.Head] || IsVoice(context, mention))
                continue;
            if (IsTarget(marks, mention) || !phrase.PointsBack && mention.First >= phrase.First && mention.Last <= phrase.Last || holder is not null && holder != mention.Actor)
                return null;
            holder = mention.Actor;
        }

        return holder;
    }

    /// <summary>"Moscow broke its promise", "accused Russia of violating its pledge": whose promise it was.</summary>
    public string? Promiser(SentenceContext context, PatternMatch match)
    {
        var marks = context.Marks;
        if (IsMutual(marks) || !marks.HasAny(promises))
            return null;
        string? nearest = null;
        foreach (var mention in marks.Mentions)
        {
            if (mention.First > match.Head)
                break;
            nearest = IsWarring(mention) && !IsVoice(context, mention) ? mention.Actor : nearest;
        }

        return nearest;
    }

    /// <summary>"both sides", "each other's", "one another".</summary>
    public bool IsMutual(MarkedSentence marks)
    {
        for (var at = 0; at < marks.Tokens.Length; at++)
        {
            if (mutual.Contains(marks.Word(at)) || marks.Word(at) == "another" && marks.Word(at - 1) == "one")
                return true;
        }

        return false;
    }

    /// <summary>The person who tells of it, with his office.</summary>
    private static bool IsVoice(SentenceContext context, Mention mention)
    {
        for (var i = 0; i < context.Speakers.Count && mention.IsPerson; i++)
        {
            if (context.Speakers[i] is { IsPerson: true } speaker && speaker.Name.Canonical == mention.Name.Canonical)
                return true;
        }

        return false;
    }

    private bool IsWarring(Mention mention) => mention.Actor is { } actor && warring.Contains(actor);

    /// <summary>"a pause in Russian strikes": whose strikes are to pause.</summary>
    private ImmutableSortedSet<string> Strikers(MarkedSentence marks)
    {
        ImmutableSortedSet<string> sides = [];
        foreach (var mention in marks.Mentions)
        {
            if (IsWarring(mention) && attacks.Contains(marks.Word(marks.Word(mention.Last + 1) == "'s" ? mention.Last + 2 : mention.Last + 1)))
                sides = With(sides, mention.Actor!);
        }

        return sides;
    }

    /// <summary>"asked Putin not to hit", "a request to Moscow": the one who is asked.</summary>
    private string? Asked(MarkedSentence marks) =>
        marks.Mentions.Find(m => IsWarring(m) && IsAsked(marks, m.First))?.Actor;

    private bool IsAsked(MarkedSentence marks, int first) =>
        requests.Contains(marks.Word(first - 1)) || requestLinks.Contains(marks.Word(first - 1)) && requests.Contains(marks.Word(first - 2));

    /// <summary>"not to hit Ukraine's power plants": the other side holds its fire.</summary>
    private string? Sparing(SentenceContext context, TrucePhrase phrase)
    {
        string? side = null;
        foreach (var mention in context.Marks.Mentions)
        {
            if (!IsSpared(mention, phrase) || !IsWarring(mention) || IsVoice(context, mention))
                continue;
            if (side is not null && side != mention.Actor)
                return null;
            side = mention.Actor;
        }

        return side is null || IsNamedElsewhere(context, phrase, side) ? null : OtherThan(side);
    }

    private static bool IsSpared(Mention mention, TrucePhrase phrase) => mention.First >= phrase.First && mention.First <= phrase.Last + 3;

    private static bool IsNamedElsewhere(SentenceContext context, TrucePhrase phrase, string side)
    {
        foreach (var mention in context.Marks.Mentions)
        {
            if (mention.Actor == side && !IsSpared(mention, phrase) && !IsVoice(context, mention))
                return true;
        }

        return false;
    }

    private string? OtherThan(string side) => warring.FirstOrDefault(w => w != side);

    /// <summary>"attacks on Ukraine", "Ukrainian cities": what is spared, not who spares it.</summary>
    private bool IsTarget(MarkedSentence marks, Mention mention) =>
        targetPrepositions.Contains(marks.Word(mention.First - 1))
        || mention.Kind == NameKind.Adjective
        || marks.Word(mention.Last + 1) == "'s" && spared.Contains(marks.Word(mention.Last + 2))
        || mention.Kind == NameKind.Capital && sparing.Contains(marks.Word(mention.First - 1));
}
