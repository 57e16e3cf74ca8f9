using System.Collections.Immutable;
using TalksWatcher.Claims.Events;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Merging;

/// <summary>Gives readings what an earlier sentence said: "the talks" take the place, date and table of those named before.</summary>
internal sealed class Antecedents(Vocabulary vocabulary)
{
    private const int MostMet = 60;
    /// <summary>Further on, the one slot that a report names is no longer meant.</summary>
    private const int SlotParagraphs = 3;
    private const int OpeningParagraphs = 2;
    private readonly ImmutableSortedSet<string> warring = [.. vocabulary.Warring];
    private readonly ImmutableSortedSet<string> all = [.. vocabulary.Warring, .. vocabulary.Mediators];

    public IEnumerable<Reading> Resolve(IReadOnlyList<Reading> readings, IReadOnlyList<SentenceContext> report)
    {
        var level = UsualLevel(readings);
        var usual = readings.Any(r => r.Parties.SetEquals(all) && r.PartiesNamed) ? all : UsualTable(readings, r => r.Level != MeetingLevel.Leaders, all);
        var usualLeaders = UsualTable(readings, r => r.Level == MeetingLevel.Leaders, Headline(report));
        var met = new List<Reading>();
        foreach (var reading in readings)
        {
            if (reading.Kind != ClaimKind.Meeting)
            {
                yield return reading;
                continue;
            }

            var said = Refused(Such(reading, met, report), met);
            var placed = Place(said, met, report[0].Published);
            var ranked = placed with { Level = placed.Level ?? LevelOf(placed, met, level) };
            var resolved = Seat(ranked, met, readings, ranked.Level == MeetingLevel.Leaders ? usualLeaders : usual);
            met.Add(resolved);
            if (met.Count > MostMet)
                met.RemoveAt(0);
            if (!resolved.IsLapsed)
                yield return resolved;
        }
    }

    /// <summary>The two leaders with whom a report opens; both sides of the war where it names none or more.</summary>
    private ImmutableSortedSet<string> Headline(IReadOnlyList<SentenceContext> report)
    {
        var named = new List<string>();
        foreach (var context in report.TakeWhile(c => c.Paragraph <= OpeningParagraphs))
        {
            foreach (var mention in context.Marks.Mentions.Where(m => m is { IsPerson: true, Name.Rank: PersonRank.Leader, Actor: { } actor } && all.Contains(actor) && !named.Contains(actor)))
                named.Add(mention.Actor!);
        }

        return named.Count >= 2 && named.Take(2).Any(warring.Contains) ? [.. named.Take(2)] : warring;
    }

    /// <summary>"no such meeting is on the calendar", "the date could still change": the one just told of.</summary>
    private static Reading Such(Reading reading, List<Reading> met, IReadOnlyList<SentenceContext> report)
    {
        var isShift = reading.Rule == "SlotMayShift";
        if (!isShift && report[reading.Sentence].Marks.Word(reading.Anchor - 1) != "such")
            return reading;
        var meant = met.FindLast(m => !m.Background && m.Status is ClaimStatus.Planned or ClaimStatus.Proposed && reading.Paragraph - m.Paragraph <= SlotParagraphs);
        if (meant is null)
            return reading;
        return isShift
            ? reading with { Place = reading.Place ?? meant.Place, Level = meant.Level, Parties = meant.Parties, From = reading.HasDates ? reading.From : meant.From, To = reading.HasDates ? reading.To : meant.To }
            : reading with { Place = reading.Place ?? meant.Place, Level = reading.Level ?? meant.Level, Parties = reading.PartiesNamed ? reading.Parties : meant.Parties };
    }

    /// <summary>"suggested meeting on Friday. Moscow would not agree to a meeting": the days of what is refused.</summary>
    private static Reading Refused(Reading reading, List<Reading> met)
    {
        if (reading is not { Status: ClaimStatus.Rejected, HasDates: false })
            return reading;
        var meant = met.FindLast(m => m is { Status: ClaimStatus.Proposed, Background: false } && reading.Sentence - m.Sentence <= 1 && (m.Place is null || reading.Place is null || m.Place == reading.Place) && MayBeSame(m, reading));
        return meant is null ? reading : reading with { From = meant.From, To = meant.To };
    }

    private static Reading Place(Reading reading, List<Reading> met, DateOnly published)
    {
        if (reading is { Status: ClaimStatus.Planned, Certainty: Certainty.Denied } or { Rule: "TalksOnHold" or "TalksReady" })
            return reading;
        if (reading.Place is not null && (reading.Definite || reading.IsVerb))
            return reading.HasDates ? reading : Dated(reading, met);
        if (!reading.Definite && !reading.Resumes || reading.Place is not null)
            return reading;
        var antecedent = met.FindLast(m => m.Place is not null && (reading.Background || !m.Background) && MayBeSame(m, reading.Resumes ? reading with { From = null, To = null } : reading) && reading.Paragraph - m.Paragraph <= (reading.Resumes ? 1 : 2));
        if (antecedent is null || reading.Status == ClaimStatus.Concluded && antecedent.From > published)
            return reading;
        return reading with
        {
            Place = antecedent.Place,
            From = reading.HasDates || reading.Resumes ? reading.From : antecedent.From,
            To = reading.HasDates || reading.Resumes ? reading.To : antecedent.To,
        };
    }

