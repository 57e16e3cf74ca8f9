using System.Collections.Frozen;
using TalksWatcher.Claims.Events;
using TalksWatcher.Claims.Events.Meetings;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Scope;

/// <summary>
/// Tells what a report recalls as known from what it tells as news: by its age, by "the last round" and "had earlier said",
/// by being named in passing below the lead.
/// </summary>
internal sealed class Recollection(Lexicon lexicon)
{
    /// <summary>Older than these many days is no news of a finished meeting, a strike or a deal.</summary>
    private const int FreshDays = 3;

    /// <summary>So old is what came of a truce that nobody needs to be told.</summary>
    private const int StaleDays = 21;

    /// <summary>What was offered or refused so long ago is known.</summary>
    private const int OldStanceDays = 7;

    /// <summary>A war's strikes are counted up for some days.</summary>
    private const int StrikeDays = 3;

    /// <summary>"the Russian delegation is led by": from the team to its verb.</summary>
    private const int AuxiliaryReach = 6;

    /// <summary>"the last round of the talks": from the meeting back to what calls it known.</summary>
    private const int LastReach = 6;

    /// <summary>"who had met": from the meeting to its auxiliary, on either side.</summary>
    private const int PluperfectReach = 6;

    private readonly VerbGroupReader verbs = new(lexicon);
    private readonly FrozenSet<string> recalling = lexicon.Words("recalling-words");
    private readonly FrozenSet<string> latest = lexicon.Words("latest-words");
    private readonly FrozenSet<string> renewing = lexicon.Words("renewing-verbs");
    private readonly Pattern labels = lexicon.Phrases("recalling-labels");
    private readonly Pattern rounds = lexicon.Phrases("recalled-rounds");
    private readonly Pattern openers = lexicon.Phrases("recalling-openers");
    private readonly Pattern phrases = lexicon.Phrases("recalling-phrases");

    public IReadOnlyList<Reading> Mark(IReadOnlyList<Reading> readings, IReadOnlyList<SentenceContext> report)
    {
        if (readings.Count == 0)
            return readings;
        var asides = Asides(report);
        var marked = new List<Reading>(readings.Count);
        for (var i = 0; i < readings.Count; i++)
            marked.Add(Mark(readings[i], report, asides));
        MarkTeams(marked, report);
        return marked;
    }

    /// <summary>Paragraphs that a label ("Background:") opens.</summary>
    private HashSet<int> Asides(IReadOnlyList<SentenceContext> report)
    {
        var asides = new HashSet<int>();
        for (var i = 0; i < report.Count; i++)
        {
            if (Starts(report[i].Marks, labels))
                asides.Add(report[i].Paragraph);
        }

        return asides;
    }

    private Reading Mark(Reading reading, IReadOnlyList<SentenceContext> report, HashSet<int> asides)
    {
        var isOld = IsOld(reading, report[0].Published);
        var isRecalled = (reading.Kind == ClaimKind.Delegation || !IsLead(reading, report)) && (asides.Contains(reading.Paragraph) || IsRecalled(reading, report[reading.Sentence], IsLate(reading, report)));
        return isOld || isRecalled ? reading with { IsOld = isOld, Background = true } : reading;
    }

    /// <summary>The teams of a meeting that a paragraph recalls are recalled with it.</summary>
    private void MarkTeams(List<Reading> readings, IReadOnlyList<SentenceContext> report)
    {
        if (Recalled(readings) is not { } recalled)
            return;
        for (var i = 0; i < readings.Count; i++)
        {
            var reading = readings[i];
            if (reading.Kind == ClaimKind.Delegation && recalled.TryGetValue(reading.Paragraph, out var first) && first <= reading.Sentence && !IsGoingOn(report[reading.Sentence].Marks, reading))
                readings[i] = reading with { Background = true };
        }
    }

    /// <summary>By paragraph, the first sentence that recalls a meeting.</summary>
    private static Dictionary<int, int>? Recalled(List<Reading> readings)
    {
        Dictionary<int, int>? recalled = null;
        foreach (var reading in readings)
        {
            if (reading is not { Kind: ClaimKind.Meeting, Background: true, Status: ClaimStatus.Concluded })
                continue;
            recalled ??= [];
            recalled[reading.Paragraph] = recalled.TryGetValue(reading.Paragraph, out var first) ? Math.Min(first, reading.Sentence) : reading.Sentence;
        }

        return recalled;
    }

    private static bool IsLead(Reading reading, IReadOnlyList<SentenceContext> report) => reading.Paragraph == report[0].Paragraph;

    private static bool IsOld(Reading reading, DateOnly published) => reading.Kind switch
    {
        ClaimKind.EnergyStrike => reading.To < published.AddDays(-StrikeDays),
        ClaimKind.Meeting when reading.Status == ClaimStatus.Concluded => reading.To <= published.AddDays(-FreshDays),
        ClaimKind.Meeting when reading.Status is ClaimStatus.Proposed or ClaimStatus.Planned or ClaimStatus.Rejected => reading.To <= published.AddDays(-FreshDays),
        _ => false,
    };

    /// <summary>Reports tell the news first: what comes in the last two fifths is rather a look back.</summary>
    private static bool IsLate(Reading reading, IReadOnlyList<SentenceContext> report) => reading.Paragraph > 2 && 5 * reading.Paragraph > 3 * report[^1].Paragraph;

