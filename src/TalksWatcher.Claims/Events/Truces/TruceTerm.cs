using TalksWatcher.Claims.Events.Arguments;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Events.Truces;

/// <summary>When a truce holds, or when it was broken.</summary>
internal sealed class TruceTerm(DateFinder dates)
{
    private const int MostDays = 14;

    private const int LongestTerm = 366;

    /// <summary>The day on which what a phrase tells of begins.</summary>
    public DateOnly? Start(SentenceContext context, PatternMatch match) => dates.Find(context, match.Head)?.From;

    public (DateOnly? From, DateOnly? To) Days(SentenceContext context, PatternMatch match, ClaimStatus status)
    {
        if (status is not (ClaimStatus.Violated or ClaimStatus.InEffect))
        {
            var term = Term(context);
            return status == ClaimStatus.Ended && term is (null, null) ? (null, dates.Find(context, match.Head)?.To) : term;
        }

        var time = dates.Find(context, match.Head);
        if (status == ClaimStatus.Violated)
            return (time?.From, time?.To);
        if (time is null && Lasting(context, match.Head) is { } days)
            return (context.Published.AddDays(1 - days), null);
        return DateFinder.Term(context) is var (start, end) && (start ?? end) is not null
            ? (start ?? (time?.To == end ? null : time?.From), end)
            : (time?.From, null);
    }

    /// <summary>"a 30-day halt from February 15": a start and a length give an end.</summary>
    private static (DateOnly? From, DateOnly? To) Term(SentenceContext context)
    {
        var (from, to) = DateFinder.Term(context);
        var length = context.Marks.Times.Find(t => t.Mention is { Role: Times.TimeRole.Duration, Days: > 1 and <= LongestTerm })?.Mention.Days;
        return to is null && length is { } days && context.Marks.Times.Exists(t => t.Mention.Role == Times.TimeRole.From) ? (from, from?.AddDays(days - 1)) : (from, to);
    }

    /// <summary>"For four days Russia has fired no missiles": so many days up to that of the report.</summary>
    private static int? Lasting(SentenceContext context, int verb)
    {
        foreach (var time in context.Marks.Times)
        {
            if (time.Mention is { Role: Times.TimeRole.Duration, Days: > 1 and <= MostDays } && (context.Marks.Word(time.First) == "for" || context.Marks.Word(time.First - 1) == "for") && time.Last < verb)
                return time.Mention.Days;
        }

        return null;
    }

    /// <summary>"It is to last until May 22": the term of the truce told of before.</summary>
    public static Reading? Prolong(SentenceContext context, CueRule rule, PatternMatch match, Reading before)
    {
        var (from, to) = Term(context);
        if (from is null && to is null || (to ?? before.To) < (from ?? before.From))
            return null;
        return before with { Rule = rule.Name, Topic = rule.Topic, From = from ?? before.From, To = to ?? before.To, Definite = true, Says = [], Paragraph = context.Paragraph, Sentence = context.Index, Anchor = match.Head };
    }
}
