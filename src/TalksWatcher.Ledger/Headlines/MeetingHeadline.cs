using TalksWatcher.Claims;
using TalksWatcher.Ledger.Rules;

namespace TalksWatcher.Ledger.Headlines;

/// <summary>Headlines about rounds of talks.</summary>
internal sealed class MeetingHeadline(NameBook names)
{
    public string Write(Change change, Claim? was, Claim now)
    {
        var line = now switch
        {
            { Certainty: Certainty.Denied } => Denied(now),
            { Status: ClaimStatus.Rejected } => Rejected(now),
            { Status: ClaimStatus.Proposed } => Proposed(was, now),
            { Status: ClaimStatus.Planned } => Planned(change, was, now),
            _ => Phrases.Said($"{Subject(now)}{Phrases.In(now.Place)} {Happens(now)}", now.Says),
        };
        return Phrases.Capital(change == Change.Confirmed && now.Certainty == Certainty.Stated ? $"confirmed: {line}" : line);
    }

    /// <summary>"Russia–Ukraine talks", "US–Ukraine leaders’ meeting".</summary>
    public string Subject(Claim claim)
    {
        var parties = string.Join('–', claim.Parties.Select(names.Country));
        return $"{parties}{(parties.Length > 0 ? " " : "")}{Sitting(claim.Level)}";
    }

    private static string Sitting(MeetingLevel? level) => level switch
    {
        MeetingLevel.Leaders => "leaders’ meeting",
        MeetingLevel.Ministers => "ministers’ meeting",
        _ => "talks",
    };

    private string Denied(Claim now)
    {
        var what = now.Status switch
        {
            ClaimStatus.Postponed => $"{Subject(now)} not put off",
            ClaimStatus.Cancelled => $"{Subject(now)} not called off",
            ClaimStatus.Concluded or ClaimStatus.UnderWay => $"{Subject(now)}{Phrases.In(now.Place)} not held",
            _ => $"no {Subject(now)}{Phrases.In(now.Place)} agreed{When(now)}",
        };
        return now.Says.Count == 0 ? what : $"{Phrases.Speakers(now.Says)}: {what}";
    }

    private string Rejected(Claim now)
    {
        var who = now.Says.Count == 0 ? null : Phrases.Speakers(now.Says);
        var mayRefuse = now.Certainty == Certainty.Possible;
        var verb = mayRefuse ? "may refuse" : now.Says.Count == 1 ? "rules out" : "rule out";
        var what = now.Place is { } place ? $"{place} for {Subject(now)}" : $"{Subject(now)}{When(now)}";
        return who is null ? $"{what} {(mayRefuse ? "may be refused" : "refused")}" : $"{who} {verb} {what}";
    }

    private string Proposed(Claim? was, Claim now)
    {
        var idea = $"{Subject(now)}{Phrases.In(now.Place)}{When(now)}";
        var besides = was is { Place: { } old } && now.Place is { } place && old != place ? $", after {old}" : "";
        if (now.Certainty == Certainty.Possible)
            return Phrases.Said($"{idea} may be proposed{besides}", now.Says);
        return now.Says.Count == 0 ? $"{idea} proposed{besides}" : $"{Phrases.Speakers(now.Says)} {(now.Says.Count == 1 ? "proposes" : "propose")} {idea}{besides}";
    }

    private string Planned(Change change, Claim? was, Claim now)
    {
        var may = now.Certainty == Certainty.Possible;
        if (change == Change.Changed && was is { Place: { } from } && now.Place is { } to && from != to && was.Status != ClaimStatus.Proposed)
            return Phrases.Said($"{Subject(now)} {(may ? "may move" : "move")} from {from} to {to}{When(now)}", now.Says);
        if (change == Change.Changed && WasOn(was) is { Length: > 0 } old && DayWords.Span(now.From, now.To) is { Length: > 0 } day && old != day)
            return Phrases.Said($"{Subject(now)}{Phrases.In(now.Place)} {(may ? "may move" : "move")} from {old} to {day}", now.Says);
        if (change == Change.Disputed)
            return Phrases.Said($"{Subject(now)}{Phrases.In(now.Place)} only possible{When(now)}", now.Says);
        return Phrases.Said($"{Subject(now)} {(may ? "possible" : "set")}{(now.Place is null ? "" : may ? $" in {now.Place}" : $" for {now.Place}")}{When(now)}", now.Says);
    }

    private static string WasOn(Claim? was) => was is null ? "" : DayWords.Span(was.From, was.To);

    private static string Happens(Claim now)
    {
        var may = now.Certainty == Certainty.Possible;
        return now.Status switch
        {
            ClaimStatus.UnderWay => may ? "may be under way" : "under way",
            ClaimStatus.Concluded => $"{(may ? "may be over" : "over")}{Result(now.Outcome)}",
            ClaimStatus.Postponed => may ? "may be put off" : "put off",
            ClaimStatus.Cancelled => may ? "may be called off" : "called off",
            _ => "change",
        };
    }

    private static string Result(MeetingOutcome? outcome) => outcome switch
    {
        MeetingOutcome.Agreement => ", with an agreement",
        MeetingOutcome.Partial => ", with partial results",
        MeetingOutcome.None => ", without a breakthrough",
        _ => "",
    };

    private static string When(Claim claim) => DayWords.Span(claim.From, claim.To) is { Length: > 0 } day ? $", {day}" : "";
}
