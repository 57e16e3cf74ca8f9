using TalksWatcher.Claims;
using TalksWatcher.Ledger.Headlines;
using TalksWatcher.Ledger.Rules;

namespace TalksWatcher.Ledger.Folding;

/// <summary>Writes out what a judgement found.</summary>
internal sealed class DevelopmentFactory(LedgerSettings settings, NameBook names)
{
    private readonly HeadlineWriter headlines = new(names);

    public Development Of(TrackState state, Observation report, Subject subject, Belief belief, Judgement judgement)
    {
        var now = belief.Claim;
        var against = judgement.Change == Change.Disputed ? judgement.Was?.Claim : null;
        return new Development
        {
            Id = ClaimKey.Hash("development", state.Watch, state.Track, report.Document, ClaimKey.Of(now), $"{judgement.Change}"),
            Watch = state.Watch,
            Track = state.Track,
            Subject = subject.Id,
            Document = report.Document,
            At = report.Published,
            Topic = judgement.Topic,
            Change = judgement.Change,
            Held = belief.Held,
            Was = judgement.Was?.Claim,
            Now = now,
            Against = against,
            Headline = headlines.Write(judgement.Change, judgement.Was?.Claim, now),
            Importance = Importance(judgement.Moved, now, belief.Held),
            Voices = belief.Voices.Count,
            Support = belief.Support,
        };
    }

    private int Importance(Moved moved, Claim now, bool held)
    {
        var weights = settings.Importance;
        var points = (moved.HasFlag(Moved.Status) ? weights.Status : 0) + (moved.HasFlag(Moved.Place) ? weights.Place : 0)
            + (moved.HasFlag(Moved.Dates) ? weights.Date : 0) + (moved.HasFlag(Moved.Head) ? weights.Head : 0)
            + (now.Level == MeetingLevel.Leaders ? weights.Leaders : 0);
        var sure = Math.Min(100, points) * (now.Certainty == Certainty.Possible ? weights.PossiblePercent : 100) / 100;
        return sure * (held ? weights.HeldPercent : 100) / 100;
    }
}
