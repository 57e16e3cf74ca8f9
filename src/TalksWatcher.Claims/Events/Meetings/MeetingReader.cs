using System.Collections.Frozen;
using TalksWatcher.Claims.Events.Arguments;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Scope;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Events.Meetings;

/// <summary>Reads what a sentence says of meetings: each noun or verb of meeting, the rule that speaks of it, its arguments.</summary>
internal sealed class MeetingReader(Lexicon lexicon, CueRules rules, PartyFinder parties, DateFinder dates, MeetingVenues venues, HostCountries hosts, MeetingGuards guards)
{
    private readonly MeetingNouns nouns = new(lexicon);
    private readonly MeetingLinker linker = new(lexicon, rules);
    private readonly RecalledMeetings recalled = new(lexicon);
    private readonly FrozenSet<string> resuming = lexicon.Words("resuming-verbs");
    private readonly FrozenSet<string> teamEvents = lexicon.Words("team-events");
    private readonly Factuality factuality = new(lexicon);
    private readonly FollowUpPhrases followUpPhrases = new(lexicon);

    public IEnumerable<Reading> Read(IReadOnlyList<SentenceContext> report)
    {
        var followUps = new MeetingFollowUps(followUpPhrases);
        foreach (var context in report.Where(c => !guards.IsQuestion(c.Marks)))
        {
            var readings = ReadAll(context);
            foreach (var reading in readings)
            {
                if (!IsRefusedToo(reading, readings) && !IsArrived(reading, readings))
                    yield return reading;
            }

            if (followUps.Find(context, readings) is { } followUp)
                yield return followUp;
        }
    }

    private List<Reading> ReadAll(SentenceContext context)
    {
        var anchors = nouns.Find(context.Marks);
        var cues = linker.Link(context.Marks, anchors);
        return anchors.Count == 0 && cues.Count == 0 ? [] : [.. Read(context, anchors, cues)];
    }

    private IEnumerable<Reading> Read(SentenceContext context, IReadOnlyList<int> anchors, IReadOnlyList<LinkedCue> cues)
    {
        var all = anchors.Concat(cues.Select(c => c.Anchor)).ToHashSet();
        var told = new HashSet<int>();
        foreach (var cue in cues)
        {
            var found = Interpret(context, cue, all).ToList();
            if (found.Count == 0 && cue is { IsEvent: true, Rule.Groups: false, Next: { IsEvent: true, Rule.Groups: true } next })
                found.AddRange(Interpret(context, next, all));
            foreach (var reading in found)
            {
                told.Add(cue.Anchor);
                yield return reading;
            }
        }

        foreach (var anchor in anchors.Where(a => !told.Contains(a) && cues.All(c => c.Anchor != a || c.IsEvent && c.Rule.Status is null) && !cues.Any(c => IsPartOf(a, c) && told.Contains(c.Anchor))))
        {
            foreach (var reading in Recall(context, anchor, all))
                yield return reading;
        }
    }

    /// <summary>"accepted the offer of talks": told of by the phrase.</summary>
    private static bool IsPartOf(int anchor, LinkedCue cue) =>
        cue is { IsEvent: true, Rule.Status: not null } && anchor >= cue.Match.First && anchor <= cue.Match.Last;

    /// <summary>"turned down Budapest when it was mentioned as a venue": the refusal is the news.</summary>
    private static bool IsRefusedToo(Reading reading, List<Reading> all) =>
        (reading is { Status: ClaimStatus.Proposed, Place: not null } || reading is { Status: ClaimStatus.Planned, Certainty: Certainty.Possible })
        && all.Exists(r => r.Status == ClaimStatus.Rejected && (r.Place == reading.Place || reading is { Status: ClaimStatus.Planned, Place: null }));

    /// <summary>"flew to Moscow, where Putin received him": whoever has met is no longer on the way.</summary>
    private static bool IsArrived(Reading reading, List<Reading> all) =>
        reading is { Status: ClaimStatus.Planned, HasDates: false, IsJourney: true } && all.Exists(r => r.Status == ClaimStatus.Concluded && r.Place == reading.Place);

