using System.Collections.Immutable;
using TalksWatcher.Claims.Events;
using TalksWatcher.Claims.Names;

namespace TalksWatcher.Claims.Scope;

/// <summary>Who says what a reading tells: who takes the stance, then who is heard in its sentence or around it.</summary>
internal static class Attribution
{
    /// <summary>How many paragraphs on a report may still name the person behind "the Kremlin said".</summary>
    private const int NamingReach = 2;

    /// <summary>Further on nobody is sought, however long a paragraph: the work keeps step with the length.</summary>
    private const int MostSentences = 60;

    public static ImmutableList<string> Of(IReadOnlyList<SentenceContext> report, Reading reading)
    {
        var heard = Heard(report, reading.Sentence, reading is { Kind: ClaimKind.Meeting, Status: ClaimStatus.Concluded or ClaimStatus.UnderWay });
        if (heard.Count == 0)
            return reading.Says;
        var says = reading.Says.ToBuilder();
        foreach (var speaker in heard)
            Add(says, speaker);
        foreach (var speaker in heard)
            Add(says, Spokesman(report, reading.Sentence, speaker));
        return says.ToImmutable();
    }

    private static void Add(ImmutableList<string>.Builder says, Mention? speaker)
    {
        if (speaker is not null && !says.Contains(speaker.Name.Spoken))
            says.Add(speaker.Name.Spoken);
    }

    /// <summary>
    /// The sentence's own speakers; a lead, and a meeting that was held, is borne out by the first of its paragraph, other
    /// sentences by a "he said" that follows.
    /// </summary>
    private static IReadOnlyList<Mention> Heard(IReadOnlyList<SentenceContext> report, int sentence, bool isToldByMany)
    {
        var at = sentence;
        while (at < report.Count && at - sentence < MostSentences && report[at].Paragraph == report[sentence].Paragraph && report[at].Speakers.Count == 0)
            at++;
        if (at == report.Count || report[at].Paragraph != report[sentence].Paragraph || report[at].Speakers.Count == 0)
            return [];
        return at == sentence || isToldByMany || report[sentence].Paragraph == report[0].Paragraph || report[at].Speakers[0].Count == 0 ? report[at].Speakers : [];
    }

    /// <summary>"Moscow denied": the person or ministry of that side whom the report names next as its speaker.</summary>
    private static Mention? Spokesman(IReadOnlyList<SentenceContext> report, int sentence, Mention speaker)
    {
        if (speaker.Actor is null || !IsSide(speaker))
            return null;
        for (var at = sentence; at < report.Count && at - sentence < MostSentences && report[at].Paragraph - report[sentence].Paragraph <= NamingReach; at++)
        {
            if (report[at].Speakers.FirstOrDefault(s => s.Actor == speaker.Actor && !IsSide(s)) is { } named)
                return named;
        }

        return null;
    }

    private static bool IsSide(Mention speaker) => speaker.Kind is NameKind.Country or NameKind.Capital or NameKind.Government or NameKind.Demonym;
}
