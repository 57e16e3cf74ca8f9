using System.Collections.Frozen;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Events.Strikes;

/// <summary>The day of an attack whose own sentence names none: that on which it is reported, else that of the attack told beside it.</summary>
internal sealed class WaveDates(Lexicon lexicon)
{
    private const int FreshDays = 4;

    /// <summary>Older attacks are history.</summary>
    private const int HistoryDays = 60;

    private const int MostSentences = 60;
    private const int LookingReach = 8;
    private readonly FrozenSet<string> pointing = lexicon.Words("demonstratives");
    private readonly FrozenSet<string> looking = lexicon.Words("recalling-words");

    /// <summary>The attacks with their days; those of long ago are left out.</summary>
    public IReadOnlyList<Reading> Fill(List<Reading> readings, List<SentenceContext> report, StrikeSigns[] signs)
    {
        var dated = new List<Reading>(readings.Count);
        foreach (var reading in readings)
        {
            if (!IsHistory(reading, report, signs))
                dated.Add(Dated(reading, report, signs));
        }

        return dated;
    }

    /// <summary>Months ago, by its own date or by that of the sentence before it.</summary>
    private static bool IsHistory(Reading reading, List<SentenceContext> report, StrikeSigns[] signs)
    {
        var limit = report[0].Published.AddDays(-HistoryDays);
        if (reading.HasDates)
            return reading.To < limit;
        return report[reading.Sentence].BeforeHere is { } before && signs[before.Index].TellsAttack && before.Marks.Times.Count > 0 && AreBefore(before.Marks.Times, limit);
    }

    private static bool AreBefore(List<TimeSpot> times, DateOnly limit) => times.TrueForAll(t => t.To < limit);

    private Reading Dated(Reading reading, List<SentenceContext> report, StrikeSigns[] signs)
    {
        var marks = report[reading.Sentence].Marks;
        if (reading.HasDates || marks.HasAny(looking, reading.Anchor - LookingReach, reading.Anchor + LookingReach))
            return reading;
        var time = Fresh(report[reading.Sentence]) ?? Pointed(report[reading.Sentence], signs) ?? Before(reading, report, signs) ?? Lead(report, signs) ?? After(reading, report, signs) ?? Here(reading, report);
        return time is null ? reading : reading with { From = time.From, To = time.To };
    }

    /// <summary>The nearest sentence before it, in its own paragraph or the one before, that dates an attack.</summary>
    private static TimeSpot? Before(Reading reading, List<SentenceContext> report, StrikeSigns[] signs)
    {
        for (var at = reading.Sentence - 1; at >= 0 && reading.Sentence - at < MostSentences && reading.Paragraph - report[at].Paragraph <= 1; at--)
        {
            if (signs[at].TellsAttack && Fresh(report[at]) is { } before)
                return before;
        }

        return null;
    }

    /// <summary>What the first paragraph tells of an attack or a blackout is what the report is about.</summary>
    private static TimeSpot? Lead(List<SentenceContext> report, StrikeSigns[] signs)
    {
        for (var at = 0; at < report.Count && at < MostSentences && report[at].Paragraph == report[0].Paragraph; at++)
        {
            if ((signs[at].TellsAttack || signs[at].NamesTarget) && Fresh(report[at]) is { } lead)
                return lead;
        }

        return null;
    }

    private static TimeSpot? After(Reading reading, List<SentenceContext> report, StrikeSigns[] signs)
    {
        for (var at = reading.Sentence + 1; at < report.Count && at - reading.Sentence < MostSentences && report[at].Paragraph - reading.Paragraph <= 1; at++)
        {
            if (signs[at].TellsAttack && Fresh(report[at]) is { } after)
                return after;
        }

        return null;
    }

    /// <summary>"They are counting the cost of the night": the day of which its paragraph has spoken before it.</summary>
    private static TimeSpot? Here(Reading reading, List<SentenceContext> report)
    {
        for (var at = reading.Sentence - 1; at >= 0 && reading.Sentence - at < MostSentences && report[at].Paragraph == reading.Paragraph; at--)
        {
            if (Fresh(report[at]) is { } day)
                return day;
        }

        return null;
    }

    /// <summary>"Those hit power plants": the day of the attack told right before, however long ago.</summary>
    private TimeSpot? Pointed(SentenceContext context, StrikeSigns[] signs) =>
        context.Before is { } before && signs[before.Index].TellsAttack && pointing.Contains(context.Marks.Word(0))
            ? before.Marks.Times.Find(t => t is { IsOfEvent: false, From: not null, To: not null } && t.To <= context.Published)
            : null;

    private static TimeSpot? Fresh(SentenceContext context)
    {
        foreach (var time in context.Marks.Times)
        {
            if (time.Mention.Role == Times.TimeRole.Since && time.From is { } start && start <= context.Published && start >= context.Published.AddDays(-1))
                return time with { To = start };
            if (time is { IsOfEvent: false, From: { } from, To: { } to } && to <= context.Published && from >= context.Published.AddDays(-FreshDays))
                return time;
        }

        return null;
    }
}