    private IEnumerable<Reading> Interpret(SentenceContext context, LinkedCue cue, IReadOnlyCollection<int> anchors)
    {
        var time = Own(context.Marks, dates.Find(context, cue.Anchor), cue.Anchor, anchors);
        if (cue.Rule.Status == ClaimStatus.Postponed)
            time = MeetingDates.OldSlot(context, cue) ?? time;
        var denied = MeetingNouns.IsDenied(context.Marks, cue.Anchor);
        if (MeetingStatus.Of(cue.Rule, denied ? cue.Group with { Negated = true } : cue.Group, time, context.Published) is not { } status)
            return [];
        if (guards.IsRemote(context.Marks, cue) || cue.IsEvent && (guards.IsAmongOwn(context.Marks, cue.Match.Head) || guards.IsMeal(context.Marks, cue.Match)) || cue.Rule.Status == ClaimStatus.Proposed && Factuality.IsOpen(context.Marks, cue.Match.First))
            return [];
        if (cue.Rule.Status is null && factuality.IsConditional(context.Marks, cue.Match.First) || Factuality.IsDisbelieved(context.Marks, cue.Match.First))
            return [];
        var table = parties.Find(context, cue.Anchor);
        if (cue.IsEvent)
        {
            table = cue.Rule.Venue ? table : parties.OfEvent(context, Math.Max(cue.Anchor, cue.Match.Last), table);
            table = cue.Rule.Groups && cue.Rule.Status is null && !parties.HasBothSides(table) && guards.IsKnownGroup(context.Marks, cue.Match.First) ? table with { Parties = [] } : table;
            table = new Table(cue.Rule.Sides && table.Parties.Count < 2 ? parties.BothSides : table.Parties, table.Level ?? parties.LevelBeside(context, cue.Rule, cue.Match) ?? cue.Rule.Level);
            if ((cue.Rule.Status is null || cue.Rule.Journey) && (!cue.Rule.Groups || cue.Match.Slot("place") is null && guards.IsOtherGroup(context.Marks, cue.Match.First)) && !parties.IsTable(table)
                || cue.Rule.Groups && table.Parties.Count < 2 && guards.IsOneSided(context.Marks, cue.Match.First))
                return [];
        }

        if (status == ClaimStatus.Proposed)
            table = parties.WithoutHost(context, cue.Match.Head, table);
        if (parties.IsForeign(context.Marks, table, !cue.Rule.Journey && status is (ClaimStatus.Planned or ClaimStatus.Concluded or ClaimStatus.UnderWay)) || status == ClaimStatus.UnderWay && guards.IsBackdrop(context.Marks, cue.Anchor))
            return [];
        if (cue.Rule.Journey && cue.Group.IsPast && status == ClaimStatus.Planned && time?.To < context.Published)
            time = null;
        time = CertaintyOf(context, cue, status, denied) == Certainty.Denied && (cue.Rule.Certainty == Certainty.Denied || denied || time?.To < context.Published) ? null : MeetingDates.Of(context, cue, status, time);
        var since = time is null && cue.Group.Aspect == Aspect.Perfect && status == ClaimStatus.Concluded ? DateFinder.Since(context) : null;
        var reading = Start(context, cue.Rule.Name, cue.Anchor, status, table, time) with
        {
            Certainty = CertaintyOf(context, cue, status, denied),
            IsJourney = cue.Rule.Journey,
            From = time?.From ?? since ?? (status == ClaimStatus.UnderWay && time?.To is null ? context.Published : null),
            To = time?.To ?? (status == ClaimStatus.UnderWay || since is not null ? context.Published : null),
            Says = StanceFinder.Find(context, cue.Match, status),
            Resumes = status == ClaimStatus.Planned && IsSoon(time, context.Published) && (resuming.Contains(context.Marks.Word(cue.Match.Head)) || context.Marks.Word(cue.Match.Head + 1) == "again"),
        };
        if (cue.Rule.Status is null && status == ClaimStatus.Proposed && cue.Group.Aspect == Aspect.Possible && cue.IsEvent && IsOfEnvoy(context, cue.Match.Head))
            reading = reading with { Status = ClaimStatus.Planned };
        if (cue.Rule.Status is null && status == ClaimStatus.Planned && (Factuality.IsAwaited(context.Marks, cue.Match.First) || cue.Group.Aspect == Aspect.Future && factuality.IsUnderCondition(context.Marks, cue.Match.Head)))
            reading = reading with { Status = ClaimStatus.Proposed, Certainty = Certainty.Possible };
        if (status == ClaimStatus.Concluded && time is not null && DateFinder.Twin(context.Marks, time) is { } twin)
            return venues.Of(context, cue.Match, cue.Noun, anchors).DefaultIfEmpty(null!).SelectMany(v => new[] { reading with { Place = v }, reading with { Place = v, From = twin.From, To = twin.To } });
        if (parties.Separate(context.Marks, cue.Anchor, table) is { Count: > 1 } tables)
            return tables.SelectMany(t => venues.Of(context, cue.Match, cue.Noun, anchors).DefaultIfEmpty(null).Select(v => reading with { Place = v, Parties = t, PartiesNamed = true }));
        var scene = cue.IsEvent && !cue.Rule.Venue && status is ClaimStatus.Planned or ClaimStatus.Concluded or ClaimStatus.UnderWay && !guards.IsAnew(context.Marks, cue) ? MeetingVenues.Scene(context) : status == ClaimStatus.Proposed ? hosts.Of(context.Marks, cue.Match) : null;
        if (guards.IsAsked(context.Marks, cue.Noun, "where"))
            return [guards.IsAsked(context.Marks, cue.Noun, "when") ? reading with { From = null, To = null } : reading];
        return Spread(context, cue, [.. venues.Of(context, cue.Match, cue.Noun, anchors).DefaultIfEmpty(scene).Select(v => reading with { Place = v })]);
    }

