using TalksWatcher.Claims;

namespace TalksWatcher.Ledger;

/// <summary>
/// Which track a claim belongs to. Meetings: level and parties (<c>delegations:RU-UA</c>); a mediator does not split a
/// track, but stands in it where fewer than two others sit (<c>delegations:UA-US</c>). Truces and strikes share
/// <c>energy-truce</c>; heads and members stand in their party's <c>team:UA</c>.
/// </summary>
public static class TrackKey
{
    public const string Truces = "energy-truce";

    public static string Of(Claim claim, ValueList<string> mediators)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return claim.Kind switch
        {
            ClaimKind.EnergyTruce or ClaimKind.EnergyStrike => Truces,
            ClaimKind.Delegation => $"team:{claim.Party}",
            _ => $"{Level(claim)}:{string.Join('-', Seated(claim.Parties, mediators))}",
        };
    }

    /// <summary>A report that does not say who sits there speaks of the negotiating teams as a rule.</summary>
    private static string Level(Claim claim) => claim.Level switch
    {
        MeetingLevel.Leaders => "leaders",
        MeetingLevel.Ministers => "ministers",
        _ => "delegations",
    };

    private static IEnumerable<string> Seated(ValueList<string> parties, ValueList<string> mediators)
    {
        var others = parties.Except(mediators, StringComparer.Ordinal).ToArray();
        return (others.Length >= 2 ? others : parties.AsEnumerable()).Order(StringComparer.Ordinal);
    }
}
