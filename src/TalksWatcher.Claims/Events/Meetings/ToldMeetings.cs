using System.Collections.Frozen;
using System.Collections.Immutable;
using TalksWatcher.Claims.Events.Arguments;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Scope;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Events.Meetings;

/// <summary>What a phrase tells of one meeting: its status, table, days and places.</summary>
internal sealed class ToldMeetings(Lexicon lexicon, MeetingDraft draft, MeetingDays days, MeetingTables tables, MeetingVenues venues, HostCountries hosts, MeetingGuards guards)
{
    private const int SoonDays = 2;
    private const int FixedRank = 6;
    private readonly FrozenSet<string> resuming = lexicon.Words("resuming-verbs");
    private readonly Pattern laterToday = lexicon.Phrases("later-today");
    private readonly StanceFinder stances = new(lexicon);
    private readonly Conditions conditions = new(lexicon);
    private readonly MeetingCertainty certainties = new(lexicon);
    private readonly Denials denials = new(lexicon);

    public IReadOnlyList<Reading> Of(SentenceContext context, LinkedCue cue, List<int> anchors)
    {
        var time = days.Of(context, cue, anchors);
        if (time is not null && cue.Group.Aspect == Aspect.Past && cue.Rule is { Status: null, Journey: false } && !cue.Group.Negated)
            time = MeetingDates.Past(time, context.Published);
        var denied = MeetingNouns.IsDenied(context.Marks, cue.Anchor);
        var isLapsed = MeetingStatus.IsLapsed(cue.Rule, cue.Group);
        if ((isLapsed ? ClaimStatus.Planned : MeetingStatus.Of(cue.Rule, Group(context, cue, denied), time, context.Published)) is not { } status)
            return [];
        if (IsNothing(context, cue) || tables.Of(context, cue, status) is not { } table || status == ClaimStatus.UnderWay && guards.IsBackdrop(context.Marks, cue.Anchor))
            return [];
        var certainty = certainties.Of(context, cue, status, denied);
        if (status == ClaimStatus.Proposed && certainty == Certainty.Denied && cue.Rule.Status is null)
            status = ClaimStatus.Planned;
        time = IsDateless(context, cue, status, time) || certainty == Certainty.Denied && ((cue.Rule.Certainty == Certainty.Denied || denied) && !(time?.From > context.Published) || time?.To < context.Published)
            ? null
            : MeetingDates.Of(context, cue, status, time);
        var places = venues.Of(context, cue.Match, cue.Noun, anchors) is { Count: > 0 } told ? told : venues.Of(context, cue.Match, cue.Anchor, anchors);
        if (cue.Rule.Venue && places.Count == 0 && cue.Match.Slot("place") is not null)
            return [];
        var facts = new MeetingFacts(cue.Rule.Name, cue.Anchor, status, table) { Topic = cue.Rule.Topic, Certainty = certainty, IsLapsed = isLapsed, Place = places.Count > 0 ? places[0] : null };
        return Each(context, cue, places, time, draft.Of(context, Idea(context, cue, Dated(context, cue, time, facts))));
    }

    /// <summary>"no decision on where they would meet": no wish, but a plan that is not settled; "is seeing him tonight": not yet.</summary>
    private VerbGroup Group(SentenceContext context, LinkedCue cue, bool denied) => cue.Group with
    {
        Aspect = cue.Group.Aspect == Aspect.Progressive && context.Marks.First(laterToday) is { } later && context.Marks.Clauses[later.First] == context.Marks.Clauses[cue.Match.Head] ? Aspect.Future : cue.Group.Aspect,
        Negated = cue.Group.Negated || denied,
        IsConditional = cue.Group.IsConditional && !certainties.IsUnsettled(context, cue),
    };

    /// <summary>Calls, meals, meetings of one side, conditions and what nobody believes tell of no meeting.</summary>
    private bool IsNothing(SentenceContext context, LinkedCue cue)
    {
        var marks = context.Marks;
        return guards.IsRemote(marks, cue)
            || guards.IsWithStranger(marks, cue.Anchor)
            || cue.IsEvent && (guards.IsAmongOwn(marks, cue.Match.Head) || guards.IsMeal(marks, cue.Match))
            || cue.Rule.Status == ClaimStatus.Proposed && (Conditions.IsOpen(marks, cue.Match.First) || guards.IsHelp(marks, cue.Match.First))
            || cue.Rule.Status is null or ClaimStatus.Rejected or ClaimStatus.Cancelled && conditions.IsConditional(marks, cue.Match.First)
            || cue.Rule.Status == ClaimStatus.Rejected && guards.IsAbsence(context, cue.Match)
            || cue.Rule.Status == ClaimStatus.Postponed && marks.Word(0) == "if" && marks.ClauseStart(cue.Match.First) == 0
            || denials.IsDisbelieved(marks, cue.Match.First);
    }

    /// <summary>"flew to Moscow on Tuesday": the day of the way there is not that of the meeting.</summary>
    private static bool IsDateless(SentenceContext context, LinkedCue cue, ClaimStatus status, TimeSpot? time) =>
        cue.Rule.Journey && cue.Group.IsPast && status == ClaimStatus.Planned && time?.To < context.Published;

