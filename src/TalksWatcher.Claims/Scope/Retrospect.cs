using System.Collections.Frozen;
using TalksWatcher.Claims.Events;
using TalksWatcher.Claims.Events.Meetings;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Scope;

/// <summary>Whether a sentence tells its event as known, by its words and days: "the last round", "who had met", "repeated the offer".</summary>
internal sealed class Retrospect(Lexicon lexicon)
{
    /// <summary>So old is what came of a truce that nobody needs to be told.</summary>
    private const int StaleDays = 21;

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
    private readonly Pattern rounds = lexicon.Phrases("recalled-rounds");
    private readonly Pattern openers = lexicon.Phrases("recalling-openers");
    private readonly Pattern phrases = lexicon.Phrases("recalling-phrases");

    /// <param name="isLate">The sentence stands where reports rather look back.</param>
    public bool IsRecalled(Reading reading, SentenceContext context, bool isLate)
    {
        if (reading.Kind != ClaimKind.Delegation && context.Marks.Matcher.IsMatch(openers, 0) && !(reading.To >= context.Published) && reading.Status != ClaimStatus.Planned)
            return true;
        return reading.Kind switch
        {
            ClaimKind.Meeting => IsMeetingRecalled(reading, context, isLate),
            ClaimKind.EnergyTruce => isLate && IsDone(context, reading) || IsTruceRecalled(reading, context),
            ClaimKind.Delegation => !IsGoingOn(context.Marks, reading) && IsTeamRecalled(reading, context),
            _ => false,
        };
    }

    private bool IsMeetingRecalled(Reading reading, SentenceContext context, bool isLate)
    {
        if (reading.Status == ClaimStatus.Concluded)
            return reading.Rule == RecalledMeetings.Recalled && !IsFresh(reading, context.Published) || IsLast(context.Marks, reading, context.Published) || IsPluperfect(context, reading) || isLate && !reading.HasDates;
        return reading is { Status: ClaimStatus.Proposed or ClaimStatus.Rejected, HasDates: false } && !IsRenewed(context.Marks) && PastDays.AreOfThen(context, reading.Anchor)
            || context.Marks.Has(phrases);
    }

    private bool IsTruceRecalled(Reading reading, SentenceContext context)
    {
        if (context.Marks.Has(phrases))
            return true;
        if (reading.Status == ClaimStatus.Proposed && (IsRenewed(context.Marks) || verbs.Read(context.Marks, reading.Anchor).Aspect is not (Aspect.Past or Aspect.PastPerfect or Aspect.Participle)))
            return false;
        return PastDays.AreBack(context, reading.Status is ClaimStatus.Agreed or ClaimStatus.Proposed ? PastDays.Fresh : StaleDays);
    }

    private bool IsTeamRecalled(Reading reading, SentenceContext context) =>
        context.Marks.Has(rounds) || verbs.Read(context.Marks, reading.Anchor).Aspect != Aspect.Unknown && PastDays.AreHere(context, reading.Anchor) || IsPluperfect(context, reading);

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
    public bool IsGoingOn(MarkedSentence marks, Reading reading)
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
            if (recalling.Contains(marks.Word(at)) && marks.TimeAt(at) is null && !(latest.Contains(marks.Word(at)) && reading.To >= published.AddDays(1 - PastDays.Fresh)))
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

    /// <summary>"repeated the offer that he made in March": an old offer, made anew.</summary>
    private bool IsRenewed(MarkedSentence marks) => marks.HasAny(renewing);
}
