using System.Collections.Frozen;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;
using TimeRole = TalksWatcher.Claims.Times.TimeRole;

namespace TalksWatcher.Claims.Events.Arguments;

/// <summary>Which time phrase of a sentence dates an event; times of speaking ("said on Thursday") do not.</summary>
internal sealed class DateFinder(Lexicon lexicon)
{
    /// <summary>Days that one sitting may last.</summary>
    private const int LongestSitting = 5;

    /// <summary>Days of one meeting: "from Tuesday to Thursday" is one, "May 16 and June 2" are two.</summary>
    private const int LongestSpan = 8;

    private const int Reach = 24;
    private const int PerClause = 12;
    private const int NearReach = 8;
    private const int ListReach = 3;
    private const int SpeechReach = 6;

    /// <summary>"said after the meetings of Sunday that": from the verb of speech to the day.</summary>
    private const int AfterSpeechReach = 14;

    private readonly SpeechVerbs reporting = new(lexicon);
    private readonly FrozenSet<string> speaking = lexicon.Words("speaking-occasions");
    private readonly FrozenSet<string> meetings = lexicon.Words("meeting-nouns");
    private readonly FrozenSet<string> unveiled = lexicon.Words("unveiled-words");
    private readonly FrozenSet<string> breaks = lexicon.Words("speech-breaks");
    private readonly FrozenSet<string> days = lexicon.Words("day-nouns");

    /// <summary>How long something is to hold: "until Sunday", "for a week from Friday"; the day of the deal is no term.</summary>
    public static (DateOnly? From, DateOnly? To) Term(SentenceContext context)
    {
        DateOnly? from = null, to = null;
        foreach (var time in context.Marks.Times)
        {
            if (time.Mention.Role is TimeRole.Until or TimeRole.By)
                to = time.To;
            if (time.Mention.Role is TimeRole.Since or TimeRole.From)
                from = time.From;
            if (time.Mention.Role == TimeRole.For || time is { From: not null, To: not null } && context.Marks.Word(time.First) == "from")
                (from, to) = (time.From, time.To);
        }

        return from <= to || from is null || to is null ? (from, to) : (null, null);
    }

    /// <summary>"have been closeted since Sunday": from that day on, if it was in the last days.</summary>
    public static DateOnly? Since(SentenceContext context) =>
        context.Marks.Times.FirstOrDefault(t => t.Mention.Role == TimeRole.Since)?.From is { } day && context.Published.DayNumber - day.DayNumber is >= 0 and <= LongestSitting ? day : null;

    /// <summary>A time phrase right before or after the noun: "Monday's talks", "talks in May".</summary>
    public TimeSpot? Near(SentenceContext context, int anchor)
    {
        var time = Find(context, anchor);
        return time is { Mention.Rule: not "same-day" } && (time.First > anchor ? time.First - anchor : anchor - time.Last) <= NearReach ? time : null;
    }

    /// <summary>The days on which something was, not those on which it was said.</summary>
    public IEnumerable<TimeSpot> DaysIn(SentenceContext context) =>
        context.Marks.Times.Where(t => t.Mention.Role == TimeRole.On && !t.IsOfEvent && !IsOfSpeech(context.Marks, t));

    public TimeSpot? Find(SentenceContext context, int anchor)
    {
        var marks = context.Marks;
        TimeSpot? best = null;
        var bestDistance = int.MaxValue;
        foreach (var time in marks.Times)
        {
            if (time.From is null && time.To is null || !IsDay(marks, time, anchor) || IsOfSpeech(marks, time) || IsBeforeSpeech(marks, time, anchor))
                continue;
            var distance = Math.Abs(time.First - anchor) + PerClause * Math.Abs(marks.Clauses[time.First] - marks.Clauses[anchor]);
            if (distance < bestDistance && distance < Reach)
                (best, bestDistance) = (time, distance);
        }

        best = best is null ? null : Narrower(marks, best, anchor) ?? best;
        return best is null ? null : best.Mention.Role == TimeRole.Since ? best with { To = best.To ?? best.From } : Extend(marks, best);
    }

    /// <summary>"met once this spring, in Istanbul on May 16": the day within the stretch that stands nearer.</summary>
    private TimeSpot? Narrower(MarkedSentence marks, TimeSpot stretch, int anchor) =>
        stretch is { From: { } from, To: { } to } && to.DayNumber - from.DayNumber > LongestSpan
            ? marks.Times.Find(t => t.From >= from && t.To <= to && t.To.Value.DayNumber - t.From.Value.DayNumber <= LongestSitting && t.First > stretch.Last
                && marks.Clauses[t.First] == marks.Clauses[stretch.First] && IsDay(marks, t, anchor) && !IsOfSpeech(marks, t))
            : null;

