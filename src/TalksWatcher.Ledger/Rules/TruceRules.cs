using TalksWatcher.Claims;

namespace TalksWatcher.Ledger.Rules;

/// <summary>Episodes of a truce: from the first proposal to its end. One-sided and mutual pauses are lines of one episode.</summary>
internal sealed class TruceRules(NameBook names, LedgerSettings settings) : ITrackRules
{
    public int Turn(Claim claim) => claim switch
    {
        { Certainty: Certainty.Denied } => 7,
        { Status: ClaimStatus.Agreed or ClaimStatus.InEffect or ClaimStatus.Extended } => 0,
        { Status: ClaimStatus.Violated } => 2,
        { Status: ClaimStatus.Ended } => 3,
        { Status: ClaimStatus.Proposed } => 4,
        _ => 5,
    };

    public Subject? Choose(Case @case, IReadOnlyList<Subject> subjects)
    {
        Subject[] latestFirst =
            [.. subjects.Where(s => s.Kind == ClaimKind.EnergyTruce && !s.QuietFor(settings.SubjectDays, @case)).Reverse()];
        return @case.Claim.Status switch
        {
            ClaimStatus.Proposed or ClaimStatus.Rejected =>
                latestFirst.FirstOrDefault(s => !IsOver(s, @case.Day) && !s.QuietFor(settings.ProposalDays, @case)),
            ClaimStatus.Agreed when !@case.Claim.Background => latestFirst.FirstOrDefault(s => !IsOver(s, @case.Day)),
            _ => latestFirst.FirstOrDefault(s => s.Beliefs.Any(b => Stood(b.Claim))) ?? latestFirst.FirstOrDefault(),
        };
    }

    public Judgement Judge(Case @case, Subject subject)
    {
        var told = subject.Told();
        if (told.Where(b => Repeats(b, @case, told)).MaxBy(b => b.Weight) is { } known && !Confirms(known, @case.Claim))
            return Judgement.KnownBy(known);
        var (change, was) = ChangeOf(@case, told);
        return new Judgement { Change = change, Was = was, Moved = Moved.Status, Topic = Topic.EnergyTruce };
    }

    /// <summary>Ended, or on the last day of its longest term or past it.</summary>
    public static bool IsOver(Subject subject, DateOnly day)
    {
        var told = subject.Told();
        var terms = told.Where(b => Holds(b.Claim)).ToArray();
        return told.Any(b => b.Is(ClaimStatus.Ended, Certainty.Stated))
            || (terms.Max(b => b.Claim.To) is { } end && end <= day && !terms.Any(b => DateOnly.FromDateTime(b.Since.UtcDateTime) > end));
    }

    /// <summary>A strike by one whom the truce binds, on a day on which it stood.</summary>
    public static bool IsBrokenBy(Subject truce, Belief strike)
    {
        if (truce.Kind != ClaimKind.EnergyTruce || strike is { Recalled: true } or { Claim.By: null })
            return false;
        var (told, day) = (truce.Told(), strike.StruckOn());
        return told.Any(b => Holds(b.Claim) && b.Claim.Certainty == Certainty.Stated && Binds(b.Claim, strike.Claim.By) && Stands(b, day))
            && !told.Any(b => b.Is(ClaimStatus.Ended, Certainty.Stated) && DateOnly.FromDateTime(b.Since.UtcDateTime) < day);
    }

    private static bool Binds(Claim truce, string party) => truce.Parties.Count == 0 || truce.Parties.Contains(party);

    private static bool Stands(Belief truce, DateOnly day) =>
        (truce.Claim.From ?? DateOnly.FromDateTime(truce.Since.UtcDateTime)) <= day && day <= (truce.Claim.To ?? DateOnly.MaxValue);

    /// <summary>Says that a truce stands, be it only possibly.</summary>
    public static bool Holds(Claim claim) => claim is
    {
        Status: ClaimStatus.Agreed or ClaimStatus.InEffect or ClaimStatus.Extended, Certainty: not Certainty.Denied,
    };

    /// <summary>Says that a truce stands or stood.</summary>
    private static bool Stood(Claim claim) =>
        Holds(claim) || claim is { Status: ClaimStatus.Violated or ClaimStatus.Ended, Certainty: not Certainty.Denied };

