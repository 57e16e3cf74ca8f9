namespace TalksWatcher.Claims.Tests.Reading;

/// <summary>Who sits at a table, and how high they rank.</summary>
public class TableTests
{
    [Theory]
    [InlineData("RU,UA", "Ukraine is ready for talks with Russia in any country with the exception of Belarus.")]
    [InlineData("TR,UA,US", "Delegations of Ukraine, the United States and Turkey met for trilateral talks in Istanbul on Wednesday to end Russia's war.")]
    [InlineData("RU,US", "Steve Witkoff and Jared Kushner, the son-in-law of President Donald Trump, will meet Vladimir Putin in Moscow on Friday over Ukraine.")]
    [InlineData("UA,US", "Ukrainian and American negotiators held talks in Florida on Wednesday on an end to Russia's full-scale war.")]
    [InlineData("RU,UA,US", "Turkish President Recep Tayyip Erdogan has proposed bringing together Vladimir Putin, Volodymyr Zelenskyy and Donald Trump in Istanbul to end the war in Ukraine, in which Russia has the upper hand.")]
    [InlineData("UA,US", "American and Ukrainian negotiators finished two days of talks in Miami on Wednesday, saying that they had narrowed their differences over Russia's war.")]
    [InlineData("DE,FR,GB,UA", "Rustem Umerov held talks with the national security advisers of Britain, France and Germany in London on Wednesday on Russia's war on Ukraine.")]
    [InlineData("RU,UA,US", "Russia's working group, which is to meet its American and Ukrainian counterparts in Abu Dhabi on Friday, is on its way.")]
    [InlineData("TR,UA", "Volodymyr Zelenskyy held talks with Turkish President Recep Tayyip Erdogan in Ankara on Wednesday on how to end the war with Russia.")]
    [InlineData("RU,US", "Moscow's envoy Kirill Dmitriev could come to Florida in the coming days to discuss the war in Ukraine.")]
    [InlineData("UA,US", "A Ukrainian delegation arrived in the United States on Wednesday for talks with President Donald Trump's envoys on Russia's war.")]
    [InlineData("UA,US", "Keith Kellogg and Rustem Umerov conferred in Rome on Wednesday on how to bring Russia back to the table.")]
    [InlineData("UA,US", "Rustem Umerov and Steve Witkoff talked for six hours in Miami on Wednesday about the terms of a ceasefire with Russia.")]
    [InlineData("DE,FR,GB,UA,US", "The ministerial session – Britain, France, Germany, Ukraine and the US – has been postponed in London because of Russia's war.")]
    [InlineData("RU,US", "On Friday a meeting with their American counterparts is to take place in Riyadh over Ukraine, Dmitry Peskov said.")]
    [InlineData("RU,US", "The talks with the Americans on the war in Ukraine will be held in Riyadh on Friday, Dmitry Peskov said.")]
    [InlineData("RU,UA", "With European leaders just back from Kyiv, Vladimir Putin suggested that Russia and Ukraine hold talks in Istanbul on Friday.")]
    [InlineData("UA,US", "Marco Rubio flies to Kyiv on Friday to hear from Volodymyr Zelensky, two days after his meeting with Sergei Lavrov on Russia's war.")]
    [InlineData("RU", "A pause in strikes on Ukraine's power grid that Vladimir Putin granted at Donald Trump's request has expired.")]
    [InlineData("RU,UA", "Kyiv said that the deal on no strikes on energy sites which Donald Trump and Vladimir Putin had made would bind both armies.")]
    [InlineData("RU", "Russia agreed not to strike Ukraine's power grid until Sunday.")]
    [InlineData("RU,UA", "Russia and Ukraine agreed to stop strikes on each other's power grids until Sunday.")]
    public void Only_those_sit_who_are_named_as_meeting(string parties, string text) => Assert.Equal(parties, string.Join(',', Read(text).Parties));

    [Theory]
    [InlineData(MeetingLevel.Delegations, "Steve Witkoff and Jared Kushner, the son-in-law of President Donald Trump, will meet Vladimir Putin in Moscow on Friday over Ukraine.")]
    [InlineData(MeetingLevel.Leaders, "Talks between himself and Vladimir Putin in Istanbul are possible, Volodymyr Zelensky said of Russia and Ukraine.")]
    public void Rank_is_that_of_those_who_sit(MeetingLevel level, string text) => Assert.Equal(level, Read(text).Level);

    [Theory]
    [InlineData("DE,FR,GB,UA,US", "Ministers of Britain, France, Germany, Ukraine and the US will meet in London on Friday over Russia's war on Ukraine. Talks on the war in Ukraine between officials of the same five countries will be held in Paris on Sunday.")]
    [InlineData("RU,US", "Russian and American delegations will meet in Istanbul on Friday over Ukraine. A meeting of the two presidents on the war in Ukraine will be held in Geneva on Sunday.")]
    public void A_number_points_to_so_many_who_met_before(string parties, string text) =>
        Assert.Equal(parties, string.Join(',', Checkout.Reader.Read(Report(text)).Claims[1].Parties));

    [Fact]
    public void A_headline_tells_who_meets_where_the_report_does_not()
    {
        var report = Report("The next meeting will be held in Dubai on Friday, a source said. Russia's war on Ukraine goes on.");

        Assert.Equal(["RU,UA,US", "RU,US"], new[] { report, report with { Title = "Russian-US consultations in Sochi end" } }.Select(r => string.Join(',', Checkout.Reader.Read(r).Claims[0].Parties)));
    }

    [Theory]
    [InlineData("Ukraine and Poland held talks in Warsaw on Wednesday on grain exports, far from Russia's war on Ukraine.")]
    [InlineData("A Russian delegation arrived in Beijing on Wednesday for talks with Xi Jinping's advisers, as Russia's war on Ukraine goes on.")]
    [InlineData("Vladimir Putin's envoys discussed a trade deal with Indian negotiators in New Delhi on Wednesday, as Russia's war on Ukraine goes on.")]
    public void A_stranger_at_the_table_makes_it_none_of_the_war(string text) => Assert.Empty(Checkout.Reader.Read(Report(text)).Claims);

    [Fact]
    public void No_place_is_taken_from_a_news_conference() =>
        Assert.Empty(Checkout.Reader.Read(Report("Vladimir Putin, speaking at a news conference in Minsk, said that he was in favor of another meeting with the Ukrainians.")).Claims[0].Places);

    [Fact]
    public void A_plan_that_may_come_off_is_another_one_than_a_fixed_plan()
    {
        var read = Checkout.Reader.Read(Report("Talks between Russia and Ukraine will be held in Geneva on Monday. A further round of talks could be held in March, Zelensky said."));

        Assert.Equal([Certainty.Stated, Certainty.Possible], read.Claims.Select(c => c.Certainty!.Value));
    }

    [Fact]
    public void Talks_of_one_side_with_a_leader_of_no_side_are_none_where_they_are_not_about_the_war() =>
        Assert.Empty(Checkout.Reader.Read(Report("Recep Tayyip Erdogan urged Russia and Ukraine to stop. He made the appeal in face-to-face talks on Wednesday with Vladimir Putin in Ankara.")).Claims);

    private static Claim Read(string text) => Checkout.Reader.Read(Report(text)).Claims[0];

    private static Report Report(string text) => new("id", "", text, new(2026, 2, 5, 0, 0, 0, TimeSpan.Zero));
}