    private MeetingFacts Dated(SentenceContext context, LinkedCue cue, TimeSpot? time, MeetingFacts facts)
    {
        var isRunning = facts.Status == ClaimStatus.UnderWay;
        var since = time is null && cue.Group.Aspect == Aspect.Perfect && facts.Status == ClaimStatus.Concluded ? DateFinder.Since(context) : null;
        return facts with
        {
            IsJourney = cue.Rule.Journey,
            From = time?.From ?? since ?? (isRunning && time?.To is null ? context.Published : null),
            To = time?.To ?? (isRunning || since is not null ? context.Published : null),
            Says = cue.Group.Passive || !cue.Rule.HasStance ? [] : stances.Find(context, cue.Match, facts.Status),
            Resumes = facts.Status == ClaimStatus.Planned && IsSoon(time, context.Published)
                && (resuming.Contains(context.Marks.Word(cue.Match.Head)) || context.Marks.Word(cue.Match.Head + 1) == "again"),
        };
    }

    private static bool IsSoon(TimeSpot? time, DateOnly published) => time?.From is { } day && day.DayNumber - published.DayNumber is >= 0 and <= SoonDays;

    /// <summary>An envoy who could come has a plan, if no sure one; whoever will meet once something else has happened has none.</summary>
    private MeetingFacts Idea(SentenceContext context, LinkedCue cue, MeetingFacts facts)
    {
        if (facts is { Status: ClaimStatus.Planned, Certainty: Certainty.Stated, From: null, To: null } && cue.Rule.Rank < FixedRank && Conditions.HasPrecondition(context.Marks))
            return facts with { Status = ClaimStatus.Proposed, Certainty = Certainty.Possible };
        if (cue.Rule.Status is not null)
            return facts;
        if (facts.Status == ClaimStatus.Proposed && cue.Group.Aspect == Aspect.Possible && cue.IsEvent && IsOfEnvoy(context, cue.Match.Head))
            return facts with { Status = ClaimStatus.Planned };
        var isAwaited = Conditions.IsAwaited(context.Marks, cue.Match.First) || cue.Group.Aspect == Aspect.Future && conditions.IsUnderCondition(context.Marks, cue.Match.Head);
        return facts.Status == ClaimStatus.Planned && isAwaited ? facts with { Status = ClaimStatus.Proposed, Certainty = Certainty.Possible } : facts;
    }

    /// <summary>"Dmitriev could come to Florida": one named envoy's way is planned, if not surely; "the delegations could" is an idea.</summary>
    private static bool IsOfEnvoy(SentenceContext context, int verb) =>
        context.Marks.Mentions.Exists(m => m is { IsPerson: true, Name.Rank: PersonRank.Envoy } && m.First < verb && !context.IsSpeaker(m));

    /// <summary>One reading for each place, day and table of its own.</summary>
    private IReadOnlyList<Reading> Each(SentenceContext context, LinkedCue cue, IReadOnlyList<string> places, TimeSpot? time, Reading reading)
    {
        if (reading.Status == ClaimStatus.Concluded && time is not null && DateFinder.Twin(context.Marks, time) is { } twin)
            return OnBoth(MeetingDraft.InEach(places, reading), twin);
        if (tables.Separate(context, cue.Anchor, new Table(reading.Parties, reading.Level)) is { Count: > 1 } several)
            return AtEach(MeetingDraft.InEach(places, reading), several);
        if (guards.IsAsked(context.Marks, cue.Noun, "where"))
            return [guards.IsAsked(context.Marks, cue.Noun, "when") ? reading with { Place = null, From = null, To = null } : reading with { Place = null }];
        if (places.Count == 0)
            reading = Unnamed(context, cue, reading.Status) is { } place ? reading with { Place = place } : AtHome(context, cue, reading);
        return SlotChanges.Of(context, cue, MeetingDraft.InEach(places, reading));
    }

    private static IReadOnlyList<Reading> OnBoth(IReadOnlyList<Reading> readings, TimeSpot twin) =>
        [.. readings.SelectMany(r => new[] { r, r with { From = twin.From, To = twin.To } })];

    private static IReadOnlyList<Reading> AtEach(IReadOnlyList<Reading> readings, IReadOnlyList<ImmutableSortedSet<string>> tables) =>
        [.. tables.SelectMany(t => readings.Select(r => r with { Parties = t, PartiesNamed = true }))];

    private Reading AtHome(SentenceContext context, LinkedCue cue, Reading reading) =>
        reading.Status is ClaimStatus.Planned or ClaimStatus.Concluded or ClaimStatus.UnderWay && cue.IsEvent && !cue.Rule.Venue && !guards.IsAnew(context.Marks, cue)
        && hosts.Seat(context.Marks, cue.Match) is { } seat
            ? reading with { Place = seat, IsPlaceGuessed = true }
            : reading;

    /// <summary>Where it is held if the sentence names no place: the scene of the sentence before, or the host's country.</summary>
    private string? Unnamed(SentenceContext context, LinkedCue cue, ClaimStatus? status) => status switch
    {
        ClaimStatus.Proposed => hosts.Of(context.Marks, cue.Match),
        ClaimStatus.Planned or ClaimStatus.Concluded or ClaimStatus.UnderWay when cue.IsEvent && !cue.Rule.Venue && !guards.IsAnew(context.Marks, cue) => MeetingVenues.Scene(context),
        _ => null,
    };
}
