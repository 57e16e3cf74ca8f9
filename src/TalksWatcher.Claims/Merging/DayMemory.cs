using System.Collections.Frozen;
using TalksWatcher.Claims.Events;
using TalksWatcher.Claims.Events.Arguments;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Merging;

/// <summary>When a finished meeting was, where the sentence that tells of it gives no day.</summary>
internal sealed class DayMemory(Lexicon lexicon, DateFinder dates)
{
    /// <summary>An undated meeting is of the last days: what is older, reports date.</summary>
    private const int FreshDays = 4;

    private readonly FrozenSet<string> there = lexicon.Words("there-words");
    private readonly FrozenSet<string> meetings = lexicon.Words("meeting-nouns");

    /// <summary>The day told in its sentence or beside it; else the day on which it was said to be over: "said late on Friday that they were done".</summary>
    public Merged Fill(Merged merged, IReadOnlyList<SentenceContext> report)
    {
        if (merged.Reading is { Kind: ClaimKind.Meeting, Status: ClaimStatus.Planned, HasDates: false, Background: false, IsVerb: true } && There(merged, report) is { } ahead)
            return merged with { Reading = merged.Reading with { From = ahead.From, To = ahead.To } };
        if (merged.Reading is not { Kind: ClaimKind.Meeting, Status: ClaimStatus.Concluded, HasDates: false, Background: false } reading)
            return merged;
        var day = merged.Support.Select(s => Beside(report, s.Paragraph, s.Sentence)).FirstOrDefault(d => d is not null)
            ?? (reading.Rule != "TalksEnded" ? null : merged.Support.Select(s => report[s.Sentence].Marks.Times.FirstOrDefault(t => IsFresh(t, report[s.Sentence].Published))).FirstOrDefault(d => d is not null));
        return day is null ? merged : merged with { Reading = reading with { From = day.From, To = day.To } };
    }

    /// <summary>"He flies to London on Monday. Together they will meet Zelenskyy there": on the day of the way there.</summary>
    private TimeSpot? There(Merged merged, IReadOnlyList<SentenceContext> report)
    {
        foreach (var (_, sentence) in merged.Support)
        {
            var context = report[sentence];
            if (context.BeforeHere is not { } before || !context.Marks.HasAny(there, 0, context.Marks.Tokens.Length - 1))
                continue;
            if (dates.DaysIn(before).FirstOrDefault(t => t.From >= context.Published && t.From == t.To) is { } day)
                return day;
        }

        return null;
    }

    /// <summary>"The talks, which began late on Thursday": the nearest sentence that speaks of the meeting, too.</summary>
    private TimeSpot? Beside(IReadOnlyList<SentenceContext> report, int paragraph, int sentence) =>
        report.Where(c => Math.Abs(c.Index - sentence) <= 2 && Math.Abs(c.Paragraph - paragraph) <= 1 && c.Marks.Tokens.Any(t => meetings.Contains(t.Word)))
            .OrderBy(c => Math.Abs(c.Index - sentence)).Select(DayIn).FirstOrDefault(d => d is not null);

    private TimeSpot? DayIn(SentenceContext context) => dates.DaysIn(context).FirstOrDefault(t => IsFresh(t, context.Published));

    private static bool IsFresh(TimeSpot time, DateOnly published) =>
        time is { From: { } from, To: { } to } && to.DayNumber - from.DayNumber <= 1 && to <= published && from >= published.AddDays(-FreshDays);
}
