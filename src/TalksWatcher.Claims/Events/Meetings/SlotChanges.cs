using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Scope;

namespace TalksWatcher.Claims.Events.Meetings;

/// <summary>A slot given up for another is told of twice; so is one that may be put off, which stands until then.</summary>
internal static class SlotChanges
{
    private const int Week = 7;

    /// <param name="readings">What the phrase tells, one for each place.</param>
    public static IReadOnlyList<Reading> Of(SentenceContext context, LinkedCue cue, IReadOnlyList<Reading> readings)
    {
        var first = readings[0];
        if (Moved(context, cue.Match, first) is { Count: > 0 } moved)
            return moved;
        if (first is { Status: ClaimStatus.Planned, Certainty: not Certainty.Denied } && context.GivenUp is { } given)
            return [.. readings, GivenUp(context, given, first)];
        if (first.Status != ClaimStatus.Postponed)
            return readings;
        if (context.GivenUp is { Place.Name.Venue: { } place, Time: null })
            return [first with { Status = ClaimStatus.Cancelled, Place = place }];
        if (cue.Group.Aspect == Aspect.Possible && first.HasDates)
            return [.. readings.SelectMany(r => new[] { r, r with { Status = ClaimStatus.Planned, Certainty = Certainty.Stated } })];
        return MeetingDates.NewSlot(context.Marks, cue.Match) is { } slot ? Shifted(readings, slot, context.Published) : readings;
    }

    /// <summary>Another day puts the old one off; another place alone calls the old one off.</summary>
    private static Reading GivenUp(SentenceContext context, GivenUpSlot slot, Reading planned)
    {
        var time = MeetingDates.Coming(ClaimStatus.Planned, slot.Time, context.Published);
        var isOtherDay = time is not null && planned.HasDates && (time.From, time.To) != (planned.From, planned.To);
        return planned with
        {
            Status = isOtherDay ? ClaimStatus.Postponed : ClaimStatus.Cancelled,
            Certainty = Certainty.Stated,
            Place = slot.Place?.Name.Venue ?? planned.Place,
            From = time is null ? planned.From : time.From,
            To = time is null ? planned.To : time.To,
        };
    }

    private static IReadOnlyList<Reading> Shifted(IReadOnlyList<Reading> readings, TimeSpot slot, DateOnly published) =>
        [.. readings.SelectMany(r => Shifted(r, slot, published))];

    /// <summary>"put off until next week": the old slot is postponed, the new one planned; where, if that is weeks away, is open.</summary>
    private static IEnumerable<Reading> Shifted(Reading reading, TimeSpot slot, DateOnly published)
    {
        var isNewSlot = reading.From == slot.From && reading.To == slot.To;
        var isNear = slot is { From: { } first, To: { } last } && last.DayNumber - first.DayNumber < Week;
        yield return isNewSlot ? reading with { From = null, To = null } : reading;
        yield return reading with { Status = ClaimStatus.Planned, Place = isNear ? reading.Place : null, From = slot.From ?? published, To = slot.To };
    }

    /// <summary>"moved from A to B": the old place or day falls away, the new one is planned.</summary>
    private static IReadOnlyList<Reading> Moved(SentenceContext context, PatternMatch match, Reading moved)
    {
        if (match.Slot("old") is not { } old)
            return [];
        return context.Marks.MentionAt(old.First) is { Name.Venue: { } place }
            ? [moved with { Status = ClaimStatus.Cancelled, Place = place }, moved]
            : Days(context, match, old.First, moved);
    }

    private static IReadOnlyList<Reading> Days(SentenceContext context, PatternMatch match, int old, Reading moved)
    {
        if (context.Marks.TimeAt(old) is not { } before || match.Slot("new") is not { } slot || context.Marks.TimeAt(slot.First) is not { } after)
            return [];
        var first = MeetingDates.Coming(ClaimStatus.Planned, before, context.Published)!;
        return
        [
            moved with { Status = ClaimStatus.Postponed, From = first.From, To = first.To },
            moved with { From = after.From, To = after.To },
        ];
    }
}
