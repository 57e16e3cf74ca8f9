using TalksWatcher.Claims;
using TalksWatcher.Ledger.Rules;

namespace TalksWatcher.Ledger.Headlines;

/// <summary>Headlines about truces.</summary>
internal sealed class TruceHeadline(NameBook names)
{
    public string Write(Change change, Claim now)
    {
        var line = $"{Subject(now)}{Phrases.In(now.Place)} {Happens(now)}{Term(now)}";
        return change == Change.Confirmed && now.Certainty == Certainty.Stated
            ? $"Confirmed: {Phrases.Said(line, now.Says)}" : Phrases.Capital(Phrases.Said(line, now.Says));
    }

    /// <summary>"energy truce between Russia and Ukraine", "Russia’s pause in energy strikes".</summary>
    public string Subject(Claim claim) => claim.Parties.Count switch
    {
        0 => "energy truce",
        1 => $"{Phrases.Possessive(names.Short(claim.Parties[0]))} pause in energy strikes",
        _ => $"energy truce between {string.Join(" and ", claim.Parties.Select(names.Short))}",
    };

    private static string Happens(Claim now) => (now.Status, now.Certainty) switch
    {
        (ClaimStatus.Proposed, Certainty.Denied) => "not proposed",
        (ClaimStatus.Proposed, Certainty.Possible) => "may be proposed",
        (ClaimStatus.Proposed, _) => "proposed",
        (ClaimStatus.Agreed, Certainty.Denied) => "not agreed",
        (ClaimStatus.Agreed, Certainty.Possible) => "may be agreed",
        (ClaimStatus.Agreed, _) => "agreed",
        (ClaimStatus.InEffect, Certainty.Denied) => "not in effect",
        (ClaimStatus.InEffect, Certainty.Possible) => "may be in effect",
        (ClaimStatus.InEffect, _) => "in effect",
        (ClaimStatus.Extended, Certainty.Denied) => "not extended",
        (ClaimStatus.Extended, Certainty.Possible) => "may be extended",
        (ClaimStatus.Extended, _) => "extended",
        (ClaimStatus.Violated, Certainty.Denied) => "kept",
        (ClaimStatus.Violated, Certainty.Possible) => "may have been broken",
        (ClaimStatus.Violated, _) => "broken",
        (ClaimStatus.Ended, Certainty.Denied) => "not over",
        (ClaimStatus.Ended, Certainty.Possible) => "may be over",
        (ClaimStatus.Ended, _) => "over",
        (_, Certainty.Possible) => "may be refused",
        _ => "refused",
    };

    private static string Term(Claim now) => (now.From, now.To) switch
    {
        (null, null) => "",
        (null, { } end) => $" {(now.Status == ClaimStatus.Ended ? "after" : "until")} {DayWords.Span(end, end)}",
        var (from, to) => $", {DayWords.Span(from, to)}",
    };
}