    private bool IsRecalled(Reading reading, SentenceContext context, bool isLate)
    {
        var marks = context.Marks;
        if (reading.Kind != ClaimKind.Delegation && Starts(marks, openers) && !(reading.To >= context.Published) && reading.Status != ClaimStatus.Planned)
            return true;
        return reading.Kind switch
        {
            ClaimKind.EnergyTruce when isLate && IsDone(context, reading) => true,
            ClaimKind.Meeting when reading.Status == ClaimStatus.Concluded => reading.Rule == RecalledMeetings.Recalled && !IsFresh(reading, context.Published) || IsLast(marks, reading, context.Published) || IsPluperfect(context, reading) || isLate && !reading.HasDates,
            ClaimKind.EnergyTruce when reading.Status == ClaimStatus.Proposed && (IsRenewed(marks) || verbs.Read(marks, reading.Anchor).Aspect is not (Aspect.Past or Aspect.PastPerfect or Aspect.Participle)) && marks.First(phrases) is null => false,
            ClaimKind.Meeting when reading is { Status: ClaimStatus.Proposed or ClaimStatus.Rejected, HasDates: false } && IsOfThen(context, reading.Anchor) => true,
            ClaimKind.Meeting or ClaimKind.EnergyTruce => marks.First(phrases) is not null || reading.Kind == ClaimKind.EnergyTruce && reading.Status is ClaimStatus.Agreed or ClaimStatus.Proposed && IsDatedBack(context)
                || reading.Kind == ClaimKind.EnergyTruce && IsDatedBack(context, StaleDays),
            ClaimKind.Delegation when IsGoingOn(marks, reading) => false,
            ClaimKind.Delegation => marks.First(rounds) is not null || verbs.Read(marks, reading.Anchor).Aspect != Aspect.Unknown && IsDatedHere(context, reading.Anchor) || IsPluperfect(context, reading),
            _ => false,
        };
    }

    /// <summary>"It was agreed on in March", "ran out in spring": late in a report, and not of these days, that is known.</summary>
    private bool IsDone(SentenceContext context, Reading reading)
    {
        if (reading is not { Status: ClaimStatus.Agreed or ClaimStatus.Ended, Certainty: Certainty.Stated } || context.Speakers.Count > 0 || !verbs.Read(context.Marks, reading.Anchor).IsPast)
            return false;
        foreach (var time in context.Marks.Times)
        {
            if (time.To >= context.Published.AddDays(-1))
                return false;
        }

        return true;
    }

    /// <summary>"who leads the delegation", "will lead": whatever the sentence recalls, this holds.</summary>
    private bool IsGoingOn(MarkedSentence marks, Reading reading)
    {
        if (verbs.Read(marks, reading.Anchor).Aspect is Aspect.Present or Aspect.Future or Aspect.Progressive or Aspect.Expected)
            return true;
        for (var at = reading.Anchor; at < reading.Anchor + AuxiliaryReach && at < marks.Tokens.Length; at++)
        {
            if (marks.Clauses[at] == marks.Clauses[reading.Anchor] && marks.Word(at) is "is" or "are" or "will" or "would")
                return true;
        }

        return false;
    }

    /// <summary>The day before, or that very day.</summary>
    private static bool IsFresh(Reading reading, DateOnly published) =>
        reading is { From: { } from, To: { } to } && to >= published.AddDays(-1) && to.DayNumber - from.DayNumber <= 2;

    /// <summary>"last met", "the previous rounds", next to the meeting.</summary>
    private bool IsLast(MarkedSentence marks, Reading reading, DateOnly published)
    {
        for (var at = Math.Max(0, reading.Anchor - LastReach); at <= reading.Anchor + 2; at++)
        {
            if (recalling.Contains(marks.Word(at)) && marks.TimeAt(at) is null && !(latest.Contains(marks.Word(at)) && reading.To >= published.AddDays(1 - FreshDays)))
                return true;
        }

        return false;
    }

    /// <summary>"Abu Dhabi had hosted", "who had met": not where a speaker's words are told afterwards.</summary>
    private static bool IsPluperfect(SentenceContext context, Reading reading)
    {
        var marks = context.Marks;
        for (var at = Math.Max(0, reading.Anchor - PluperfectReach); at <= Math.Min(reading.Anchor + PluperfectReach, marks.Tokens.Length - 1); at++)
        {
            if (marks.Word(at) == "had" && marks.Clauses[at] == marks.Clauses[reading.Anchor])
                return context.Speakers.Count == 0 || marks.Word(at - 1) is "who" or "which";
        }

        return false;
    }

    /// <summary>A past day in the clause of the event itself, not in an aside ("who was appointed in July,") or a comparison ("the same as in May").</summary>
    private static bool IsDatedHere(SentenceContext context, int anchor)
    {
        var marks = context.Marks;
        foreach (var time in marks.Times)
        {
            if (time.To <= context.Published.AddDays(-FreshDays) && marks.Clauses[time.First] == marks.Clauses[anchor]
                && marks.Word(time.First - 1) is not ("as" or "than") && !(time.First < anchor && marks.Word(time.Last + 1) == "," && marks.Clauses[time.First] > 0))
                return true;
        }

        return false;
    }

    /// <summary>"In 2025 he invited him to Istanbul": the stance is an old one.</summary>
    private bool IsOfThen(SentenceContext context, int anchor) => !IsRenewed(context.Marks)
        && context.Marks.Times.Any(t => t is { To: { } to, IsOfEvent: false } && to <= context.Published.AddDays(-OldStanceDays) && IsSaidOf(context.Marks, t, anchor));

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

    /// <summary>"repeated the offer that he made in March": an old offer, made anew.</summary>
    private bool IsRenewed(MarkedSentence marks) => marks.HasAny(renewing, 0, marks.Tokens.Length - 1);

    private static bool IsDatedBack(SentenceContext context, int days = FreshDays)
    {
        foreach (var time in context.Marks.Times)
        {
            if (time.To <= context.Published.AddDays(-days) && !time.IsOfEvent)
                return true;
        }

        return false;
    }

    private static bool Starts(MarkedSentence marks, Pattern pattern) => marks.Matcher.Match(pattern, 0) is not null;
}
