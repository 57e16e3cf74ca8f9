using TalksWatcher.Claims;
using TalksWatcher.Ledger;

namespace TalksWatcher.Digests.Rendering;

/// <summary>What a claim or a standing round says, in a line of plain English.</summary>
/// <param name="year">Year of the digest; dates in it go without one.</param>
internal sealed class EventWording(NameBook names, int year)
{
    /// <summary>"Delegations of Russia and Ukraine", "Energy truce between Russia and Ukraine"; what both was and now are about.</summary>
    public string Subject(Claim claim) => claim.Kind switch
    {
        ClaimKind.Delegation => claim.Party is null ? "The delegations" : $"{Wording.Capital(names.Possessive(claim.Party))} delegation",
        ClaimKind.EnergyStrike => "Strikes on energy",
        _ => Subject(claim.Kind, claim.Level, claim.Parties),
    };

    public string Subject(SubjectState state) => Subject(state.Kind, state.Level, state.Parties);

    /// <summary>"planned in Geneva, 17–18 Feb".</summary>
    public string State(Claim claim) => claim.Kind switch
    {
        ClaimKind.Delegation => Delegation(claim),
        ClaimKind.EnergyStrike => Strike(claim),
        _ => State(claim.Status, claim.Certainty, claim.Place, When(claim.Status, claim.From, claim.To), claim.Outcome),
    };

    public string State(SubjectState state)
    {
        var line = State(state.Status, state.Certainty, state.Place, When(state.Status, state.From, state.To), state.Outcome);
        return state.Strikes.Count == 0 ? line : $"{line}; last strike on energy during it: {Strike(state.Strikes[0])}";
    }

    public string? Span(DateOnly? from, DateOnly? to) => DateWording.Span(from, to, year);

    public string Day(DateTimeOffset at) => DateWording.Day(DateOnly.FromDateTime(at.UtcDateTime), year);

    public string Place(string place) => names.Of(place);

    private string Subject(ClaimKind kind, MeetingLevel? level, ValueList<string> parties) => (kind, parties.Count) switch
    {
        (ClaimKind.EnergyTruce, 0) => "Energy truce",
        (ClaimKind.EnergyTruce, 1) => $"Pause in strikes on energy by {names.Of(parties[0])}",
        (ClaimKind.EnergyTruce, _) => $"Energy truce between {names.List(parties)}",
        (_, 0) => Wording.Capital(Wording.Meeting(level)),
        (_, 1) => $"{Wording.Capital(Wording.Meeting(level))} with {names.Of(parties[0])}",
        _ => $"{Wording.Sitting(level)} {names.List(parties)}",
    };

    private string State(ClaimStatus? status, Certainty? certainty, string? place, string when, MeetingOutcome? outcome)
    {
        if (status is ClaimStatus.Rejected && place is not null)
            return Wording.PlaceRefused(names.Of(place), certainty);
        var line = Wording.State(status, certainty);
        if (place is not null)
            line += $" in {names.Of(place)}";
        return outcome is { } known ? $"{line}{when}; {Wording.Outcome(known)}" : line + when;
    }

    /// <summary>What is over is over since its last day.</summary>
    private string When(ClaimStatus? status, DateOnly? from, DateOnly? to) => (status, Span(from, to)) switch
    {
        (_, null) => "",
        (ClaimStatus.Ended, { } span) => from is null && to is { } last ? $" since {DateWording.Day(last, year)}" : $"; it ran {span}",
        (_, { } span) => $", {span}",
    };

    private static string Delegation(Claim claim)
    {
        var who = claim.Person ?? "not named";
        var seat = claim.Role is DelegationRole.Head ? $"headed by {who}" : $"{who} takes a seat";
        return claim.Replaces is null ? seat : $"{seat}, in place of {claim.Replaces}";
    }

    private string Strike(Claim claim)
    {
        var line = claim.By is null ? "struck" : $"by {names.Of(claim.By)}";
        if (claim.On is not null)
            line += $" on {names.Of(claim.On)}";
        if (claim.Places.Count > 0)
            line += $" in {names.List(claim.Places)}";
        return Span(claim.From, claim.To) is { } span ? $"{line}, {span}" : line;
    }
}