    /// <summary>"since July 23, when the round took place": the day of what stands behind it, as in "a day before the talks open".</summary>
    private static bool IsDay(MarkedSentence marks, TimeSpot time, int anchor)
    {
        if (time.IsOfEvent)
            return time.Last < anchor && marks.Clauses[time.First] == marks.Clauses[anchor] && !IsParted(marks, time.Last, anchor);
        if (time.Mention.Role == TimeRole.Since)
            return time.Last < anchor && marks.Word(time.Last + 1) == "," && marks.Word(time.Last + 2) == "when";
        return time.Mention.Role != TimeRole.Duration;
    }

    /// <summary>"A day after the talks, missiles fell": what stands behind the comma is told for itself.</summary>
    private static bool IsParted(MarkedSentence marks, int from, int to)
    {
        for (var at = from + 1; at < to; at++)
        {
            if (marks.Word(at) == ",")
                return true;
        }

        return false;
    }

    /// <summary>"on May 16 and June 2": the other of two days that make no span.</summary>
    public static TimeSpot? Twin(MarkedSentence marks, TimeSpot time)
    {
        if (time.From is not { } day || day != time.To)
            return null;
        foreach (var other in marks.Times)
        {
            if (other.From is { } from && from == other.To && Math.Abs(from.DayNumber - day.DayNumber) > LongestSpan
                && (other.First > time.Last ? IsNext(marks, time, other) : IsNext(marks, other, time)))
                return other;
        }

        return null;
    }

    private static bool IsNext(MarkedSentence marks, TimeSpot left, TimeSpot right) =>
        marks.Word(left.Last + 1) == "and" && right.First - left.Last <= ListReach;

    /// <summary>"Tuesday and Wednesday", "Friday to Sunday": one span.</summary>
    private static TimeSpot Extend(MarkedSentence marks, TimeSpot time)
    {
        foreach (var other in marks.Times)
        {
            var (left, right) = other.First < time.First ? (other, time) : (time, other);
            if (other == time || right.First - left.Last > ListReach || marks.Word(left.Last + 1) is not ("and" or "to" or "through"))
                continue;
            if (left.From is { } from && right.To is { } to && to >= from && to.DayNumber - from.DayNumber <= LongestSpan)
                return time with { From = from, To = to };
        }

        return time;
    }

    /// <summary>"Late on Tuesday the envoy said the round would be held".</summary>
    private bool IsBeforeSpeech(MarkedSentence marks, TimeSpot time, int anchor)
    {
        for (var at = time.Last + 1; at < anchor; at++)
        {
            if (reporting.IsAt(marks, at) && marks.Word(at - 1) is not ("to" or "have" or "be"))
                return true;
            if (marks.Word(at) == "that" && IsAfterSpeech(marks, time))
                return true;
        }

        return false;
    }

    /// <summary>"said after the meetings of Sunday that they would go on": not what is said.</summary>
    private bool IsAfterSpeech(MarkedSentence marks, TimeSpot time)
    {
        for (var at = time.First - 1; at >= 0 && time.First - at <= AfterSpeechReach; at--)
        {
            if (reporting.IsAt(marks, at))
                return true;
        }

        return false;
    }

    /// <summary>"announced the summit on Thursday": the day of the announcement.</summary>
    private bool IsAnnounced(MarkedSentence marks, int noun) =>
        marks.Word(noun - 1) == "the" && unveiled.Contains(marks.Word(noun - 2));

    /// <summary>"said on Thursday, the day on which they met": the day of what follows, too.</summary>
    private bool IsApposed(MarkedSentence marks, TimeSpot time) =>
        marks.Word(time.Last + 1) == "," && marks.Word(time.Last + 2) is "the" or "a" && days.Contains(marks.Word(time.Last + 3));

    private bool IsOfSpeech(MarkedSentence marks, TimeSpot time)
    {
        if (IsApposed(marks, time))
            return false;
        for (var at = time.First - 1; at >= 0 && time.First - at <= SpeechReach; at--)
        {
            var word = marks.Word(at);
            if (meetings.Contains(word) && IsAnnounced(marks, at))
                return true;
            if (meetings.Contains(word) || breaks.Contains(word))
                return false;
            if (reporting.IsAt(marks, at) || marks.MentionAt(at) is null && speaking.Contains(word))
                return true;
        }

        return false;
    }
}
