using System.Collections.Frozen;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Events.Strikes;

/// <summary>The day of an attack whose own sentence names none: that on which it is reported, else that of the attack told beside it.</summary>
internal sealed class WaveDates(Lexicon lexicon)
{
    private const int FreshDays = 4;
    private const int MostSentences = 60;
    private readonly FrozenSet<string> looking = lexicon.Words("recalling-words");

    public Reading Fill(Reading reading, List<SentenceContext> report, StrikeSigns[] signs)
    {
        var marks = report[reading.Sentence].Marks;
        if (reading.HasDates || marks.HasAny(looking, 0, marks.Tokens.Length - 1))
            return reading;
        var time = Fresh(report[reading.Sentence]) ?? Beside(reading, report, signs);
        return time is null ? reading : reading with { From = time.From, To = time.To };
    }

    /// <summary>The nearest sentence before, then after it, in its own paragraph or the one next to it, that dates an attack.</summary>
    private static TimeSpot? Beside(Reading reading, List<SentenceContext> report, StrikeSigns[] signs)
    {
        for (var at = reading.Sentence - 1; at >= 0 && reading.Sentence - at < MostSentences && reading.Paragraph - report[at].Paragraph <= 1; at--)
        {
            if (signs[at].TellsAttack && Fresh(report[at]) is { } before)
                return before;
        }

        for (var at = reading.Sentence + 1; at < report.Count && at - reading.Sentence < MostSentences && report[at].Paragraph - reading.Paragraph <= 1; at++)
        {
            if (signs[at].TellsAttack && Fresh(report[at]) is { } after)
                return after;
        }

        return null;
    }

    private static TimeSpot? Fresh(SentenceContext context)
    {
        foreach (var time in context.Marks.Times)
        {
            if (time is { From: { } from, To: { } to } && to <= context.Published && from >= context.Published.AddDays(-FreshDays))
                return time;
        }

        return null;
    }
}
