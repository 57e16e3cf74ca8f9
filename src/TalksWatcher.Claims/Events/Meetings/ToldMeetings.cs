using System.Collections.Frozen;
using TalksWatcher.Claims.Events.Arguments;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Scope;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Events.Meetings;

/// <summary>What a phrase tells of one meeting: its status, table, days and places.</summary>
internal sealed class ToldMeetings(Lexicon lexicon, MeetingDraft draft, MeetingDays days, MeetingTables tables, MeetingVenues venues, HostCountries hosts, MeetingGuards guards)
{
    private const int SoonDays = 2;
    private readonly FrozenSet<string> resuming = lexicon.Words("resuming-verbs");
    private readonly Factuality factuality = new(lexicon);
    private readonly MeetingCertainty certainties = new(lexicon);
    private readonly Denials denials = new(lexicon);

    public IEnumerable<Reading> Of(SentenceContext context, LinkedCue cue, IReadOnlyCollection<int> anchors)
    {
        var time = days.Of(context, cue, anchors);
        var denied = MeetingNouns.IsDenied(context.Marks, cue.Anchor);
        var isLapsed = MeetingStatus.IsLapsed(cue.Rule, cue.Group);
        if ((isLapsed ? ClaimStatus.Planned : MeetingStatus.Of(cue.Rule, denied ? cue.Group with { Negated = true } : cue.Group, time, context.Published)) is not { } status)
            return [];
        if (IsNothing(context, cue) || tables.Of(context, cue, status) is not { } table || status == ClaimStatus.UnderWay && guards.IsBackdrop(context.Marks, cue.Anchor))
            return [];
        var certainty = certainties.Of(context, cue, status, denied);
        time = IsDateless(context, cue, status, time) || certainty == Certainty.Denied && (cue.Rule.Certainty == Certainty.Denied || denied || time?.To < context.Published)
            ? null
            : MeetingDates.Of(context, cue, status, time);
        var reading = Dated(context, cue, time, draft.Of(context, cue.Rule.Name, cue.Anchor, status, table, time) with { Certainty = certainty, IsLapsed = isLapsed });
        return Places(context, cue, anchors, time, Idea(context, cue, reading));
    }

    /// <summary>Calls, meals, meetings of one side, conditions and what nobody believes tell of no meeting.</summary>
    private bool IsNothing(SentenceContext context, LinkedCue cue)
    {
        var marks = context.Marks;
        return guards.IsRemote(marks, cue)
            || cue.IsEvent && (guards.IsAmongOwn(marks, cue.Match.Head) || guards.IsMeal(marks, cue.Match))
            || cue.Rule.Status == ClaimStatus.Proposed && Factuality.IsOpen(marks, cue.Match.First)
            || cue.Rule.Status is null && factuality.IsConditional(marks, cue.Match.First)
            || denials.IsDisbelieved(marks, cue.Match.First);
    }

    /// <summary>"flew to Moscow on Tuesday": the day of the way there is not that of the meeting.</summary>
    private static bool IsDateless(SentenceContext context, LinkedCue cue, ClaimStatus status, TimeSpot? time) =>
        cue.Rule.Journey && cue.Group.IsPast && status == ClaimStatus.Planned && time?.To < context.Published;

    private Reading Dated(SentenceContext context, LinkedCue cue, TimeSpot? time, Reading reading)
    {
        var isRunning = reading.Status == ClaimStatus.UnderWay;
        var since = time is null && cue.Group.Aspect == Aspect.Perfect && reading.Status == ClaimStatus.Concluded ? DateFinder.Since(context) : null;
        return reading with
        {
            IsJourney = cue.Rule.Journey,
            From = time?.From ?? since ?? (isRunning && time?.To is null ? context.Published : null),
            To = time?.To ?? (isRunning || since is not null ? context.Published : null),
            Says = cue.Group.Passive || !cue.Rule.HasStance ? [] : StanceFinder.Find(context, cue.Match, reading.Status),
            Resumes = reading.Status == ClaimStatus.Planned && IsSoon(time, context.Published)
                && (resuming.Contains(context.Marks.Word(cue.Match.Head)) || context.Marks.Word(cue.Match.Head + 1) == "again"),
        };
    }

    private static bool IsSoon(TimeSpot? time, DateOnly published) => time?.From is { } day && day.DayNumber - published.DayNumber is >= 0 and <= SoonDays;

    /// <summary>An envoy who could come has a plan, if no sure one; whoever will meet once something else has happened has none.</summary>
    private Reading Idea(SentenceContext context, LinkedCue cue, Reading reading)
    {
        if (cue.Rule.Status is not null)
            return reading;
        if (reading.Status == ClaimStatus.Proposed && cue.Group.Aspect == Aspect.Possible && cue.IsEvent && IsOfEnvoy(context, cue.Match.Head))
            return reading with { Status = ClaimStatus.Planned };
        var isAwaited = Factuality.IsAwaited(context.Marks, cue.Match.First) || cue.Group.Aspect == Aspect.Future && factuality.IsUnderCondition(context.Marks, cue.Match.Head);
        return reading.Status == ClaimStatus.Planned && isAwaited ? reading with { Status = ClaimStatus.Proposed, Certainty = Certainty.Possible } : reading;
    }

    /// <summary>"Dmitriev could come to Florida": one named envoy's way is planned, if not surely; "the delegations could" is an idea.</summary>
    private static bool IsOfEnvoy(SentenceContext context, int verb) =>
        context.Marks.Mentions.Exists(m => m is { IsPerson: true, Name.Rank: PersonRank.Envoy } && m.First < verb && !context.IsSpeaker(m));

    /// <summary>One reading for each place, day and table of its own.</summary>
    private IEnumerable<Reading> Places(SentenceContext context, LinkedCue cue, IReadOnlyCollection<int> anchors, TimeSpot? time, Reading reading)
    {
        if (reading.Status == ClaimStatus.Concluded && time is not null && DateFinder.Twin(context.Marks, time) is { } twin)
            return In(null).SelectMany(r => new[] { r, r with { From = twin.From, To = twin.To } });
        if (tables.Separate(context, cue.Anchor, new Table(reading.Parties, reading.Level)) is { Count: > 1 } several)
            return several.SelectMany(t => In(null).Select(r => r with { Parties = t.Parties, PartiesNamed = true }));
        if (guards.IsAsked(context.Marks, cue.Noun, "where"))
            return [guards.IsAsked(context.Marks, cue.Noun, "when") ? reading with { From = null, To = null } : reading];
        return SlotChanges.Of(context, cue, [.. In(Unnamed(context, cue, reading.Status))]);

        IEnumerable<Reading> In(string? otherwise) => venues.Of(context, cue.Match, cue.Noun, anchors).DefaultIfEmpty(otherwise!).Select(v => reading with { Place = v });
    }

    /// <summary>Where it is held if the sentence names no place: the scene of the sentence before, or the host's country.</summary>
    private string? Unnamed(SentenceContext context, LinkedCue cue, ClaimStatus? status) => status switch
    {
        ClaimStatus.Proposed => hosts.Of(context.Marks, cue.Match),
        ClaimStatus.Planned or ClaimStatus.Concluded or ClaimStatus.UnderWay when cue.IsEvent && !cue.Rule.Venue && !guards.IsAnew(context.Marks, cue) => MeetingVenues.Scene(context) ?? hosts.Seat(context.Marks, cue.Match),
        _ => null,
    };
}
