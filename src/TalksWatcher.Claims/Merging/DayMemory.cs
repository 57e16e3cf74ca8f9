using System.Collections.Frozen;
using TalksWatcher.Claims.Events;
using TalksWatcher.Claims.Events.Arguments;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Merging;

/// <summary>When a strike or a finished meeting was, where the sentence that tells of it gives no day.</summary>
internal sealed class DayMemory(Lexicon lexicon, DateFinder dates)
{
    /// <summary>An undated strike or meeting is of the last days: what is older, reports date.</summary>
    private const int FreshDays = 4;

    private readonly FrozenSet<string> attacks = [.. lexicon.Words("attack-nouns"), .. lexicon.Words("attack-verbs")];
    private readonly FrozenSet<string> meetings = lexicon.Words("meeting-nouns");

    public Merged Fill(Merged merged, IReadOnlyList<SentenceContext> report)
    {
        var reading = merged.Reading;
        if (reading.HasDates || reading.Background)
            return merged;
        var day = reading switch
        {
            { Kind: ClaimKind.EnergyStrike } => OfWave(merged, report),
            { Kind: ClaimKind.Meeting, Status: ClaimStatus.Concluded } => OfSitting(merged, report),
            _ => null,
        };
        return day is null ? merged : merged with { Reading = reading with { From = day.From, To = day.To } };
    }

    /// <summary>The night or day of the attack that its paragraph, or else the lead, tells of.</summary>
    private TimeSpot? OfWave(Merged merged, IReadOnlyList<SentenceContext> report) =>
        merged.Support.Select(s => Nearest(report, s.Sentence, c => c.Paragraph == s.Paragraph && c.Index <= s.Sentence)).FirstOrDefault(d => d is not null)
        ?? report.Where(c => c.Paragraph <= report[0].Paragraph + 1 && Has(c, attacks)).Select(DayIn).FirstOrDefault(d => d is not null);

    /// <summary>"The conversation, which began late on Thursday": a sentence beside it that speaks of the meeting, too.</summary>
    private TimeSpot? OfSitting(Merged merged, IReadOnlyList<SentenceContext> report) =>
        merged.Support.Select(s => Nearest(report, s.Sentence, c => Math.Abs(c.Index - s.Sentence) <= 2 && Math.Abs(c.Paragraph - s.Paragraph) <= 1 && Has(c, meetings)))
            .FirstOrDefault(d => d is not null);

    private TimeSpot? Nearest(IReadOnlyList<SentenceContext> report, int sentence, Func<SentenceContext, bool> counts) =>
        report.Where(counts).OrderBy(c => Math.Abs(c.Index - sentence)).Select(DayIn).FirstOrDefault(d => d is not null);

    private TimeSpot? DayIn(SentenceContext context) => dates.DaysIn(context).FirstOrDefault(t =>
        t is { From: { } from, To: { } to } && to.DayNumber - from.DayNumber <= 1
        && to <= context.Published && from >= context.Published.AddDays(-FreshDays));

    private static bool Has(SentenceContext context, FrozenSet<string> words) => context.Marks.Tokens.Any(t => words.Contains(t.Word));
}