    private bool Repeats(Belief b, Case @case, IReadOnlyList<Belief> told)
    {
        var claim = @case.Claim;
        if (b.Claim.Status != claim.Status || !b.Claim.AtLeastAsSureAs(claim) || !SameLine(b.Claim, claim))
            return false;
        if (!claim.Affirms())
            return !told.Any(offer => offer.Claim.Affirms() && offer.Since > b.Since
                && (offer.Claim.Status == ClaimStatus.Proposed || Holds(offer.Claim)));
        return claim.Status == ClaimStatus.Violated
            ? RepeatsCharge(b, @case)
            : EndKnown(b.Claim.From, claim.From) && EndKnown(b.Claim.To, claim.To);
    }

    /// <summary>The same side makes the charge again: news only of a later day, and not every day anew.</summary>
    private bool RepeatsCharge(Belief b, Case @case)
    {
        if (!SameSide(b.Claim, @case.Claim))
            return false;
        var end = b.Days() is { To: { } last } ? last : DateOnly.FromDateTime(b.Since.UtcDateTime);
        return @case.Claim.From is not { } from || from <= end || @case.At - b.Since < TimeSpan.FromHours(settings.RetellingHours);
    }

    private bool SameSide(Claim one, Claim other)
    {
        var sides = names.Sides(one).ToHashSet(StringComparer.Ordinal);
        return sides.Count == 0 ? !names.Sides(other).Any() : names.Sides(other).All(sides.Contains);
    }

    private static bool SameLine(Claim one, Claim other) =>
        other.Parties.Count == 0 || one.Parties.Count == 0 || one.Parties.Equals(other.Parties);

    private static bool EndKnown(DateOnly? known, DateOnly? told) =>
        told is null || (known is { } day && Math.Abs(day.DayNumber - told.Value.DayNumber) <= 1);

    /// <summary>
    /// A truce stands on the word of those who keep it: what only outlets or unnamed people had said, an official confirms;
    /// what others had said of a party, the party itself does.
    /// </summary>
    private bool Confirms(Belief known, Claim claim)
    {
        var weight = names.Weight(claim);
        return (Holds(claim) || claim.Status == ClaimStatus.Proposed) && claim.Certainty == Certainty.Stated
            && weight >= SpeakerWeight.Official && known.Weight < SpeakerWeight.Official;
    }

    private (Change Change, Belief? Was) ChangeOf(Case @case, IReadOnlyList<Belief> told)
    {
        var claim = @case.Claim;
        var prior = told.Before(@case).ToArray();
        if (!claim.Affirms())
            return (Target(claim, prior) ?? Target(claim, told)) is { } target ? (Change.Disputed, target) : (Change.New, null);
        var held = prior.Where(b => Holds(b.Claim)).Latest();
        var line = prior.Where(b => b.Claim.Affirms() && SameLine(b.Claim, claim)).ToArray();
        if (Unsure(claim, line) is { } unsure)
            return (Change.Confirmed, unsure);
        return claim.Status switch
        {
            ClaimStatus.Ended when (held ?? prior.Latest()) is { } was => (Change.Ended, was),
            ClaimStatus.Violated when (held ?? told.Where(b => Holds(b.Claim)).Latest()) is { } was => (Change.Changed, was),
            _ => line.Latest() is { } was ? (Change.Changed, was) : (Change.New, null),
        };
    }

    /// <summary>What the claim now states and was only possible, or only the word of outlets.</summary>
    private Belief? Unsure(Claim claim, Belief[] line)
    {
        if (claim.Certainty != Certainty.Stated || claim.Status == ClaimStatus.Violated)
            return null;
        var same = line.Where(b => b.Claim.Status == claim.Status).ToArray();
        var stated = same.Where(b => b.Claim.Certainty == Certainty.Stated).MaxBy(b => b.Weight);
        return stated is null ? same.Latest() : names.Weight(claim) > stated.Weight ? stated : null;
    }

    private static Belief? Target(Claim claim, IEnumerable<Belief> told)
    {
        var affirmed = told.Where(b => b.Claim.Affirms()).ToArray();
        return claim.Status == ClaimStatus.Rejected
            ? affirmed.Where(b => b.Claim.Status == ClaimStatus.Proposed || Holds(b.Claim)).Latest()
            : affirmed.Where(b => b.Claim.Status == claim.Status && SameLine(b.Claim, claim)).Latest()
                ?? affirmed.Where(b => b.Claim.Status == claim.Status).Latest() ?? affirmed.Where(b => Holds(b.Claim)).Latest();
    }
}
