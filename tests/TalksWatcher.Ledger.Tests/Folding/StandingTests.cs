using TalksWatcher.Claims;
using TalksWatcher.Ledger.Tests.Stories;

namespace TalksWatcher.Ledger.Tests.Folding;

public sealed class StandingTests
{
    private static readonly DateTimeOffset Monday = new(2026, 2, 2, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_next_round_stands_with_its_place_and_days() => Assert.Equal(
        new SubjectState
        {
            Watch = "ukraine",
            Track = "delegations:RU-UA",
            Subject = "delegations:RU-UA/2026-02-02",
            Kind = ClaimKind.Meeting,
            Level = MeetingLevel.Delegations,
            Parties = ["RU", "UA", "US"],
            Status = ClaimStatus.Planned,
            Certainty = Certainty.Stated,
            Place = "Geneva",
            From = new DateOnly(2026, 2, 17),
            To = new DateOnly(2026, 2, 18),
            Since = Monday.AddDays(1),
            Voices = 1,
        },
        Assert.Single(Standing("proposed @Geneva says=Zelensky", "planned @Geneva 02-17..02-18 says=Peskov")));

    [Fact]
    public void A_round_put_off_has_no_days() => Assert.Equal(
        [(ClaimStatus.Postponed, (DateOnly?)null, "Geneva")],
        Standing("planned @Geneva 02-17", "postponed @Geneva 02-17").Select(s => (s.Status!.Value, s.From, s.Place!)));

    [Fact]
    public void A_truce_past_its_term_has_ended_as_the_calendar_tells() => Assert.Equal(
        [(ClaimStatus.Ended, true, false)],
        Standing("truce agreed ..02-10 says=Peskov").Select(s => (s.Status!.Value, s.Inferred, s.Open)));

    [Fact]
    public void A_team_stands_with_its_heads() => Assert.Equal(
        ["RU: Vladimir Medinsky"],
        Assert.Single(Standing("head RU Igor_Kostyukov", "head RU Vladimir_Medinsky")).Heads);

    [Fact]
    public void Only_the_last_round_of_a_track_is_open() => Assert.Equal(
        [false, true],
        Standing("concluded @Geneva 02-01..02-02", "planned @Istanbul 02-28").Select(s => s.Open));

    [Fact]
    public void A_team_stands_with_its_members() => Assert.Equal(
        ["UA: Kyrylo Budanov"],
        Assert.Single(Standing("head UA Rustem_Umerov", "member UA Kyrylo_Budanov")).Members);

    [Fact]
    public void A_truce_stands_with_the_strikes_during_it() => Assert.Equal(
        ["Odesa", "Kyiv"],
        Standing("truce agreed 02-02..02-20 says=Peskov", "strike @Kyiv 02-03", "strike @Odesa 02-04", "strike @Lviv 02-01")
            .Single(s => s.Kind == ClaimKind.EnergyTruce).Strikes.Select(s => s.Place!));

    [Fact]
    public void The_last_strike_stands_without_a_truce() => Assert.Equal(
        (ClaimKind.EnergyStrike, (ClaimStatus?)null, "Odesa", new DateOnly(2026, 2, 3), true),
        Assert.Single(Standing("strike @Kyiv 02-02", "strike @Odesa 02-03")) is var s ? (s.Kind, s.Status, s.Place!, s.From!.Value, s.Open) : default);

    /// <summary>A report a day, read as of 16 February.</summary>
    private static IReadOnlyList<SubjectState> Standing(params string[] claims)
    {
        var book = new MemoryBook(TestWatch.Ledger);
        foreach (var (day, claim) in claims.Index())
            book.Take(new Observation
            {
                Document = $"report-{day}",
                Published = Monday.AddDays(day),
                RecordedAt = Monday.AddDays(day),
                Outlet = "Reuters",
                Claims = [StoryWords.Read(claim, 2026)],
            });
        return book.Standing(new DateOnly(2026, 2, 16));
    }
}