    /// <summary>"Dmitriev could come to Florida": one named envoy's way is planned, if not surely; "the delegations could" is an idea.</summary>
    private static bool IsOfEnvoy(SentenceContext context, int verb) =>
        context.Marks.Mentions.Exists(m => m is { IsPerson: true, Name.Rank: PersonRank.Envoy } && m.First < verb && !context.IsSpeaker(m));

    /// <summary>In "followed the December 2 meeting" the day is that meeting's, not that of what followed.</summary>
    private TimeSpot? Own(MarkedSentence marks, TimeSpot? time, int anchor, IReadOnlyCollection<int> anchors)
    {
        if (time is null || time.Last + 1 == anchor)
            return time;
        var next = marks.Word(time.Last + 1) == "'s" ? time.Last + 2 : time.Last + 1;
        return next != anchor && anchors.Contains(next) && nouns.IsNoun(marks, next) ? null : time;
    }

    private static bool IsSoon(TimeSpot? time, DateOnly published) => time?.From is { } day && day.DayNumber - published.DayNumber is >= 0 and <= 2;

    private Certainty CertaintyOf(SentenceContext context, LinkedCue cue, ClaimStatus status, bool denied)
    {
        if (denied && status == ClaimStatus.Planned)
            return Certainty.Denied;
        if (cue.Rule is { Certainty: Certainty.Possible, NegatedWords: false } && cue.Group.Negated && status == ClaimStatus.Planned)
            return Certainty.Denied;
        if (cue.Rule.Status == ClaimStatus.Rejected && status == ClaimStatus.Proposed)
            return Certainty.Possible;
        if (cue.Rule.Status is null && status == ClaimStatus.Planned && factuality.IsUnsettled(context.Marks, cue.Match.First))
            return Certainty.Denied;
        if (cue.Rule.Certainty == Certainty.Possible && status == ClaimStatus.Planned && Factuality.IsRefuted(context.Marks, cue.Match.First))
            return Certainty.Denied;
        var certainty = cue.Rule.Certainty ?? factuality.Of(ClaimKind.Meeting, context.Marks, cue.Match, cue.Group, status);
        var isRefusal = cue.Rule.Status is ClaimStatus.Proposed or ClaimStatus.Rejected && status == ClaimStatus.Rejected;
        return isRefusal && certainty == Certainty.Denied ? Certainty.Stated : certainty;
    }

