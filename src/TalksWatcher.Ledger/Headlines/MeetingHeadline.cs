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
            { Status: ClaimStatus.Proposed } => Proposed(now),
            { Status: ClaimStatus.Planned } => Planned(change, was, now),
            _ => Phrases.Said($"{Subject(now)}{Phrases.In(now.Place)} {Happens(now)}", now.Says),
        };
        return Phrases.Capital(change == Change.Confirmed && now.Certainty == Certainty.Stated ? $"confirmed: {line}" : line);
    }

    /// <summary>"Russia–Ukraine talks", "US–Ukraine leaders’ meeting".</summary>
    public string Subject(Claim claim)
    {
        var parties = string.Join('–', claim.Parties.Select(names.Short));
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
        var what = now.Place is { } place ? $"{place} for {Subject(now)}" : $"{Subject(now)}{When(now)}";
        var may = now.Certainty == Certainty.Possible;
        if (now.Says.Count == 0)
            return $"{what} {(may ? "may be refused" : "refused")}";
        return $"{Phrases.Speakers(now.Says)} {(may ? "may rule" : Rules(now.Says))} out {what}";
    }

    private string Proposed(Claim now)
    {
        var idea = $"{Subject(now)}{Phrases.In(now.Place)}{When(now)}";
        if (now.Certainty == Certainty.Possible)
            return Phrases.Said($"{idea} possible", now.Says);
        if (now.Says.Count == 0)
            return $"{idea} proposed";
        var who = Phrases.Speakers(now.Says);
        return now.Place is { } place && Guest(now, place) is { } guest
            ? $"{who} {(IsPlural(now.Says) ? "invite" : "invites")} {guest} leader to {Phrases.Place(place)}{When(now)}"
            : $"{who} {(IsPlural(now.Says) ? "propose" : "proposes")} {idea}";
    }

    /// <summary>The one other party, where a side proposes to meet its leader at home.</summary>
    private string? Guest(Claim now, string place)
    {
        if (now.Level != MeetingLevel.Leaders)
            return null;
        var hosts = names.Sides(now).Where(side => names.IsAtHome(side, place)).ToHashSet(StringComparer.Ordinal);
        var guests = now.Parties.Except(hosts, StringComparer.Ordinal).ToArray();
        return hosts.Count == 1 && guests.Length == 1 && now.Parties.Count == 2
            ? names.Short(guests[0]) is var name && name == guests[0] ? $"the {name}" : Phrases.Possessive(name)
            : null;
    }

    private string Planned(Change change, Claim? was, Claim now)
    {
        var may = now.Certainty == Certainty.Possible;
        if (change == Change.Disputed)
            return Phrases.Said($"{Subject(now)}{Phrases.In(now.Place)} only possible{When(now)}", now.Says);
        if (change == Change.Changed && Move(was, now) is var (where, move))
            return Phrases.Said($"{Subject(now)}{where} {(may ? "may move" : Moves(now))} {move}", now.Says);
        var place = now.Place is null ? "" : may ? Phrases.In(now.Place) : $" for {Phrases.Place(now.Place)}";
        return Phrases.Said($"{Subject(now)} {(may ? "possible" : "set")}{place}{When(now)}", now.Says);
    }

    /// <summary>"from Abu Dhabi to Geneva, 17–18 Feb"; " in Abu Dhabi", "from 1 Feb to 4–5 Feb"; <c>null</c>: no plan moves.</summary>
    private (string Where, string How)? Move(Claim? was, Claim now)
    {
        if (was?.Status is not (ClaimStatus.Planned or ClaimStatus.Postponed))
            return null;
        if (was.Place is { } from && now.Place is { } to && !names.Related(from, to))
            return ("", $"from {Phrases.Place(from)} to {Phrases.Place(to)}{When(now)}");
        if (was.From is null || was.To is null || now.From is null || now.To is null)
            return null;
        // "Next week" told as "Tuesday and Wednesday" is the same plan, only nearer.
        if (now.From >= was.From && now.To <= was.To)
            return null;
        return (Phrases.In(now.Place), $"from {DayWords.Span(was.From, was.To)} to {DayWords.Span(now.From, now.To)}");
    }

    private static string Moves(Claim claim) => claim.Level is MeetingLevel.Leaders or MeetingLevel.Ministers ? "moves" : "move";

    private static string Rules(ValueList<string> says) => IsPlural(says) ? "rule" : "rules";

    private static bool IsPlural(ValueList<string> says) => Phrases.Say(says) == "say";

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
