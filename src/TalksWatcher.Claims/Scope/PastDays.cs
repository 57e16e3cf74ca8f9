using TalksWatcher.Claims.Events;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Scope;

/// <summary>Whether the days that a sentence names put what it tells into the past: "agreed in March".</summary>
internal static class PastDays
{
    /// <summary>Older than these many days is no news of a finished meeting or a deal.</summary>
    public const int Fresh = 3;

    /// <summary>What was offered or refused so long ago is known.</summary>
    private const int OldStanceDays = 7;

    /// <summary>"In spring they agreed": some day that the sentence names lies back.</summary>
    /// <param name="days">How far, at least.</param>
    public static bool AreBack(SentenceContext context, int days)
    {
        foreach (var time in context.Marks.Times)
        {
            if (time.To <= context.Published.AddDays(-days) && !time.IsOfEvent)
                return true;
        }

        return false;
    }

    /// <summary>A past day in the clause of the event itself, not in an aside ("who was appointed in July,") or a comparison ("the same as in May").</summary>
    public static bool AreHere(SentenceContext context, int anchor)
    {
        var marks = context.Marks;
        foreach (var time in marks.Times)
        {
            if (time.To <= context.Published.AddDays(-Fresh) && marks.Clauses[time.First] == marks.Clauses[anchor]
                && marks.Word(time.First - 1) is not ("as" or "than") && !(time.First < anchor && marks.Word(time.Last + 1) == "," && marks.Clauses[time.First] > 0))
                return true;
        }

        return false;
    }

    /// <summary>"In 2025 he invited him to Istanbul": the event is an old one.</summary>
    public static bool AreOfThen(SentenceContext context, int anchor)
    {
        foreach (var time in context.Marks.Times)
        {
            if (time is { To: { } to, IsOfEvent: false } && to <= context.Published.AddDays(-OldStanceDays) && IsSaidOf(context.Marks, time, anchor))
                return true;
        }

        return false;
    }

    /// <summary>Before the event in its own clause; not in "as it did in 2018, the door was open".</summary>
    private static bool IsSaidOf(MarkedSentence marks, TimeSpot time, int anchor)
    {
        for (var at = time.Last + 1; at < anchor; at++)
        {
            if (marks.Word(at) == "," && time.First > 1)
                return false;
        }

        return time.Last < anchor && marks.Clauses[time.First] == marks.Clauses[anchor];
    }
}
