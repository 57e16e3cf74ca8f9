using System.Collections.Immutable;
using TalksWatcher.Claims.Events;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Merging;

/// <summary>Gives readings what an earlier sentence said: "the talks" take the place, date and table of those named before.</summary>
internal sealed class Antecedents(Vocabulary vocabulary)
{
    private const int MostMet = 60;

    /// <summary>Further on, the one slot that a report names is no longer meant.</summary>
    private const int SlotParagraphs = 3;
    private const int SuchReach = 3;
    private readonly ImmutableSortedSet<string> warring = [.. vocabulary.Warring];
    private readonly ImmutableSortedSet<string> all = [.. vocabulary.Warring, .. vocabulary.Mediators];

    /// <summary>The readings that belong to the watched war, resolved.</summary>
    public List<Reading> Resolve(List<Reading> readings, List<SentenceContext> report, Func<ImmutableSortedSet<string>?> headline)
    {
        var usual = new UsualTables(warring, all, readings, report, headline);
        var resolved = new List<Reading>(readings.Count);
        foreach (var reading in readings)
        {
            if (reading.Decided is not null)
                resolved.Add(reading.Kind == ClaimKind.Meeting ? Seat(Place(Refused(Such(reading, resolved, report), resolved), resolved, report[0].Published), resolved, usual) : reading);
        }

        resolved.RemoveAll(r => r.IsLapsed);
        return resolved;
    }

    /// <summary>The last meeting told so far that fits.</summary>
    private static Reading? Last<T>(List<Reading> resolved, T asked, Func<Reading, T, bool> fits)
    {
        for (var (at, met) = (resolved.Count - 1, 0); at >= 0 && met < MostMet; at--)
        {
            if (resolved[at].Kind != ClaimKind.Meeting)
                continue;
            if (fits(resolved[at], asked))
                return resolved[at];
            met++;
        }

        return null;
    }

    /// <summary>"no such meeting is on the calendar", "the date could still change": the one just told of.</summary>
    private static Reading Such(Reading reading, List<Reading> met, List<SentenceContext> report)
    {
        var isShift = reading.Topic == CueTopic.Slot;
        if (!isShift && !IsSuch(report[reading.Sentence].Marks, reading.Anchor))
            return reading;
        var meant = Last(met, reading, static (m, r) => !m.Background && m.Status is ClaimStatus.Planned or ClaimStatus.Proposed && r.Paragraph - m.Paragraph <= SlotParagraphs);
        if (meant is null)
            return reading;
        return isShift
            ? reading with { Place = reading.Place ?? meant.Place, Level = meant.Level, Parties = meant.Parties, From = reading.HasDates ? reading.From : meant.From, To = reading.HasDates ? reading.To : meant.To }
            : reading with { Place = reading.Place ?? (HasOther(met, meant) ? null : meant.Place), Level = reading.Level ?? meant.Level, Parties = reading.PartiesNamed ? reading.Parties : meant.Parties };
    }

    /// <summary>"in Istanbul or Ankara": neither is meant alone.</summary>
    private static bool HasOther(List<Reading> met, Reading meant) =>
        Last(met, meant, static (m, a) => m.Sentence == a.Sentence && m.Status == a.Status && m.Place is not null && m.Place != a.Place) is not null;

    /// <summary>"such a summit", "no such three-way meeting".</summary>
    private static bool IsSuch(MarkedSentence marks, int noun)
    {
        for (var at = noun - 1; at >= 0 && noun - at <= SuchReach; at--)
        {
            if (marks.Word(at) == "such")
                return true;
        }

        return false;
    }

    /// <summary>"suggested meeting on Friday. Moscow would not agree to a meeting": the days of what is refused.</summary>
    private static Reading Refused(Reading reading, List<Reading> met)
    {
        if (reading is not { Status: ClaimStatus.Rejected, HasDates: false })
            return reading;
        var meant = Last(met, reading, static (m, r) => m is { Status: ClaimStatus.Proposed, Background: false } && r.Sentence - m.Sentence <= 1 && (m.Place is null || r.Place is null || m.Place == r.Place) && IsSameTable(m, r));
        return meant is null ? reading : reading with { From = meant.From, To = meant.To };
    }

    private static Reading Place(Reading reading, List<Reading> met, DateOnly published)
    {
        if (reading is { Status: ClaimStatus.Planned, Certainty: Certainty.Denied } or { Topic: CueTopic.Standstill or CueTopic.Readiness })
            return reading;
        if (reading.Place is not null && (reading.Definite || reading.IsVerb))
            return reading.HasDates ? reading : Dated(reading, met);
        if (!reading.Definite && !reading.Resumes || reading.Place is not null)
            return reading;
        var antecedent = Last(met, reading, static (m, r) => m.Place is not null && (r.Background || !m.Background) && IsSameTable(m, r) && (r.Resumes || AreDaysOne(m, r)) && r.Paragraph - m.Paragraph <= (r.Resumes ? 1 : 2));
        if (antecedent is null || reading.Status == ClaimStatus.Concluded && antecedent.From > published)
            return reading;
        if (reading.HasDates || reading.Resumes)
            return reading with { Place = antecedent.Place };
        var slot = antecedent.HasDates ? antecedent : Last(met, antecedent, static (m, a) => m.HasDates && m.Sentence == a.Sentence && m.Place == a.Place && m.Status == a.Status) ?? antecedent;
        return reading with { Place = antecedent.Place, From = slot.From, To = slot.To };
    }

