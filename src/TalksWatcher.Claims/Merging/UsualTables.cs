using System.Collections.Immutable;
using TalksWatcher.Claims.Events;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Merging;

/// <summary>Who meets and how high they rank where one report tells of a meeting without saying so.</summary>
/// <param name="warring">The sides of the war.</param>
/// <param name="all">They and the mediators.</param>
/// <param name="title">The one table that the headline names; <c>null</c> where it names none. Read when first asked for.</param>
internal sealed class UsualTables(ImmutableSortedSet<string> warring, ImmutableSortedSet<string> all, List<Reading> readings, List<SentenceContext> report, Func<ImmutableSortedSet<string>?> title)
{
    private const int OpeningParagraphs = 2;
    private readonly Dictionary<(string Place, bool Background, bool GoesOn), ImmutableSortedSet<string>?> seats = [];
    private MeetingLevel? level;

    public MeetingLevel Level => level ??= UsualLevel();

    public ImmutableSortedSet<string> Teams => field ??= IsOfAll() ? all : UsualTable(ofLeaders: false) ?? title() ?? all;

    public ImmutableSortedSet<string> Leaders => field ??= UsualTable(ofLeaders: true) ?? Headline();

    /// <summary>"talks between officials of Britain, Ukraine and the US in London": who meets at a place, wherever it is told; <c>null</c> where two tables do.</summary>
    public ImmutableSortedSet<string>? At(Reading meeting)
    {
        if (meeting.Place is null)
            return null;
        var key = (meeting.Place, meeting.Background, meeting.Status == ClaimStatus.UnderWay);
        return seats.TryGetValue(key, out var known) ? known : seats[key] = Find(meeting);
    }

    private ImmutableSortedSet<string>? Find(Reading meeting)
    {
        ImmutableSortedSet<string>? only = null;
        foreach (var told in readings)
        {
            if (told is not { Decided: not null, Kind: ClaimKind.Meeting, PartiesNamed: true, Place: { } place } || place != meeting.Place || told.Background != meeting.Background || told.Status == ClaimStatus.Concluded && meeting.Status == ClaimStatus.UnderWay)
                continue;
            if (only is not null && !only.IsSameAs(told.Parties))
                return null;
            only = told.Parties;
        }

        return only;
    }

    /// <summary>Where the report's usual table leaves out a side that the sentence names, or sat at other places alone, another table is meant; but not by "the next meeting".</summary>
    public bool IsElsewhere(Reading meeting) => NamesOther(report[meeting.Sentence], meeting.Status == ClaimStatus.Rejected) || meeting is { Place: { } place, IsNext: false } && SatOnlyElsewhere(place);

    /// <param name="voices">Whoever refuses to come is one of them, too.</param>
    private bool NamesOther(SentenceContext context, bool voices)
    {
        foreach (var mention in context.Marks.Mentions)
        {
            if (mention is { Kind: NameKind.Adjective or NameKind.Demonym or NameKind.Person, Actor: { } actor } && warring.Contains(actor) && !Teams.Contains(actor) && (voices || !context.IsSpeaker(mention)))
                return true;
        }

        return false;
    }

    private bool SatOnlyElsewhere(string place)
    {
        var isTold = false;
        foreach (var reading in readings)
        {
            if (reading is not { Decided: not null, Kind: ClaimKind.Meeting, PartiesNamed: true } || !reading.Parties.IsSameAs(Teams))
                continue;
            if (reading.Place is null || reading.Place == place)
                return false;
            isTold = true;
        }

        return isTold;
    }

    private bool IsOfAll()
    {
        foreach (var reading in readings)
        {
            if (reading is { Decided: not null, PartiesNamed: true } && reading.Parties.IsSameAs(all))
                return true;
        }

        return false;
    }

    /// <summary>Where nearly all that a report tells of is a summit, so is what it calls a meeting; else teams meet.</summary>
    private MeetingLevel UsualLevel()
    {
        var (told, summits) = (0, 0);
        foreach (var reading in readings)
        {
            if (reading is not { Decided: not null, Kind: ClaimKind.Meeting, Background: false, Level: { } rank })
                continue;
            told++;
            summits += rank == MeetingLevel.Leaders ? 1 : 0;
        }

        return told >= 2 && 3 * summits >= 2 * told ? MeetingLevel.Leaders : MeetingLevel.Delegations;
    }

    /// <summary>The table of both sides, or one named more than once, that most of the report's meetings share.</summary>
    private ImmutableSortedSet<string>? UsualTable(bool ofLeaders)
    {
        var tables = Tables(ofLeaders);
        var isOfBoth = tables.Exists(t => warring.IsWithin(t.First.Parties));
        SharedTable? usual = null;
        foreach (var table in tables)
        {
            var counts = table.Times > 1 || !isOfBoth && !table.First.Background || warring.IsWithin(table.First.Parties);
            if (counts && (usual is null || table.Times > usual.Value.Times))
                usual = table;
        }

        return usual?.First.Parties;
    }

    /// <summary>The tables at which the report's meetings sit; there are few.</summary>
    private List<SharedTable> Tables(bool ofLeaders)
    {
        var tables = new List<SharedTable>();
        foreach (var reading in readings)
        {
            if (reading is not { Decided: not null, Kind: ClaimKind.Meeting, Parties.Count: >= 2 } || (reading.Level == MeetingLevel.Leaders) != ofLeaders)
                continue;
            var at = 0;
            while (at < tables.Count && !tables[at].First.Parties.IsSameAs(reading.Parties))
                at++;
            if (at == tables.Count)
                tables.Add(new SharedTable(reading, 1));
            else
                tables[at] = tables[at] with { Times = tables[at].Times + 1 };
        }

        return tables;
    }

    /// <summary>The two leaders with whom a report opens; both sides of the war where it names none or more.</summary>
    private ImmutableSortedSet<string> Headline()
    {
        var named = new List<string>();
        for (var at = 0; at < report.Count && report[at].Paragraph <= OpeningParagraphs; at++)
        {
            foreach (var mention in report[at].Marks.Mentions)
            {
                if (mention is { IsPerson: true, Name.Rank: PersonRank.Leader, Actor: { } actor } && all.Contains(actor) && !named.Contains(actor))
                    named.Add(actor);
            }
        }

        return named.Count >= 2 && (warring.Contains(named[0]) || warring.Contains(named[1])) ? [named[0], named[1]] : warring;
    }

    /// <param name="First">The first meeting at it.</param>
    private readonly record struct SharedTable(Reading First, int Times);
}