    /// <summary>A slot given up for another is told of twice; so is one that may be put off, which stands until then.</summary>
    private static IEnumerable<Reading> Spread(SentenceContext context, LinkedCue cue, IReadOnlyList<Reading> readings)
    {
        var (status, hasDates) = (readings[0].Status, readings[0].HasDates);
        if (MovedMeetings.Of(context, cue.Match, readings[0]).ToList() is { Count: > 0 } moved)
            return moved;
        if (status == ClaimStatus.Postponed && cue.Group.Aspect == Aspect.Possible && hasDates)
            return readings.SelectMany(r => new[] { r, r with { Status = ClaimStatus.Planned, Certainty = Certainty.Stated } });
        return status == ClaimStatus.Postponed && MeetingDates.NewSlot(context.Marks, cue.Match) is { } slot
            ? Shifted(readings, slot, context.Published)
            : readings;
    }

    /// <summary>"put off until next week": the old slot is postponed, the new one planned.</summary>
    private static IEnumerable<Reading> Shifted(IEnumerable<Reading> readings, TimeSpot slot, DateOnly published)
    {
        foreach (var reading in readings)
        {
            var isNewSlot = reading.From == slot.From && reading.To == slot.To;
            yield return isNewSlot ? reading with { From = null, To = null } : reading;
            yield return reading with { Status = ClaimStatus.Planned, Place = slot is { From: { } first, To: { } last } && last.DayNumber - first.DayNumber < 7 ? reading.Place : null, From = slot.From ?? published, To = slot.To, Certainty = reading.Certainty };
        }
    }

    /// <summary>A meeting named with its date or place but without a verb: "after last month's talks in Riyadh".</summary>
    private IEnumerable<Reading> Recall(SentenceContext context, int anchor, IReadOnlyCollection<int> anchors)
    {
        var time = Own(context.Marks, dates.Near(context, anchor), anchor, anchors);
        var places = venues.Of(context, null, anchor, anchors).ToList();
        if (recalled.StatusOf(context, anchor, time, places.Count > 0) is not var (status, rule))
            return [];
        var table = parties.Find(context, anchor);
        if (parties.IsForeign(context.Marks, table, isFirm: true))
            return [];
        var reading = Start(context, rule, anchor, status, table, MeetingDates.Coming(status, time, context.Published, anchor));
        if (status == ClaimStatus.Planned)
            reading = reading with { Certainty = factuality.Of(ClaimKind.Meeting, context.Marks, new PatternMatch(anchor, anchor, anchor, []), default, status) };
        return places.DefaultIfEmpty(null!).Select(v => reading with { Place = v });
    }

    private Reading Start(SentenceContext context, string rule, int anchor, ClaimStatus status, Table table, TimeSpot? time) => new()
    {
        Kind = ClaimKind.Meeting,
        Rule = rule,
        Status = status,
        Level = table.Level,
        Parties = table.Parties,
        PartiesNamed = table.Parties.Count >= 2,
        From = time?.From,
        To = time?.To,
        IsOfTeams = teamEvents.Contains(context.Marks.Word(anchor)),
        Definite = nouns.IsDefinite(context.Marks, anchor),
        IsVerb = !nouns.IsNoun(context.Marks, anchor),
        Paragraph = context.Paragraph,
        Sentence = context.Index,
        Anchor = anchor,
    };
}
