using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Tests.Reading;

/// <summary>The engine knows no conflict: with another watch's names the same sentences give the same claims.</summary>
public class OtherPairTests
{
    private static readonly ClaimReader Others = new(new Vocabulary
    {
        Warring = ["AA", "BB"],
        Mediators = ["CC"],
        Actors =
        [
            new Actor("AA", "Arcadia", ["Arcadia"], ["Arcadian"], Capital: "Aville"),
            new Actor("BB", "Borduria", ["Borduria"], ["Bordurian"], Capital: "Bville"),
            new Actor("CC", "Cascadia", ["Cascadia"], ["Cascadian"], Capital: "Cville"),
        ],
        People = [new Person("Anna Alder", "AA", PersonRank.Leader), new Person("Ben Birch", "BB", PersonRank.Leader)],
        Places = [new Place("Aville", "AA"), new Place("Bville", "BB"), new Place("Cville", "CC"), new Place("Newtown", "DD")],
    });

    private static readonly (string From, string To)[] Renamed =
    [
        ("Russian", "Arcadian"), ("Russia", "Arcadia"), ("Ukrainian", "Bordurian"), ("Ukraine", "Borduria"), ("Moscow", "Aville"), ("Kyiv", "Bville"),
        ("Vladimir Putin", "Anna Alder"), ("Putin", "Alder"), ("Volodymyr Zelenskyy", "Ben Birch"), ("Zelenskyy", "Birch"), ("Geneva", "Newtown"),
        ("RU", "AA"), ("UA", "BB"), ("US", "CC"),
    ];

    [Theory]
    [InlineData("Russia and Ukraine will hold a new round of talks in Geneva on Monday.")]
    [InlineData("Russia and Ukraine have agreed on an energy truce.")]
    [InlineData("Talks between Russia and Ukraine in Geneva have been postponed.")]
    [InlineData("Russian and Ukrainian delegations met in Geneva on Tuesday. The talks ended without a breakthrough.")]
    [InlineData("Vladimir Putin has invited Volodymyr Zelenskyy to Moscow for talks between Russia and Ukraine.")]
    [InlineData("Russian missiles hit Ukrainian power plants overnight, leaving thousands without electricity.")]
    public void Another_pair_of_names_gives_the_same_claims(string text)
    {
        var expected = Describe(Checkout.Reader.Read(Of(text)).Claims);

        Assert.NotEmpty(expected);
        Assert.Equal(expected.Select(Rename), Describe(Others.Read(Of(Rename(text))).Claims));
    }

    private static string Rename(string text) => Renamed.Aggregate(text, (t, r) => t.Replace(r.From, r.To, StringComparison.Ordinal));

    private static List<string> Describe(IEnumerable<Claim> claims) =>
        [.. claims.Select(c => $"{c.Kind} {c.Status} {c.Certainty} {c.Level} {string.Join(',', c.Parties)} {c.Place} {c.From}..{c.To} {c.By}>{c.On} {c.Rule}")];

    private static Report Of(string text) => new("id", "", text, new DateTimeOffset(2026, 2, 5, 0, 0, 0, TimeSpan.Zero));
}
