using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Conflicts;

/// <summary>The weights of one report's sentences.</summary>
internal sealed class ConflictView(IReadOnlyList<ConflictWeight> weights, IReadOnlyList<MarkedSentence> sentences)
{
    private const int MostSentences = 60;

    /// <summary>So many times as often as any other conflict both sides are named, and the report is about them.</summary>
    private const int MostlyOwn = 4;

    /// <summary>How many paragraphs tell what a report is about.</summary>
    private const int Lead = 2;

    private readonly Dictionary<int, (int Own, int Other)> paragraphs = Paragraphs(weights, sentences);

    private readonly int own = weights.Sum(w => w.Own);
    private readonly int other = weights.Sum(w => w.Other);
    private readonly int bothSides = weights.Count(w => w.Sides >= 2);

    /// <summary>Asked for every sentence, weighed once.</summary>
    private bool? isReportOurs;

    /// <summary>The lead names both sides, if in sentences apart.</summary>
    private readonly bool sidesMeet = AreTwoNamed(weights.Zip(sentences).Where(p => p.Second.Sentence.Paragraph <= Lead).Select(p => p.First));

    /// <summary>The first paragraph names another conflict, or a deal, and not both sides of the war.</summary>
    private readonly bool leadIsOther = weights.Zip(sentences).Where(p => p.Second.Sentence.Paragraph == sentences[0].Sentence.Paragraph).Select(p => p.First).ToList() is var lead
        && lead.Exists(w => w.Other > 0) && !AreTwoNamed(lead);

    /// <summary>Both sides are named, if far apart, and no other conflict is.</summary>
    private readonly bool isNothingElse = weights.All(w => w.Other == 0) && AreTwoNamed(weights);

    /// <summary>One side is named throughout, its negotiators too, and neither another conflict nor, in the lead, a third country.</summary>
    private readonly bool isOneSideOnly = weights.All(w => w.Other == 0) && weights.Any(w => w.Negotiators > 0)
        && weights.Zip(sentences).Where(p => p.Second.Sentence.Paragraph == sentences[0].Sentence.Paragraph).All(p => p.First.Strangers == 0);

    private readonly HashSet<int> warParagraphs = [.. weights.Zip(sentences).Where(p => p.First.NamesWar).Select(p => p.Second.Sentence.Paragraph)];

    /// <summary>Each side is named in more than one paragraph: neither in passing.</summary>
    private readonly bool areBothTold = weights.Zip(sentences).SelectMany(p => p.First.Named.Select(side => (side, p.Second.Sentence.Paragraph))).Distinct()
        .GroupBy(p => p.side, StringComparer.Ordinal).Count(g => g.Count() > 1) >= 2;

    /// <summary>People of each side are named in more than one sentence.</summary>
    private readonly bool areBothHeard = weights.SelectMany(w => w.Represented).GroupBy(side => side, StringComparer.Ordinal).Count(g => g.Count() > 1) >= 2;

    /// <summary>The war by its name, and both its sides in sentences apart.</summary>
    private readonly bool namesWar = weights.Any(w => w.NamesWar) && AreTwoNamed(weights);

    /// <summary>Half of the paragraphs name a side.</summary>
    private bool IsOfSides => paragraphs.Values.Count(p => p.Own > 0) * 2 >= paragraphs.Count;

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

    private static bool AreTwoNamed(IEnumerable<ConflictWeight> weights) => weights.SelectMany(w => w.Named).Distinct(StringComparer.Ordinal).Count() >= 2;

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
    /// half of the paragraphs name a side, or both sides are named over and over. A single sentence elsewhere is said in passing.
    /// </summary>
    private bool IsReportOurs => isReportOurs ??= own > other && (isNothingElse || isOneSideOnly && IsOfSides || sidesMeet || bothSides >= (leadIsOther ? 3 : 2) || (bothSides == 1 && IsOfSides && !leadIsOther && areBothTold) || areBothTold && areBothHeard && IsOfSides && own >= MostlyOwn * other);

    /// <summary>No sentence names both sides, but this paragraph or the report's lead names the war.</summary>
    private bool IsOfNamedWar(int sentence) =>
        namesWar && own > other && warParagraphs.Any(p => p <= Lead || p == sentences[sentence].Sentence.Paragraph);
}
