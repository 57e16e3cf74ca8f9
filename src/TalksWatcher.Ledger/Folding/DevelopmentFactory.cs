using TalksWatcher.Claims;
using TalksWatcher.Ledger.Headlines;
using TalksWatcher.Ledger.Rules;

namespace TalksWatcher.Ledger.Folding;

/// <summary>Writes out what a judgement found.</summary>
internal sealed class DevelopmentFactory(LedgerSettings settings, NameBook names)
{
    private readonly HeadlineWriter headlines = new(names);

    public Development Of(
        TrackState state, Observation report, Claim now, Subject subject, Belief belief, Judgement judgement, bool isHeld)
    {
        var against = judgement.Change == Change.Disputed ? judgement.Was?.Claim : null;
        return new Development
        {
            Id = ClaimKey.Hash(
                "development", state.Watch, state.Track, report.Document, ClaimKey.Of(now), string.Join('|', now.Says), $"{judgement.Change}"),
            Watch = state.Watch,
            Track = state.Track,
            Subject = subject.Id,
            Document = report.Document,
            At = report.Published,
            Topic = judgement.Topic,
            Change = judgement.Change,
            Held = isHeld,
            Was = judgement.Was?.Claim,
            Now = now,
            Against = against,
            Headline = headlines.Write(judgement.Change, judgement.Was?.Claim, now),
            Importance = Importance(judgement.Moved, now, isHeld),
            Voices = belief.Voices.Count,
            Support = belief.Support,
        };
    }

    /// <summary>The held development as it may go out now.</summary>
    public Development Released(Development held, int voices, ValueList<Support> support) => held with
    {
        Held = false,
        Quiet = false,
        Importance = settings.Importance.HeldPercent == 0 ? held.Importance : held.Importance * 100 / settings.Importance.HeldPercent,
        Voices = voices,
        Support = support,
    };

    /// <summary>The claim is gone: the outlet changed its report, or an operator found that we had misread it.</summary>
    public static Development Withdrawn(Development gone, Decision? why, DateTimeOffset at) => gone with
    {
        Id = ClaimKey.Hash("withdrawn", gone.Id),
        At = at,
        Change = Change.Withdrawn,
        Was = null,
        Against = null,
        Headline = HeadlineWriter.Withdrawn(gone, why),
        Voices = 0,
    };

    /// <summary>Raised by the calendar: the day that a belief speaks of has gone by.</summary>
    public Development Inferred(TrackState state, Subject subject, Belief belief, DateOnly day)
    {
        var claim = belief.Claim;
        var isTruce = claim.Kind == ClaimKind.EnergyTruce;
        var now = isTruce ? claim with { Status = ClaimStatus.Ended, Certainty = Certainty.Possible, Says = [], Evidence = [] } : claim;
        return new Development
        {
            Id = ClaimKey.Hash("passed", state.Watch, subject.Id, ClaimKey.Of(claim)),
            Watch = state.Watch,
            Track = state.Track,
            Subject = subject.Id,
            At = new DateTimeOffset(day.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero),
            Topic = isTruce ? Topic.EnergyTruce : Topic.Talks,
            Change = isTruce ? Change.Ended : Change.Changed,
            Inferred = true,
            Was = claim,
            Now = now,
            Headline = headlines.Passed(claim),
            Importance = Importance(isTruce ? Moved.Status : Moved.Dates, now, isHeld: false),
            Voices = belief.Voices.Count,
            Support = belief.Support,
        };
    }

    private int Importance(Moved moved, Claim now, bool isHeld)
    {
        var weights = settings.Importance;
        var points = (moved.HasFlag(Moved.Status) ? weights.Status : 0) + (moved.HasFlag(Moved.Place) ? weights.Place : 0)
            + (moved.HasFlag(Moved.Dates) ? weights.Date : 0) + (moved.HasFlag(Moved.Head) ? weights.Head : 0)
            + (now.Level == MeetingLevel.Leaders ? weights.Leaders : 0);
        var sure = Math.Min(100, points) * (now.Certainty == Certainty.Possible ? weights.PossiblePercent : 100) / 100;
        return sure * (isHeld ? weights.HeldPercent : 100) / 100;
    }
}
