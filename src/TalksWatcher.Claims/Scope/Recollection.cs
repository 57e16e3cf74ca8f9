using System.Collections.Frozen;
using TalksWatcher.Claims.Events;
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

    /// <summary>A war's strikes are counted up for a week.</summary>
    private const int StrikeDays = 7;

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
    private readonly Pattern phrases = lexicon.Phrases("recalling-phrases");

    public IReadOnlyList<Reading> Mark(IEnumerable<Reading> readings, IReadOnlyList<SentenceContext> report)
    {
        var asides = report.Where(c => Starts(c.Marks, labels)).Select(c => c.Paragraph).ToHashSet();
        var marked = readings.Select(r => Mark(r, report, asides)).ToList();
        var recalled = marked.Where(r => r is { Kind: ClaimKind.Meeting, Background: true, Status: ClaimStatus.Concluded }).Select(r => (r.Paragraph, r.Sentence)).ToLookup(r => r.Paragraph, r => r.Sentence);
        return [.. marked.Select(r => r.Kind == ClaimKind.Delegation && recalled[r.Paragraph].Any(s => s <= r.Sentence) && !IsGoingOn(report[r.Sentence].Marks, r) ? r with { Background = true } : r)];
    }

    /// <param name="asides">Paragraphs that a label ("Background:") opens.</param>
    private Reading Mark(Reading reading, IReadOnlyList<SentenceContext> report, HashSet<int> asides)
    {
        var isOld = IsOld(reading, report[0].Published);
        var isRecalled = (reading.Kind == ClaimKind.Delegation || !IsLead(reading, report)) && (asides.Contains(reading.Paragraph) || IsRecalled(reading, report[reading.Sentence], IsLate(reading, report)));
        return reading with { IsOld = isOld, Background = reading.Background || isOld || isRecalled };
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
        return reading.Kind switch
        {
            ClaimKind.Meeting when reading.Status == ClaimStatus.Concluded => reading.Rule == "MeetingRecalled" && !IsFresh(reading, context.Published) || IsLast(marks, reading, context.Published) || IsPluperfect(context, reading) || isLate && !reading.HasDates,
            ClaimKind.EnergyTruce when reading.Status == ClaimStatus.Proposed && (IsRenewed(marks) || verbs.Read(marks, reading.Anchor).Aspect is not (Aspect.Past or Aspect.PastPerfect or Aspect.Participle)) && marks.First(phrases) is null => false,
            ClaimKind.Meeting when reading is { Status: ClaimStatus.Proposed or ClaimStatus.Rejected, HasDates: false } && IsOfThen(context, reading.Anchor) => true,
            ClaimKind.Meeting or ClaimKind.EnergyTruce => marks.First(phrases) is not null || reading.Kind == ClaimKind.EnergyTruce && reading.Status is ClaimStatus.Agreed or ClaimStatus.Proposed && IsDatedBack(context)
                || reading.Kind == ClaimKind.EnergyTruce && IsDatedBack(context, StaleDays),
            ClaimKind.Delegation when IsGoingOn(marks, reading) => false,
            ClaimKind.Delegation => marks.First(rounds) is not null || verbs.Read(marks, reading.Anchor).Aspect != Aspect.Unknown && IsDatedHere(context, reading.Anchor) || IsPluperfect(context, reading),
            _ => false,
        };
    }

    /// <summary>"who leads the delegation", "will lead": whatever the sentence recalls, this holds.</summary>
    private bool IsGoingOn(MarkedSentence marks, Reading reading) =>
        verbs.Read(marks, reading.Anchor).Aspect is Aspect.Present or Aspect.Future or Aspect.Progressive or Aspect.Expected
        || Enumerable.Range(reading.Anchor, AuxiliaryReach).Any(at => at < marks.Tokens.Length && marks.Clauses[at] == marks.Clauses[reading.Anchor] && marks.Word(at) is "is" or "are" or "will" or "would");

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
        return marks.Times.Any(t => t.To is { } to && to <= context.Published.AddDays(-FreshDays) && marks.Clauses[t.First] == marks.Clauses[anchor]
            && marks.Word(t.First - 1) is not ("as" or "than") && !(t.First < anchor && marks.Word(t.Last + 1) == "," && marks.Clauses[t.First] > 0));
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
    private bool IsRenewed(MarkedSentence marks) =>
        marks.Tokens.Any(t => renewing.Contains(t.Word));

    private static bool IsDatedBack(SentenceContext context, int days = FreshDays) =>
        context.Marks.Times.Any(t => t.To is { } to && to <= context.Published.AddDays(-days) && !t.IsOfEvent);

    private static bool Starts(MarkedSentence marks, Pattern pattern) => marks.Matcher.Match(pattern, 0) is not null;
}