    /// <summary>"the delegations could gather in Geneva": on the days that were just named.</summary>
    private static Reading Dated(Reading reading, List<Reading> met)
    {
        if (reading.Status is not (ClaimStatus.Planned or ClaimStatus.Proposed or ClaimStatus.Cancelled or ClaimStatus.Postponed))
            return reading;
        var isGivenUp = reading.Status is ClaimStatus.Cancelled or ClaimStatus.Postponed;
        var dated = met.FindAll(m => m.HasDates && !m.Background && m.Status is ClaimStatus.Planned or ClaimStatus.Proposed
            && reading.Paragraph - m.Paragraph <= SlotParagraphs && (m.Place is null || m.Place == reading.Place) && MayBeSame(m, reading));
        var antecedent = dated.FindLast(m => reading.Paragraph - m.Paragraph <= (isGivenUp ? 0 : 1)) ?? (!isGivenUp && dated.TrueForAll(m => (m.From, m.To) == (dated[0].From, dated[0].To)) ? dated.LastOrDefault() : null);
        return antecedent is null ? reading : reading with { From = antecedent.From, To = antecedent.To };
    }

    private static bool MayBeSame(Reading one, Reading other) =>
        (one.Level is null || other.Level is null || one.Level == other.Level)
        && (one.Parties.Count < 2 || other.Parties.Count < 2 || one.Parties.IsSubsetOf(other.Parties) || other.Parties.IsSubsetOf(one.Parties))
        && (!one.HasDates || !other.HasDates || one.From <= other.To && other.From <= one.To);

    private Reading Seat(Reading reading, List<Reading> met, IReadOnlyList<Reading> readings, ImmutableSortedSet<string> usual)
    {
        if (reading.Parties.Count >= 2)
            return reading;
        var level = reading.Level;
        var like = met.FindLast(m => m.PartiesNamed && m.Level == level && m.Paragraph == reading.Paragraph)
            ?? met.FindLast(m => m.PartiesNamed && m.Level == level && reading.Paragraph - m.Paragraph == 1 && reading.Definite);
        var parties = like?.Parties ?? TableAt(reading, readings) ?? (level != MeetingLevel.Leaders && reading.Background && !warring.IsSubsetOf(usual) ? warring : usual);
        return reading with { Parties = parties };
    }

    /// <summary>"talks between officials of Britain, Ukraine and the US in London": who meets there, wherever it is told; <c>null</c> where two tables do.</summary>
    private static ImmutableSortedSet<string>? TableAt(Reading reading, IReadOnlyList<Reading> readings)
    {
        ImmutableSortedSet<string>? only = null;
        foreach (var told in readings)
        {
            if (told is not { Kind: ClaimKind.Meeting, PartiesNamed: true, Place: { } place } || place != reading.Place || told.Background != reading.Background)
                continue;
            if (only is not null && !only.SetEquals(told.Parties))
                return null;
            only = told.Parties;
        }

        return only;
    }

    private static MeetingLevel LevelOf(Reading reading, List<Reading> met, MeetingLevel usual)
    {
        var like = met.FindLast(m => m.Paragraph == reading.Paragraph && (m.Place is null || reading.Place is null || m.Place == reading.Place))
            ?? met.FindLast(m => m.Paragraph == reading.Paragraph && m.Status is ClaimStatus.Proposed or ClaimStatus.Rejected);
        return like?.Level ?? (reading.IsOfTeams ? MeetingLevel.Delegations : usual);
    }

    /// <summary>Where nearly all that a report tells of is a summit, so is what it calls a meeting; else teams meet.</summary>
    private static MeetingLevel UsualLevel(IReadOnlyList<Reading> readings)
    {
        var told = readings.Where(r => r is { Kind: ClaimKind.Meeting, Background: false, Level: not null }).ToList();
        return told.Count >= 2 && 3 * told.Count(r => r.Level == MeetingLevel.Leaders) >= 2 * told.Count ? MeetingLevel.Leaders : MeetingLevel.Delegations;
    }

    /// <summary>The table of both sides, or one named more than once, that most of the report's meetings share.</summary>
    private ImmutableSortedSet<string> UsualTable(IReadOnlyList<Reading> readings, Func<Reading, bool> counts, ImmutableSortedSet<string> otherwise)
    {
        var named = readings.Where(r => r.Kind == ClaimKind.Meeting && r.Parties.Count >= 2 && counts(r)).ToList();
        var isOfBoth = named.Exists(r => warring.IsSubsetOf(r.Parties));
        var tables = named.GroupBy(r => string.Join(',', r.Parties), StringComparer.Ordinal)
            .Where(g => g.Count() > 1 || !isOfBoth && !g.First().Background || warring.IsSubsetOf(g.First().Parties))
            .OrderByDescending(g => g.Count()).FirstOrDefault();
        return tables?.First().Parties ?? otherwise;
    }
}
