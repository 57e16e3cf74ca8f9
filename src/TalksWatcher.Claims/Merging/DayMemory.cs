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

    private static ReadOnlySpan<int> Nearest => [0, -1, 1, -2, 2];

    /// <summary>The day told in its sentence or beside it; else the day on which it was said to be over: "said late on Friday that they were done".</summary>
    public Merged Fill(Merged merged, List<SentenceContext> report) =>
        merged.Reading is { Kind: ClaimKind.Meeting, HasDates: false, Background: false } reading && When(merged, report) is { } day
            ? merged with { Reading = reading with { From = day.From, To = day.To } }
            : merged;

    private TimeSpot? When(Merged merged, List<SentenceContext> report) => merged.Reading switch
    {
        { Status: ClaimStatus.Concluded } => Day(merged, report),
        { Status: ClaimStatus.Planned, IsVerb: true } => There(merged, report),
        _ => null,
    };

    /// <summary>"He flies to London on Monday. Together they will meet Zelenskyy there": on the day of the way there.</summary>
    private TimeSpot? There(Merged merged, List<SentenceContext> report)
    {
        foreach (var sentence in merged.Support)
        {
            var context = report[sentence];
            if (context.BeforeHere is not { } before || !context.Marks.HasAny(there))
                continue;
            if (dates.DaysIn(before).FirstOrDefault(t => t.From >= context.Published && t.From == t.To) is { } day)
                return day;
        }

        return null;
    }

    private TimeSpot? Day(Merged merged, List<SentenceContext> report) =>
        merged.Support.Select(s => Beside(report, s)).FirstOrDefault(d => d is not null)
        ?? (merged.Reading.Topic != CueTopic.End ? null : merged.Support.Select(s => report[s].Marks.Times.Find(t => IsFresh(t, report[s].Published))).FirstOrDefault(d => d is not null));

    /// <summary>"The talks, which began late on Thursday": the nearest sentence that speaks of the meeting, too.</summary>
    private TimeSpot? Beside(List<SentenceContext> report, int sentence)
    {
        foreach (var step in Nearest)
        {
            var at = sentence + step;
            if (at >= 0 && at < report.Count && Math.Abs(report[at].Paragraph - report[sentence].Paragraph) <= 1
                && report[at].Marks is var marks && marks.HasAny(meetings) && DayIn(report[at]) is { } day)
                return day;
        }

        return null;
    }

    private TimeSpot? DayIn(SentenceContext context) => dates.DaysIn(context).FirstOrDefault(t => IsFresh(t, context.Published));

    private static bool IsFresh(TimeSpot time, DateOnly published) =>
        time is { From: { } from, To: { } to } && to.DayNumber - from.DayNumber <= 1 && to <= published && from >= published.AddDays(-FreshDays);
}
