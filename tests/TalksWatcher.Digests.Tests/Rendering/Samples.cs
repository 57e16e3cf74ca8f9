using TalksWatcher.Claims;
using TalksWatcher.Digests.Rendering;
using TalksWatcher.Ledger;

namespace TalksWatcher.Digests.Tests.Rendering;

/// <summary>Digests of February 2026, made up from the corpus, that use every part of the layout.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset BuiltAt = new(2026, 2, 13, 9, 0, 0, TimeSpan.Zero);

    public static readonly ReaderLinks Links = new("ann@reader.example", "https://talks.example/unsubscribe/YW5u.c2ln");

    public static readonly IReadOnlyDictionary<string, string> Names = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["RU"] = "Russia",
        ["UA"] = "Ukraine",
        ["US"] = "the United States",
    };

    private static readonly Claim GenevaRound = Meeting(ClaimStatus.Planned, "Geneva", new(2026, 2, 17), new(2026, 2, 18)) with
    {
        Says = ["Peskov"],
        Evidence = [new(2, "The next round of trilateral consultations will take place in Geneva on February 17 and 18, Peskov told reporters on Friday.")],
    };

    public static Digest Full { get; } = new()
    {
        Id = "0197-full",
        Watch = "ukraine",
        WatchTitle = "Russia–Ukraine negotiations",
        BuiltAt = BuiltAt,
        Developments = [Moved(), TruceOver(), NewHead(), Refused(), Retracted(), Rumour(), Lapsed()],
        Standing = Standing(),
        DarkSources = ["Kommersant", "TASS"],
        ReportTitles = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["moscowtimes-geneva"] = "Kremlin Confirms Next Ukraine Talks to Be Held in Geneva",
            ["ft-truce"] = "Strikes on power plants resume as the pause runs out",
        },
    };

    public static Digest Single { get; } = Full with
    {
        Id = "0197-single",
        Developments = [Moved()],
        Standing = [],
        DarkSources = [],
        CatchUp = true,
    };

    public static Digest Nothing { get; } = Full with
    {
        Id = "0197-nothing",
        Developments = [],
        DarkSources = [],
        SourcesWatched = 6,
    };

    public static Development Moved() => Raised("d1", Topic.Talks, Change.Changed, GenevaRound) with
    {
        Document = "moscowtimes-geneva",
        Was = Meeting(ClaimStatus.Planned, "Abu Dhabi", new(2026, 2, 11), new(2026, 2, 12)),
        Headline = "Next round moves from Abu Dhabi to Geneva, 17–18 February",
        Importance = 90,
        Voices = 3,
        Support =
        [
            Report("moscowtimes-geneva", "The Moscow Times", "https://news.example/2026/02/13/geneva?a=1&b=2"),
            Report("aljazeera", "Al Jazeera", "https://aj.example/geneva"),
            Report("ria", "RIA Novosti", null),
        ],
    };

    public static Development TruceOver() => Raised("d2", Topic.EnergyTruce, Change.Ended, Truce(ClaimStatus.Ended, null, new(2026, 2, 1))) with
    {
        Document = "ft-truce",
        Now = Truce(ClaimStatus.Ended, null, new(2026, 2, 1)) with
        {
            Says = ["Zelensky"],
            Evidence = [new(4, "The week without strikes on power plants is over, Zelensky said after a night in which seventy drones were aimed at substations.")],
        },
        Was = Truce(ClaimStatus.InEffect, new(2026, 1, 25), new(2026, 2, 1)),
        Against = Truce(ClaimStatus.Ended, null, null) with
        {
            Certainty = Certainty.Denied,
            Says = ["Peskov"],
            Evidence = [new(6, "There was never any deadline, Peskov said.")],
        },
        Headline = "Energy truce over, Kyiv says; Moscow denies there was an end date",
        Importance = 85,
        Voices = 2,
        Support = [Report("ft-truce", "Financial Times", "https://ft.example/truce"), Report("kyivpost", "Kyiv Post", "https://kp.example/1")],
    };

    private static Development NewHead() => Raised("d3", Topic.Talks, Change.New, new Claim
    {
        Kind = ClaimKind.Delegation,
        Party = "RU",
        Person = "Vladimir Medinsky",
        Role = DelegationRole.Head,
        Replaces = "Igor Kostyukov",
        Certainty = Certainty.Stated,
        Says = ["Peskov"],
        Evidence = [new(3, "Medinsky returns as head of the Russian team.")],
    }) with
    {
        Headline = "Vladimir Medinsky heads Russia’s team again, in place of Igor Kostyukov",
        Importance = 60,
        Voices = 1,
        Support = [Report("tass", "TASS", "javascript:alert(1)")],
    };

    private static Development Refused() => Raised("d4", Topic.Venues, Change.Disputed, Meeting(ClaimStatus.Rejected, "Moscow", null, null)) with
    {
        Now = Meeting(ClaimStatus.Rejected, "Moscow", null, null) with { Level = MeetingLevel.Leaders, Parties = ["RU", "UA"], Says = ["Zelensky", "Sybiha"] },
        Was = Meeting(ClaimStatus.Proposed, "Moscow", null, null) with { Level = MeetingLevel.Leaders, Parties = ["RU", "UA"] },
        Against = Meeting(ClaimStatus.Proposed, "Moscow", null, null) with { Says = ["Ushakov"] },
        Headline = "Kyiv refuses Moscow as the place of a leaders’ meeting",
        Importance = 55,
        Voices = 2,
        Support = [Report("ukrinform", "Ukrinform", "https://ukrinform.example/moscow"), Report("reuters", "Reuters", null)],
    };

    private static Development Retracted() => Raised("d5", Topic.Talks, Change.Withdrawn, Meeting(ClaimStatus.Planned, "Istanbul", new(2026, 2, 20), new(2026, 2, 20))) with
    {
        Headline = "No round in Istanbul on 20 February: the outlet has corrected its report",
        Importance = 70,
        Voices = 1,
        Support = [Report("newsbytes", "NewsBytes", "https://nb.example/correction")],
    };

    private static Development Rumour() => Raised("d6", Topic.Talks, Change.New, Meeting(ClaimStatus.Planned, "Miami", new(2026, 3, 1), new(2026, 3, 10))) with
    {
        Now = Meeting(ClaimStatus.Planned, "Miami", new(2026, 3, 1), new(2026, 3, 10)) with { Certainty = Certainty.Possible, Says = ["US official"] },
        Held = true,
        Headline = "A further round in Miami may follow in early March",
        Importance = 30,
        Voices = 1,
        Support = [Report("aggregator", "News Directory 3", "https://nd3.example/miami")],
    };

    private static Development Lapsed() => Raised("d7", Topic.Talks, Change.Ended, Meeting(ClaimStatus.Planned, "Abu Dhabi", new(2026, 2, 4), new(2026, 2, 5))) with
    {
        Inferred = true,
        Was = Meeting(ClaimStatus.Planned, "Abu Dhabi", new(2026, 2, 4), new(2026, 2, 5)),
        Headline = "The days set for Abu Dhabi have passed and nobody has said how it went",
        Importance = 20,
        Voices = 0,
    };

    private static ValueList<SubjectState> Standing() =>
    [
        State("geneva", ClaimKind.Meeting, ClaimStatus.Planned, "Geneva", new(2026, 2, 17), new(2026, 2, 18), 13, 3),
        State("truce", ClaimKind.EnergyTruce, ClaimStatus.Ended, null, new(2026, 1, 25), new(2026, 2, 1), 12, 2) with { Parties = ["RU", "UA"] },
        State("abudhabi-1", ClaimKind.Meeting, ClaimStatus.Concluded, "Abu Dhabi", new(2026, 1, 23), new(2026, 1, 24), 1, 5) with { Outcome = MeetingOutcome.Partial },
        State("abudhabi-2", ClaimKind.Meeting, ClaimStatus.Postponed, "Abu Dhabi", new(2026, 2, 1), new(2026, 2, 1), 2, 4),
        State("miami", ClaimKind.Meeting, ClaimStatus.Planned, "Miami", new(2026, 3, 1), new(2026, 3, 10), 11, 1) with { Certainty = Certainty.Possible },
        State("summit", ClaimKind.Meeting, ClaimStatus.Rejected, "Moscow", null, null, 10, 2) with { Level = MeetingLevel.Leaders, Parties = ["RU", "UA"] },
    ];

    private static SubjectState State(
        string subject, ClaimKind kind, ClaimStatus status, string? place, DateOnly? from, DateOnly? to, int since, int voices) => new()
        {
            Watch = "ukraine",
            Track = "delegations:RU-UA-US",
            Subject = subject,
            Kind = kind,
            Level = kind is ClaimKind.Meeting ? MeetingLevel.Delegations : null,
            Parties = ["RU", "UA", "US"],
            Status = status,
            Certainty = Certainty.Stated,
            Place = place,
            From = from,
            To = to,
            Since = new(2026, 2, since, 0, 0, 0, TimeSpan.Zero),
            Voices = voices,
        };

    private static Development Raised(string id, Topic topic, Change change, Claim now) => new()
    {
        Id = id,
        Watch = "ukraine",
        Track = "delegations:RU-UA-US",
        Subject = "round",
        At = BuiltAt,
        Topic = topic,
        Change = change,
        Now = now,
        Headline = "",
        Importance = 0,
        Voices = 1,
    };

    private static Claim Meeting(ClaimStatus status, string place, DateOnly? from, DateOnly? to) => new()
    {
        Kind = ClaimKind.Meeting,
        Status = status,
        Certainty = Certainty.Stated,
        Level = MeetingLevel.Delegations,
        Parties = ["RU", "UA", "US"],
        Places = [place],
        From = from,
        To = to,
    };

    private static Claim Truce(ClaimStatus status, DateOnly? from, DateOnly? to) => new()
    {
        Kind = ClaimKind.EnergyTruce,
        Status = status,
        Certainty = Certainty.Stated,
        Parties = ["RU", "UA"],
        From = from,
        To = to,
    };

    private static Support Report(string document, string outlet, string? url) => new(document, outlet, outlet, url, BuiltAt.AddHours(-2), []);
}
