using TalksWatcher.Claims;
using TalksWatcher.Ledger.Rules;

namespace TalksWatcher.Ledger.Folding;

/// <summary>Where a subject stands: of each slot the latest belief.</summary>
internal sealed class Projection(LedgerSettings settings)
{
    private const int StrikesShown = 5;

    public IEnumerable<SubjectState> Of(TrackState state, DateOnly today)
    {
        var subjects = state.Subjects.Where(s => s.Kind != ClaimKind.EnergyStrike && s.Beliefs.Count > 0).ToArray();
        return subjects.Select(subject => Of(state, subject, today, isLast: ReferenceEquals(subject, subjects[^1])))
            .Concat(state.Subjects.Where(s => s.Kind == ClaimKind.EnergyStrike && s.Beliefs.Count > 0).Select(s => LastStrike(state, s, today)));
    }

    private SubjectState LastStrike(TrackState state, Subject strikes, DateOnly today)
    {
        var last = strikes.Beliefs.OrderBy(b => b.StruckOn()).Last();
        return new SubjectState
        {
            Watch = state.Watch,
            Track = state.Track,
            Subject = strikes.Id,
            Kind = ClaimKind.EnergyStrike,
            Parties = new[] { last.Claim.By, last.Claim.On }.OfType<string>().ToValueList(),
            Certainty = last.Claim.Certainty,
            Place = last.Claim.Place,
            From = last.StruckOn(),
            To = last.Claim.To ?? last.StruckOn(),
            Since = last.Since,
            Voices = last.Voices.Count,
            Open = today.DayNumber - last.StruckOn().DayNumber <= settings.SubjectDays,
        };
    }

    private SubjectState Of(TrackState state, Subject subject, DateOnly today, bool isLast)
    {
        var known = subject.Told() is { Count: > 0 } told ? told : subject.Beliefs;
        var affirmed = known.Where(b => b.Claim.Affirms()).ToArray();
        var status = Surest(affirmed) ?? Surest(known);
        var inferred = Calendar.RunOut(subject, today);
        var isSetBack = status?.Claim.Status is ClaimStatus.Postponed or ClaimStatus.Cancelled;
        var dated = isSetBack ? null : Surest(affirmed.Where(b => Slot(b) && (b.Claim.From ?? b.Claim.To) is not null));
        return new SubjectState
        {
            Watch = state.Watch,
            Track = state.Track,
            Subject = subject.Id,
            Kind = subject.Kind,
            Level = known.Select(b => b.Claim.Level).FirstOrDefault(level => level is not null),
            Parties = known.Select(b => b.Claim.Parties).MaxBy(p => p.Count) ?? [],
            Status = inferred is null ? status?.Claim.Status : ClaimStatus.Ended,
            Certainty = status?.Claim.Certainty,
            Place = Surest(affirmed.Where(b => Slot(b) && b.Claim.Place is not null))?.Claim.Place,
            From = dated?.Claim.From,
            To = dated?.Claim.To,
            Outcome = known.Where(b => b.Claim.Outcome is not null).Latest()?.Claim.Outcome,
            Heads = Heads(known),
            Members = known.Where(b => b.Claim.Role == DelegationRole.Member).Select(b => $"{b.Claim.Party}: {b.Claim.Person}").ToValueList(),
            Strikes = state.Subjects.Where(s => s.Kind == ClaimKind.EnergyStrike).SelectMany(s => s.Beliefs)
                .Where(strike => TruceRules.IsBrokenBy(subject, strike)).OrderByDescending(strike => strike.StruckOn())
                .Select(strike => strike.Claim).Take(StrikesShown).ToValueList(),
            Since = known.Where(b => !b.Recalled).Select(b => b.Since).DefaultIfEmpty(subject.Opened).Max(),
            Voices = status?.Voices.Count ?? 0,
            Open = isLast && IsOpen(subject, today),
            Inferred = inferred is not null,
        };
    }

    private bool IsOpen(Subject subject, DateOnly today) => subject.Kind switch
    {
        ClaimKind.Meeting => !MeetingChoice.IsOver(subject) && !IsQuiet(subject, today),
        ClaimKind.EnergyTruce => !TruceRules.IsOver(subject, today.AddDays(-1)) && !IsQuiet(subject, today),
        _ => true,
    };

    private bool IsQuiet(Subject subject, DateOnly today) =>
        today.DayNumber - DateOnly.FromDateTime(subject.LastNews.UtcDateTime).DayNumber > settings.SubjectDays;

    /// <summary>Speaks of the slot that stands, not of one put off or refused.</summary>
    private static bool Slot(Belief belief) => belief.Claim.Stage() > 0 || TruceRules.Holds(belief.Claim);

    /// <summary>The latest; of one report's beliefs the one that is stated, and furthest on.</summary>
    private static Belief? Surest(IEnumerable<Belief> beliefs) => beliefs.OrderBy(b => b.Since)
        .ThenBy(b => b.Claim.Certainty == Certainty.Stated).ThenBy(b => b.Claim.Stage()).LastOrDefault();

    private static ValueList<string> Heads(IReadOnlyList<Belief> known)
    {
        var heads = known.Where(b => b.Claim.Role == DelegationRole.Head).ToArray();
        return heads.Latest() is not { } last ? [] : heads.Where(b => b.Seen >= last.Since)
            .Select(b => $"{b.Claim.Party}: {b.Claim.Person}").ToValueList();
    }
}
