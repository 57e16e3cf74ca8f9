using TalksWatcher.Claims;
using TalksWatcher.Ledger;

namespace TalksWatcher.Digests.Rendering;

/// <summary>One development in as few words as a subject line has room for, in lower case.</summary>
internal sealed class NewsPhrase(NameBook names, int year)
{
    public string Of(Development development)
    {
        var phrase = Phrase(development.Was, development.Now);
        if (development.Change is Change.Withdrawn)
            return $"correction: “{phrase}” is withdrawn";
        if (development.Change is Change.Disputed)
            return $"disputed: {phrase}";
        if (development.Change is Change.Confirmed)
            return $"confirmed: {phrase}";
        return development.Held ? $"unconfirmed: {phrase}" : phrase;
    }

    private string Phrase(Claim? was, Claim now) => now.Kind switch
    {
        ClaimKind.Delegation => Delegation(now),
        ClaimKind.EnergyStrike => $"{(now.By is null ? "energy sites struck" : $"{names.Of(now.By)} strikes energy sites")}{When(now)}",
        ClaimKind.EnergyTruce => Truce(now),
        _ => Move(was, now) ?? Meeting(now),
    };

    private string Delegation(Claim now)
    {
        var team = now.Party is null ? "the" : names.Possessive(now.Party);
        var verb = now.Role is DelegationRole.Head ? "heads" : "joins";
        var line = $"{now.Person ?? "someone new"} {verb} {team} team";
        return now.Replaces is null ? line : $"{line} for {now.Replaces}";
    }

    private string Truce(Claim now) => now.Status is ClaimStatus.Extended && now.To is { } end && now.Certainty is Certainty.Stated
        ? $"energy truce extended to {DateWording.Day(end, year)}"
        : $"energy truce {Wording.State(now.Status, now.Certainty)}";

    /// <summary>A round that was fixed and is fixed again, elsewhere or on other days.</summary>
    private string? Move(Claim? was, Claim now)
    {
        if (was is null || was.Status is not ClaimStatus.Planned || now.Status is not ClaimStatus.Planned || now.Certainty is Certainty.Denied)
            return null;
        var moves = now.Certainty is Certainty.Possible ? "may move" : "moves";
        var round = now.Level is MeetingLevel.Leaders ? "summit" : "next round";
        if (was.Place is { } from && now.Place is { } to && !string.Equals(from, to, StringComparison.Ordinal))
            return $"{round} {moves} from {names.Of(from)} to {names.Of(to)}{When(now)}";
        return Span(now) is { } days && days != Span(was) ? $"{round}{In(now)} {moves} to {days}" : null;
    }

    private string Meeting(Claim now)
    {
        var line = $"{Wording.Meeting(now.Level)} {Wording.State(now.Status, now.Certainty)}{In(now)}";
        return now.Outcome is { } outcome ? $"{line}: {Wording.Outcome(outcome)}" : line + When(now);
    }

    private string In(Claim claim) => claim.Place is { } place ? $" in {names.Of(place)}" : "";

    private string When(Claim claim) => Span(claim) is { } span ? $", {span}" : "";

    private string? Span(Claim claim) => DateWording.Span(claim.From, claim.To, year);
}
