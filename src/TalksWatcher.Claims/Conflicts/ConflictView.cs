namespace TalksWatcher.Claims.Conflicts;

/// <summary>The weights of one report's sentences.</summary>
internal sealed class ConflictView
{
    private const int MostSentences = 60;

    /// <summary>So many times as often as any other conflict both sides are named, and the report is about them.</summary>
    private const int MostlyOwn = 4;

    /// <summary>How many paragraphs tell what a report is about.</summary>
    private const int Lead = 2;

    private readonly ConflictWeight[] weights;

    /// <summary>By their numbers; nothing where a paragraph has no sentence.</summary>
    private readonly ConflictWeight[] paragraphs;

    private readonly bool isReportOurs;

    /// <summary>The war by its name, and both its sides in sentences apart.</summary>
    private readonly bool namesWar;

    private readonly bool leadNamesWar;

    public ConflictView(ConflictWeight[] weights)
    {
        this.weights = weights;
        paragraphs = new ConflictWeight[weights.Length == 0 ? 0 : weights[^1].Paragraph + 1];
        var (whole, lead, first, bothSides) = (default(ConflictWeight), default(ConflictWeight), default(ConflictWeight), 0);
        foreach (var weight in weights)
        {
            paragraphs[weight.Paragraph] += weight;
            whole += weight;
            lead += weight.Paragraph <= Lead ? weight : default;
            first += weight.Paragraph == weights[0].Paragraph ? weight : default;
            bothSides += weight.Sides.Count >= 2 ? 1 : 0;
        }

        leadNamesWar = lead.NamesWar;
        namesWar = whole.NamesWar && whole.Sides.Count >= 2 && whole.Own > whole.Other;
        isReportOurs = whole.Own > whole.Other
            && (IsOfNothingElse(whole, first) || lead.Sides.Count >= 2 || AreBothSidesTold(bothSides, isLeadOther: first.Other > 0 && first.Sides.Count < 2)
                || whole.Own >= MostlyOwn * whole.Other && AreBothSidesHeard());
    }

    /// <summary>Any event can belong to the watched war.</summary>
    public bool IsAnyOurs
    {
        get
        {
            for (var sentence = 0; sentence < weights.Length; sentence++)
            {
                if (Decide(sentence) is not null)
                    return true;
            }

            return false;
        }
    }

    /// <summary>"sentence", "paragraph" or "report" where the event belongs to the watched war; <c>null</c> where it does not.</summary>
    public string? Decide(int sentence)
    {
        var weight = weights[sentence];
        if (!isReportOurs && weight.Sides.Count < 2 && !IsOfNamedWar(weight.Paragraph))
            return null;
        if (weight.Sides.Count >= 2 && weight.Own > weight.Other)
            return "sentence";
        var others = weight.Other - weight.Aside;
        if (others > weight.Own && (weight.Own == 0 || others > weight.Own + 1))
            return null;
        if (weight.Own > 0)
            return "sentence";
        var paragraph = paragraphs[weight.Paragraph];
        if (paragraph.Other - paragraph.Aside > paragraph.Own && !FollowsOwn(sentence))
            return null;
        return paragraph.Own > 0 ? "paragraph" : "report";
    }

    /// <summary>
    /// No other conflict is named, and both sides are, if far apart; or one throughout, its negotiators too, and in the first paragraph
    /// no third country.
    /// </summary>
    private bool IsOfNothingElse(ConflictWeight whole, ConflictWeight first) =>
        whole.Other == 0 && (whole.Sides.Count >= 2 || whole.Negotiators > 0 && first.Strangers == 0 && IsOfSides());

    /// <summary>Several sentences name both sides, or one does where neither side is named in passing.</summary>
    /// <param name="sentences">How many name both.</param>
    /// <param name="isLeadOther">The first paragraph names another conflict, or a deal, and not both sides of the war.</param>
    private bool AreBothSidesTold(int sentences, bool isLeadOther) =>
        sentences >= (isLeadOther ? 3 : 2) || sentences == 1 && !isLeadOther && IsOfSides() && SidesOfSeveralParagraphs().Count >= 2;

    /// <summary>Both sides are named over and over, their people too.</summary>
    private bool AreBothSidesHeard() =>
        InSeveral(weights, static w => w.Represented).Count >= 2 && IsOfSides() && SidesOfSeveralParagraphs().Count >= 2;

    /// <summary>Half of the paragraphs name a side.</summary>
    private bool IsOfSides()
    {
        var (own, all) = (0, 0);
        foreach (var paragraph in paragraphs)
        {
            own += paragraph.Own > 0 ? 1 : 0;
            all += paragraph.Paragraph > 0 ? 1 : 0;
        }

        return own * 2 >= all;
    }

    private SideSet SidesOfSeveralParagraphs() => InSeveral(paragraphs, static p => p.Sides);

    /// <summary>The sides that more than one of the parts holds.</summary>
    private static SideSet InSeveral(ConflictWeight[] parts, Func<ConflictWeight, SideSet> of)
    {
        var (once, again) = (default(SideSet), default(SideSet));
        foreach (var part in parts)
        {
            again |= once & of(part);
            once |= of(part);
        }

        return again;
    }

    /// <summary>The nearest sentence before it, in its paragraph or the one before, that names either war names ours.</summary>
    private bool FollowsOwn(int sentence)
    {
        for (var before = sentence - 1; before >= 0 && sentence - before < MostSentences && weights[sentence].Paragraph - weights[before].Paragraph <= 1; before--)
        {
            if (weights[before] is { Own: > 0 } or { Other: > 0 })
                return weights[before].Own > weights[before].Other;
        }

        return false;
    }

    /// <summary>No sentence names both sides, but this paragraph or the report's lead names the war.</summary>
    private bool IsOfNamedWar(int paragraph) => namesWar && (leadNamesWar || paragraphs[paragraph].NamesWar);
}
