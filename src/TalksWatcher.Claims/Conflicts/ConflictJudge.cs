using System.Collections.Frozen;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Conflicts;

/// <summary>Decides whether an event belongs to the watched war: from its sentence, else its paragraph, else the report.</summary>
internal sealed class ConflictJudge
{
    private const int CircumstanceReach = 10;
    private readonly NameTrie<OtherConflict> others = new();
    private readonly NameTrie<string> wars = new();
    private readonly HashSet<string> warring;
    private readonly HashSet<string> mediators;

    private readonly FrozenSet<string> meetings;
    private readonly FrozenSet<string> circumstances;

    public ConflictJudge(Lexicon lexicon, Vocabulary vocabulary)
    {
        meetings = lexicon.Words("meeting-nouns");
        circumstances = lexicon.Words("circumstance-words");
        mediators = vocabulary.Mediators.ToHashSet(StringComparer.Ordinal);
        warring = vocabulary.Warring.ToHashSet(StringComparer.Ordinal);
        foreach (var conflict in vocabulary.OtherConflicts)
        {
            foreach (var cue in conflict.Cues)
                others.Add(cue, conflict);
        }

        foreach (var name in vocabulary.WarNames)
            wars.Add(name, name);
    }

    public ConflictView View(IReadOnlyList<MarkedSentence> sentences) => new([.. sentences.Select(Weigh)], sentences);

    /// <summary>"for the first time since the start of the war": when, not what about.</summary>
    private bool IsDate(MarkedSentence sentence, int war)
    {
        for (var at = war - 1; at >= 0 && war - at <= 9; at--)
        {
            if (sentence.Word(at) is "since" or "before")
                return true;
            if (sentence.Word(at) is not ("the" or "of" or "start" or "outbreak" or "beginning" or "'s" or "launch" or "full" or "scale" or "-")
                && !(sentence.MentionAt(at)?.Actor is { } actor && warring.Contains(actor)))
                return false;
        }

        return false;
    }

    private ConflictWeight Weigh(MarkedSentence sentence)
    {
        var (own, other, named, aside) = (0, 0, 0, 0);
        var isTopic = false;
        HashSet<string>? sides = null;
        foreach (var mention in sentence.Mentions)
        {
            if (mention.Actor is not { } actor || !warring.Contains(actor))
                continue;
            (sides ??= new(StringComparer.Ordinal)).Add(actor);
            named++;
        }

        for (var at = 0; at < sentence.Tokens.Length; at++)
        {
            if (others.Longest(sentence.Tokens, at).Value is not null)
            {
                other++;
                aside += IsCircumstance(sentence, at) ? 1 : 0;
            }

            if (wars.Longest(sentence.Tokens, at).Value is null)
                continue;
            own += 2;
            isTopic |= !IsDate(sentence, at);
        }

        return new ConflictWeight(own + named, other, sides?.Count ?? 0)
        {
            NamesWar = isTopic,
            Strangers = sentence.Mentions.Count(IsStranger),
            Negotiators = sentence.Mentions.Count(m => m.IsPerson && m.Actor is { } actor && warring.Contains(actor)),
            Named = sides ?? ConflictWeight.Nobody,
            Aside = aside,
        };
    }

    /// <summary>A country, or one who acts for it, that is neither a side nor a mediator, and not as a place.</summary>
    private bool IsStranger(Mention mention) =>
        mention.Actor is { } actor && !warring.Contains(actor) && !mediators.Contains(actor) && mention.Kind is NameKind.Country or NameKind.Adjective or NameKind.Demonym or NameKind.Body or NameKind.Person or NameKind.Office;

    /// <summary>"have been on hold since the war in Iran began": when or why, not what about.</summary>
    private bool IsCircumstance(MarkedSentence sentence, int cue)
    {
        for (var at = cue - 1; at > 0 && cue - at <= CircumstanceReach; at--)
        {
            if (circumstances.Contains(sentence.Word(at)))
                return true;
            if (sentence.Word(at) is "," or ";" or "that" || meetings.Contains(sentence.Word(at)))
                return false;
        }

        return false;
    }
}

/// <param name="Own">Mentions of the warring sides and of their war.</param>
/// <param name="Other">Mentions of other conflicts.</param>
/// <param name="Sides">How many of the warring sides are named.</param>
internal sealed record ConflictWeight(int Own, int Other, int Sides)
{
    public bool NamesWar { get; init; }

    /// <summary>Mentions of countries that are neither side nor mediator.</summary>
    public int Strangers { get; init; }

    /// <summary>Mentions of the warring sides' leaders, envoys and spokesmen.</summary>
    public int Negotiators { get; init; }

    /// <summary>How many of the other conflicts' mentions only tell when or why.</summary>
    public int Aside { get; init; }

    public static IReadOnlySet<string> Nobody => FrozenSet<string>.Empty;

    public IReadOnlySet<string> Named { get; init; } = Nobody;
}

/// <summary>The weights of one report's sentences.</summary>
internal sealed class ConflictView(IReadOnlyList<ConflictWeight> weights, IReadOnlyList<MarkedSentence> sentences)
{
    private const int MostSentences = 60;

    /// <summary>How many paragraphs tell what a report is about.</summary>
    private const int Lead = 2;

    private readonly Dictionary<int, (int Own, int Other)> paragraphs = Paragraphs(weights, sentences);