    /// <summary>"the delegations could gather in Geneva": on the days that were just named.</summary>
    private static Reading Dated(Reading reading, List<Reading> met)
    {
        if (reading.Status is ClaimStatus.Cancelled or ClaimStatus.Postponed)
            return Last(met, reading, static (m, r) => IsSlot(m, r) && r.Paragraph == m.Paragraph) is { } given ? reading with { From = given.From, To = given.To } : reading;
        if (reading.Status is not (ClaimStatus.Planned or ClaimStatus.Proposed))
            return reading;
        var slot = Last(met, reading, static (m, r) => IsSlot(m, r) && r.Paragraph - m.Paragraph <= 1) ?? OnlySlot(reading, met);
        return slot is null ? reading : reading with { From = slot.From, To = slot.To };
    }

    private static Reading? OnlySlot(Reading reading, List<Reading> met) =>
        Last(met, reading, IsSlot) is { } slot
        && Last(met, (Reading: reading, slot.From, slot.To), static (m, a) => IsSlot(m, a.Reading) && (m.From, m.To) != (a.From, a.To)) is null ? slot : null;

    private static bool IsSlot(Reading met, Reading reading) =>
        met.HasDates && !met.Background && met.Status is ClaimStatus.Planned or ClaimStatus.Proposed
        && reading.Paragraph - met.Paragraph <= SlotParagraphs && (met.Place is null || met.IsPlaceGuessed || met.Place == reading.Place) && IsSameTable(met, reading);

    private static bool IsSameTable(Reading one, Reading other) =>
        (one.Level is null || other.Level is null || one.Level == other.Level)
        && (one.Parties.Count < 2 || other.Parties.Count < 2 || one.Parties.IsWithin(other.Parties) || other.Parties.IsWithin(one.Parties));

    private static bool AreDaysOne(Reading one, Reading other) =>
        !one.HasDates || !other.HasDates || one.From <= other.To && other.From <= one.To;

    private Reading Seat(Reading reading, List<Reading> met, UsualTables usual)
    {
        var level = reading.Level ?? LevelOf(reading, met, usual);
        var parties = reading.Parties.Count >= 2 ? reading.Parties : PartiesOf(reading, level, met, usual);
        return level == reading.Level && parties == reading.Parties ? reading : reading with { Level = level, Parties = parties };
    }

    private ImmutableSortedSet<string> PartiesOf(Reading reading, MeetingLevel level, List<Reading> met, UsualTables usual)
    {
        var like = reading.Seats > 0 ? Last(met, reading, static (m, r) => m.PartiesNamed && m.Parties.Count == r.Seats) : null;
        like ??= Last(met, (Reading: reading, Level: level), static (m, r) => IsTableOf(m, r.Reading, r.Level) && m.Paragraph == r.Reading.Paragraph);
        if (like is null && reading.Definite)
            like = Last(met, (Reading: reading, Level: level), static (m, r) => IsTableOf(m, r.Reading, r.Level) && r.Reading.Paragraph - m.Paragraph == 1);
        if ((like?.Parties ?? usual.At(reading)) is { } told)
            return told;
        if (level == MeetingLevel.Leaders)
            return usual.Leaders;
        if (warring.IsWithin(usual.Teams))
            return usual.Teams;
        return reading.Background ? warring : usual.IsElsewhere(reading) ? all : usual.Teams;
    }

    /// <summary>Named, and of people as high; what is over is not what goes on.</summary>
    private static bool IsTableOf(Reading met, Reading reading, MeetingLevel level) =>
        met.PartiesNamed && met.Level == level && !(met.Status == ClaimStatus.Concluded && reading.Status == ClaimStatus.UnderWay);

    private static MeetingLevel LevelOf(Reading reading, List<Reading> met, UsualTables usual)
    {
        var like = Last(met, reading, static (m, r) => m.Paragraph == r.Paragraph && (m.Place is null || r.Place is null || m.Place == r.Place))
            ?? Last(met, reading, static (m, r) => m.Paragraph == r.Paragraph && m.Status is ClaimStatus.Proposed or ClaimStatus.Rejected);
        return like?.Level ?? (reading.IsOfTeams ? MeetingLevel.Delegations : usual.Level);
    }
}
