using TalksWatcher.Claims;
using TalksWatcher.Ledger.Rules;

namespace TalksWatcher.Ledger.Tests.Measures;

/// <summary>A development that a careful editor would raise.</summary>
internal sealed record GoldDevelopment
{
    public required string Id { get; init; }
    public required Topic Topic { get; init; }
    public required Change Change { get; init; }
    public ValueList<string> Was { get; init; } = [];
    public required Claim Claim { get; init; }
    public bool Optional { get; init; }

    [System.Text.Json.Serialization.JsonPropertyName("carried_by")]
    public required ValueList<string> CarriedBy { get; init; }
}

/// <summary>Whether an answer agrees with a gold claim: the scorer's <c>core</c> and <c>full</c>.</summary>
internal static class Agreement
{
    public static bool Core(Claim gold, Claim? got)
    {
        if (got is null || gold.Kind != got.Kind || (got.Background && !gold.Background))
            return false;
        if (gold.Kind == ClaimKind.Delegation)
            return (gold.Party, NameBook.Surname(gold.Person!), gold.Role) == (got.Party, NameBook.Surname(got.Person ?? ""), got.Role);
        var places = gold.Places.Select(NameBook.Fold).ToHashSet();
        return gold.Status == got.Status
            && (places.Count == 0 || (got.Places.Count > 0 && got.Places.Select(NameBook.Fold).All(places.Contains)));
    }

    public static bool Full(Claim gold, Claim got)
    {
        if (!Core(gold, got))
            return false;
        if (gold.Kind == ClaimKind.Delegation)
            return gold.Replaces is null || NameBook.Surname(gold.Replaces) == NameBook.Surname(got.Replaces ?? "");
        return gold.Certainty == got.Certainty && !(gold.Kind == ClaimKind.Meeting && gold.Places.Count == 0 && got.Places.Count > 0)
            && DatesAgree(gold, got)
            && (gold.Parties.Count == 0 || gold.Parties.Except(got.Parties).Concat(got.Parties.Except(gold.Parties)).All(p => p == "US"));
    }

    private static bool DatesAgree(Claim gold, Claim got)
    {
        var (start, end) = (gold.From ?? gold.To, gold.To ?? gold.From);
        if (start is null)
            return true;
        var (first, last) = (got.From ?? got.To, got.To ?? got.From);
        return first is not null && first <= end && last >= start
            && last.Value.DayNumber - first.Value.DayNumber - (end!.Value.DayNumber - start.Value.DayNumber) <= 7;
    }
}
