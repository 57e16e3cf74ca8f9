using FsCheck;
using FsCheck.Fluent;
using TalksWatcher.Claims;

namespace TalksWatcher.Ledger.Tests.Properties;

/// <summary>Random streams of reports about few places, days and people, so that they meet, repeat and contradict each other.</summary>
internal static class Streams
{
    private static readonly DateTimeOffset Start = new(2026, 1, 20, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Another draw each time; a failure names its seed, which <c>WithReplay</c> draws again.</summary>
    public static Config Config { get; } = Config.QuickThrowOnFailure.WithMaxTest(200);

    public static Arbitrary<Observation[]> Any { get; } = Gen.Choose(1, 14)
        .SelectMany(count => Gen.ArrayOf(Report, count), (_, reports) => reports.Select(Numbered).ToArray()).ToArbitrary();

    private static Gen<Observation> Report =>
        from hours in Gen.Choose(0, 600)
        from outlet in Gen.Elements("Reuters", "AP", "Meduza", "Daily Blog", "Rumour Mill", "Somewhere Post")
        from text in Gen.Elements("abc", "abc", "xyz", "klm", "")
        from claims in Gen.ArrayOf(Claim).Resize(3)
        select new Observation
        {
            Document = "",
            Published = Start.AddHours(hours),
            RecordedAt = Start.AddHours(hours),
            Outlet = outlet,
            Claims = claims.ToValueList(),
            Print = text.Length == 0 ? null : TextPrint.Of($"Mr {string.Join(" and Mr ", text.Select(c => new string(char.ToUpperInvariant(c), 4)))} met"),
        };

    private static Gen<Claim> Claim => Gen.Frequency((6, Meeting), (3, Truce), (1, Head));

    private static Gen<Claim> Meeting =>
        from status in Gen.Elements(ClaimStatus.Proposed, ClaimStatus.Planned, ClaimStatus.Planned, ClaimStatus.UnderWay,
            ClaimStatus.Concluded, ClaimStatus.Postponed, ClaimStatus.Cancelled, ClaimStatus.Rejected)
        from certainty in Certainties
        from place in Gen.Elements<ValueList<string>>([], ["Geneva"], ["Switzerland"], ["Abu Dhabi"])
        from day in Gen.Elements<DateOnly?>(null, new(2026, 1, 23), new(2026, 2, 4), new(2026, 2, 17))
        from says in Speakers
        from level in Gen.Elements(MeetingLevel.Delegations, MeetingLevel.Delegations, MeetingLevel.Leaders)
        from background in Gen.Elements(false, false, false, true)
        select new Claim
        {
            Kind = ClaimKind.Meeting,
            Status = status,
            Certainty = certainty,
            Places = place,
            From = day,
            To = day,
            Says = says,
            Level = level,
            Parties = ["RU", "UA", "US"],
            Background = background,
        };

    private static Gen<Claim> Truce =>
        from status in Gen.Elements(ClaimStatus.Proposed, ClaimStatus.Agreed, ClaimStatus.Violated, ClaimStatus.Ended, ClaimStatus.Rejected)
        from certainty in Certainties
        from parties in Gen.Elements<ValueList<string>>(["RU"], ["RU", "UA"])
        from until in Gen.Elements<DateOnly?>(null, new DateOnly(2026, 2, 1))
        from says in Speakers
        select new Claim
        {
            Kind = ClaimKind.EnergyTruce,
            Status = status,
            Certainty = certainty,
            Parties = parties,
            To = until,
            Says = says,
        };

    private static Gen<Claim> Head =>
        from person in Gen.Elements("Vladimir Medinsky", "Igor Kostyukov")
        select new Claim { Kind = ClaimKind.Delegation, Party = "RU", Person = person, Role = DelegationRole.Head };

    private static Gen<Certainty> Certainties =>
        Gen.Elements(Certainty.Stated, Certainty.Stated, Certainty.Stated, Certainty.Possible, Certainty.Denied);

    private static Gen<ValueList<string>> Speakers => Gen.Elements<ValueList<string>>([], ["Zelensky"], ["Peskov"], ["US official"]);

    private static Observation Numbered(Observation report, int number) => report with { Document = $"report-{number:00}" };
}