    private readonly int own = weights.Sum(w => w.Own);
    private readonly int other = weights.Sum(w => w.Other);
    private readonly int bothSides = weights.Count(w => w.Sides >= 2);

    /// <summary>The lead names both sides, if in sentences apart.</summary>
    private readonly bool sidesMeet = weights.Zip(sentences).Where(p => p.Second.Sentence.Paragraph <= Lead)
        .SelectMany(p => p.First.Named).Distinct(StringComparer.Ordinal).Count() >= 2;

    /// <summary>The first paragraph names another conflict, or a deal, and not both sides of the war.</summary>
    private readonly bool leadIsOther = weights.Zip(sentences).Where(p => p.Second.Sentence.Paragraph == sentences[0].Sentence.Paragraph).Select(p => p.First).ToList() is var lead
        && lead.Exists(w => w.Other > 0) && lead.SelectMany(w => w.Named).Distinct(StringComparer.Ordinal).Count() < 2;

    /// <summary>Both sides are named, if far apart, and no other conflict is.</summary>
    private readonly bool isNothingElse = weights.All(w => w.Other == 0) && weights.SelectMany(w => w.Named).Distinct(StringComparer.Ordinal).Count() >= 2;

    /// <summary>One side is named throughout, its negotiators too, and neither another conflict nor, in the lead, a third country.</summary>
    private readonly bool isOneSideOnly = weights.All(w => w.Other == 0) && weights.Any(w => w.Negotiators > 0)
        && weights.Zip(sentences).Where(p => p.Second.Sentence.Paragraph == sentences[0].Sentence.Paragraph).All(p => p.First.Strangers == 0);

    private readonly HashSet<int> warParagraphs = [.. weights.Zip(sentences).Where(p => p.First.NamesWar).Select(p => p.Second.Sentence.Paragraph)];

    private readonly bool isOfSides = Paragraphs(weights, sentences).Values is var told && told.Count(p => p.Own > 0) * 2 >= told.Count;

    /// <summary>Each side is named in more than one paragraph: neither in passing.</summary>
    private readonly bool areBothTold = weights.Zip(sentences).SelectMany(p => p.First.Named.Select(side => (side, p.Second.Sentence.Paragraph))).Distinct()
        .GroupBy(p => p.side, StringComparer.Ordinal).Count(g => g.Count() > 1) >= 2;

    /// <summary>The war by its name, and both its sides in sentences apart.</summary>
    private readonly bool namesWar = weights.Any(w => w.NamesWar) && weights.SelectMany(w => w.Named).Distinct(StringComparer.Ordinal).Count() >= 2;

    /// <summary>Any event can belong to the watched war.</summary>
    public bool IsAnyOurs => Enumerable.Range(0, weights.Count).Any(s => Decide(s) is not null);

    /// <summary>"sentence", "paragraph" or "report" where the event belongs to the watched war; <c>null</c> where it does not.</summary>
    public string? Decide(int sentence)
    {
        var weight = weights[sentence];
        if (!IsReportOurs && weight.Sides < 2 && !IsOfNamedWar(sentence))
            return null;
        if (weight.Sides >= 2 && weight.Own > weight.Other)
            return "sentence";
        var others = weight.Other - weight.Aside;
        if (others > weight.Own && (weight.Own == 0 || others > weight.Own + 1))
            return null;
        if (weight.Own > 0)
            return "sentence";
        var paragraph = paragraphs[sentences[sentence].Sentence.Paragraph];
        if (paragraph.Other > paragraph.Own && !FollowsOwn(sentence))
            return null;
        return paragraph.Own > 0 ? "paragraph" : "report";
    }

    private static Dictionary<int, (int Own, int Other)> Paragraphs(IReadOnlyList<ConflictWeight> weights, IReadOnlyList<MarkedSentence> sentences)
    {
        var totals = new Dictionary<int, (int Own, int Other)>();
        for (var i = 0; i < weights.Count; i++)
        {
            var (ours, others) = totals.GetValueOrDefault(sentences[i].Sentence.Paragraph);
            totals[sentences[i].Sentence.Paragraph] = (ours + weights[i].Own, others + weights[i].Other - weights[i].Aside);
        }

        return totals;
    }

    /// <summary>The nearest sentence before it, in its paragraph or the one before, that names either war names ours.</summary>
    private bool FollowsOwn(int sentence)
    {
        for (var before = sentence - 1; before >= 0 && sentence - before < MostSentences && sentences[sentence].Sentence.Paragraph - sentences[before].Sentence.Paragraph <= 1; before--)
        {
            if (weights[before] is { Own: > 0 } or { Other: > 0 })
                return weights[before].Own > weights[before].Other;
        }

        return false;
    }

    /// <summary>
    /// The report as a whole is about the watched war: its lead names both sides, or several sentences do, or one does where
    /// half of the paragraphs name a side. A single sentence elsewhere is said in passing.
    /// </summary>
    private bool IsReportOurs => own > other && (isNothingElse || isOneSideOnly && isOfSides || sidesMeet || bothSides >= (leadIsOther ? 3 : 2) || (bothSides == 1 && isOfSides && !leadIsOther && areBothTold));

    /// <summary>No sentence names both sides, but this paragraph or the report's lead names the war.</summary>
    private bool IsOfNamedWar(int sentence) =>
        namesWar && own > other && warParagraphs.Any(p => p <= Lead || p == sentences[sentence].Sentence.Paragraph);
}
