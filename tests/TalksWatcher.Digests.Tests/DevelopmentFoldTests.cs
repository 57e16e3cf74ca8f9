using TalksWatcher.Claims;
using TalksWatcher.Digests.Rendering;
using TalksWatcher.Digests.Tests.Rendering;
using TalksWatcher.Ledger;

namespace TalksWatcher.Digests.Tests;

public sealed class DevelopmentFoldTests
{
    private static readonly Development Announced = Step("1", Change.New, null, "Abu Dhabi", importance: 70);
    private static readonly Development Moved = Step("2", Change.Changed, "Abu Dhabi", "Istanbul", importance: 60);
    private static readonly Development MovedAgain = Step("3", Change.Changed, "Istanbul", "Geneva", importance: 50);

    [Fact]
    public void A_plan_and_its_moves_are_one_development_from_the_first_state_to_the_last()
    {
        var (developments, between) = DevelopmentFold.Of([MovedAgain, Announced, Moved]);
        Assert.Equal(MovedAgain with { Was = null, Change = Change.New, Importance = 70 }, Assert.Single(developments));
        Assert.Equal([Plan("Abu Dhabi"), Plan("Istanbul")], between["3"]);
    }

    [Fact]
    public void A_move_of_what_the_reader_knew_stays_a_move() =>
        Assert.Equal((Plan("Abu Dhabi"), Change.Changed), Folded(Moved, MovedAgain).Select(d => (d.Was, d.Change)).Single());

    [Fact]
    public void A_plan_and_its_move_to_another_city_are_one_though_of_two_topics()
    {
        var announced = Announced with { Topic = Topic.Talks };
        var moved = Moved with { Topic = Topic.Venues };
        Assert.Equal((Topic.Talks, Change.New, Plan("Istanbul")), Folded(announced, moved).Select(d => (d.Topic, d.Change, d.Now)).Single());
    }

    [Fact]
    public void A_known_plan_that_moves_is_told_under_the_topic_of_the_move()
    {
        var confirmed = Moved with { Topic = Topic.Talks, Was = Plan("Abu Dhabi"), Now = Plan("Abu Dhabi") with { Certainty = Certainty.Possible } };
        var moved = MovedAgain with { Topic = Topic.Venues, Was = confirmed.Now };
        Assert.Equal((Topic.Venues, Change.Changed, Plan("Geneva")), Folded(confirmed, moved).Select(d => (d.Topic, d.Change, d.Now)).Single());
    }

    [Fact]
    public void A_correction_is_never_dropped()
    {
        var withdrawn = Moved with { Id = "4", Change = Change.Withdrawn, At = MovedAgain.At.AddHours(1) };
        Assert.Equal(["4", "3"], Folded(Announced, Moved, MovedAgain, withdrawn).Select(d => d.Id).Order(StringComparer.Ordinal).Reverse());
    }

    [Fact]
    public void A_dispute_stands_beside_what_it_disputes() =>
        Assert.Equal(2, Folded(Announced, Moved with { Change = Change.Disputed }).Length);

    [Fact]
    public void A_rival_plan_stands_beside_the_first() =>
        Assert.Equal(2, Folded(Announced, Step("5", Change.New, null, "Moscow", importance: 40)).Length);

    [Fact]
    public void Rounds_of_different_tables_are_not_mixed() =>
        Assert.Equal(2, Folded(Announced, Moved with { Subject = "other" }).Length);

    [Fact]
    public void Two_new_members_of_a_team_are_two_pieces_of_news() => Assert.Equal(2, Folded(Member("6", "A. Ivanov"), Member("7", "B. Petrov")).Length);

    [Fact]
    public async Task The_mail_names_the_state_in_between_in_small()
    {
        await using var renderer = new DigestRenderer(Samples.Names);
        var (developments, between) = DevelopmentFold.Of([Announced, Moved]);
        var rendered = await renderer.RenderAsync(Samples.Single with { Developments = developments, Between = between }, Samples.Links);
        Assert.Contains("  Was: Not reported before\n  (in between: planned in Abu Dhabi)\n  Now: Planned in Istanbul\n", rendered.Text, StringComparison.Ordinal);
        Assert.Contains("NEW: Talks planned in Istanbul\n", rendered.Text, StringComparison.Ordinal);
        Assert.Contains("In between: planned in Abu Dhabi", rendered.Html, StringComparison.Ordinal);
    }

    private static Development[] Folded(params Development[] developments) => [.. DevelopmentFold.Of(developments).Developments];

    private static Development Step(string id, Change change, string? was, string now, int importance) => Samples.Moved() with
    {
        Id = id,
        At = Samples.BuiltAt.AddHours(int.Parse(id, System.Globalization.CultureInfo.InvariantCulture) - 10),
        Change = change,
        Was = was is null ? null : Plan(was),
        Now = Plan(now),
        Importance = importance,
    };

    private static Development Member(string id, string person) => Step(id, Change.New, null, "Geneva", importance: 30) with
    {
        Was = null,
        Now = new Claim { Kind = ClaimKind.Delegation, Party = "RU", Person = person, Role = DelegationRole.Member, Certainty = Certainty.Stated },
    };

    private static Claim Plan(string place) => new()
    {
        Kind = ClaimKind.Meeting,
        Status = ClaimStatus.Planned,
        Certainty = Certainty.Stated,
        Level = MeetingLevel.Delegations,
        Parties = ["RU", "UA"],
        Places = [place],
    };
}
