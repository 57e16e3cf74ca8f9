using System.Collections.Frozen;
using TalksWatcher.Claims.Events;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Scope;

/// <summary>Who says what a reading tells: who takes the stance, then who is heard in its sentence or around it.</summary>
/// <param name="told">All that the report tells; only kinds and statuses are asked of it.</param>
/// <param name="contrasts">Words with which a sentence turns to something else.</param>
internal sealed class Attribution(IReadOnlyList<SentenceContext> report, List<Reading> told, FrozenSet<string> contrasts)
{
    /// <summary>How many paragraphs on a report may still name the person behind "the Kremlin said".</summary>
    private const int NamingReach = 2;

    /// <summary>Further on nobody is sought, however long a paragraph: the work keeps step with the length.</summary>
    private const int MostSentences = 60;

    /// <summary>Who speaks less often is not the source of a report.</summary>
    private const int FewestWords = 3;

    private readonly IReadOnlyList<Mention> sole = Sole(report);

    private ILookup<int, Reading> BySentence => field ??= told.ToLookup(r => r.Sentence);

    public ValueList<string> Of(Reading reading)
    {
        var heard = Heard(reading.Sentence, reading.Certainty == Certainty.Denied, reading is { Kind: ClaimKind.Meeting, Status: ClaimStatus.Concluded or ClaimStatus.UnderWay } or { Kind: ClaimKind.EnergyStrike });
        if (heard.Count == 0 && reading is { Says.Count: 0, Background: false })
            heard = IsLead(reading.Sentence) ? Next(reading) : sole.Count > 0 || reading.Kind != ClaimKind.Delegation ? sole : Last(reading);
        var says = WithSpokesman(reading);
        for (var i = 0; i < heard.Count; i++)
            says = With(says, heard[i]);
        for (var i = 0; i < heard.Count; i++)
            says = With(says, Spokesman(reading.Sentence, heard[i]));
        return says;
    }

    /// <summary>"Russia turned the appeal down": who speaks for the side that takes the stance, if he is named further on.</summary>
    private ValueList<string> WithSpokesman(Reading reading)
    {
        var says = reading.Says;
        if (says.Count == 0)
            return says;
        foreach (var mention in report[reading.Sentence].Marks.Mentions)
        {
            if (IsSide(mention) && says.Contains(mention.Name.Spoken))
                says = With(says, Spokesman(reading.Sentence, mention));
        }

        return says;
    }

    private static ValueList<string> With(ValueList<string> says, Mention? speaker) =>
        speaker?.Name.Spoken is { } name && !says.Contains(name) ? says.With(name) : says;

    /// <summary>
    /// The sentence's own speakers; a lead, and a meeting that was held, is borne out by the first of its paragraph, other
    /// sentences by a "he said" that follows.
    /// </summary>
    private IReadOnlyList<Mention> Heard(int sentence, bool isDenial, bool isToldByMany)
    {
        var at = sentence;
        while (at < report.Count && at - sentence < MostSentences && report[at].Paragraph == report[sentence].Paragraph && report[at].Speakers.Count == 0)
            at++;
        if (at == report.Count || report[at].Paragraph != report[sentence].Paragraph || report[at].Speakers.Count == 0)
            return [];
        return at == sentence || isToldByMany || IsLead(sentence) || at == sentence + 1 && (IsAboutBefore(report[at]) || GoesOn(sentence, at, isDenial)) || report[at].Speakers[0].Count == 0 ? report[at].Speakers : [];
    }

    /// <summary>"They will meet on Friday. A list is ready, Ushakov said": who goes on to speak of nothing else; a denial is always somebody's.</summary>
    private bool GoesOn(int sentence, int next, bool isDenial) =>
        (isDenial || 2 * report[next].Speakers[0].First > report[next].Marks.Tokens.Length || report[next].Marks.Word(0) == "as")
        && !contrasts.Contains(report[next].Marks.Word(0)) && !BySentence[next].Any(r => !BySentence[sentence].Any(t => t.Kind == r.Kind && t.Status == r.Status));

    private bool IsLead(int sentence) => report[sentence].Paragraph == report[0].Paragraph;

    /// <summary>"It will be held in three, according to the Kremlin": what was told right before.</summary>
    private static bool IsAboutBefore(SentenceContext context) => context.Marks.Word(0) is "it" or "they" or "this";

    /// <summary>A lead sums up what the next paragraph's first speaker says, unless he speaks of another event.</summary>
    private IReadOnlyList<Mention> Next(Reading reading)
    {
        for (var at = reading.Sentence; at < report.Count && at - reading.Sentence < MostSentences && report[at].Paragraph - reading.Paragraph <= 1; at++)
        {
            if (report[at].Speakers.Count > 0)
                return BySentence[at].Any(r => r.Kind == reading.Kind && r.Status != reading.Status) ? [] : report[at].Speakers;
        }

        return [];
    }

    /// <summary>A list of those present goes on with what the paragraphs before it tell.</summary>
    private IReadOnlyList<Mention> Last(Reading reading)
    {
        for (var at = reading.Sentence - 1; at >= 0 && reading.Paragraph - report[at].Paragraph <= NamingReach; at--)
        {
            if (report[at].Speakers.Count > 0)
                return report[at].Speakers;
        }

        return [];
    }

    /// <summary>The one person whose words a whole report tells.</summary>
    private static IReadOnlyList<Mention> Sole(IReadOnlyList<SentenceContext> report)
    {
        Mention? only = null;
        var times = 0;
        for (var i = 0; i < report.Count; i++)
        {
            for (var j = 0; j < report[i].Speakers.Count; j++)
            {
                var speaker = report[i].Speakers[j];
                if (speaker.Kind == NameKind.Outlet)
                    continue;
                if (only is not null && only.Name.Spoken != speaker.Name.Spoken)
                    return [];
                only = speaker;
                times++;
            }
        }

        return only is { IsPerson: true } && times >= FewestWords ? [only] : [];
    }

    /// <summary>"Moscow denied", "an adviser to Zelenskyy said": the person or ministry of that side whom the report names next as its speaker.</summary>
    private Mention? Spokesman(int sentence, Mention speaker)
    {
        if (speaker.Actor is null || !IsSide(speaker) && !speaker.Name.IsRole)
            return null;
        for (var at = sentence; at < report.Count && at - sentence < MostSentences && report[at].Paragraph - report[sentence].Paragraph <= NamingReach; at++)
        {
            for (var i = 0; i < report[at].Speakers.Count; i++)
            {
                if (IsMeant(report[at].Speakers[i], speaker))
                    return report[at].Speakers[i];
            }
        }

        return null;
    }

    private static bool IsMeant(Mention named, Mention speaker) =>
        named.Actor == speaker.Actor && (speaker.Name.IsRole ? named is { IsPerson: true, Name.Rank: not PersonRank.Leader } : !IsSide(named) && !named.Name.IsRole);

    private static bool IsSide(Mention speaker) => speaker.Kind is NameKind.Country or NameKind.Capital or NameKind.Government or NameKind.Demonym;
}
