namespace TalksWatcher.Claims.Tests.Reading;

/// <summary>Meetings told by a sentence that names none: by a pronoun, a number, a visit or those of the sentence before.</summary>
public class PointerTests
{
    [Theory]
    [InlineData("Planned | RU,UA | Qatar | 2026-02-09", "Russia and Ukraine have agreed on a fourth round of negotiations. It will be hosted by Qatar next week, Peskov said.")]
    [InlineData("Planned | RU,UA | Doha | 2026-02-20", "Russia and Ukraine have agreed on a fourth round of negotiations. It is to take place in Doha on February 20, Peskov said.")]
    [InlineData("Planned | RU,UA | Jeddah | 2026-02-08", "Talks between Russia and Ukraine are to follow in the Middle East. They will begin on Sunday in Jeddah, US envoy Steve Witkoff told Fox News.")]
    [InlineData("Planned | RU,UA |  | 2026-02-09", "Ukraine and Russia have held three rounds of talks. A fourth could follow next week, Umerov said.")]
    [InlineData("Concluded | RU,US | Moscow | 2026-02-04", "Steve Witkoff saw Vladimir Putin over Ukraine. They met on Wednesday in Moscow.")]
    [InlineData("Concluded | RU,UA,US | The Hague | 2026-02-05", "THE HAGUE — Delegations from Russia, Ukraine and the United States closed a round of talks on Thursday.")]
    [InlineData("Concluded | UA,US | Berlin | 2026-02-02", "Negotiations between Ukraine and the United States on Russia's war ended in the German capital on Monday.")]
    public void A_meeting_is_the_one_that_the_sentence_before_names(string claim, string text) =>
        Assert.Contains(claim, Read(text).Select(c => $"{c.Status} | {string.Join(',', c.Parties)} | {string.Join(',', c.Places)} | {c.From:yyyy-MM-dd}"));

    [Theory]
    [InlineData("The attack on Ukraine was Russia's largest. It will begin an inquiry in Geneva on Friday.")]
    [InlineData("Steve Witkoff is not coming to London, Russia and Ukraine were told.")]
    [InlineData("Steve Witkoff flew over Ukraine and Russia. The visit lasted four hours.")]
    public void Nothing_is_told_where_nothing_was_named(string text) => Assert.Empty(Read(text));

    [Theory]
    [InlineData("Palm Beach", "Zelensky will meet Trump in Florida over Russia's war. He will meet Trump at Mar-a-Lago on Sunday, the White House confirmed.")]
    [InlineData("Abu Dhabi", "Russian and Ukrainian negotiators parted with an understanding that they will meet again. Russia and Ukraine are expected to hold the next round of talks on February 15 in Abu Dhabi.")]
    public void A_region_and_its_city_or_a_plan_and_its_slot_are_one(string place, string text) =>
        Assert.Equal(place, Assert.Single(Read(text), c => c.Status == ClaimStatus.Planned).Places[0]);

    [Theory]
    [InlineData("Russia has broken the energy truce with Ukraine 30 times. Peskov did not say whether Moscow would agree to a prolongation.")]
    [InlineData("Russia has broken the energy truce with Ukraine 30 times. The offer of a complete ceasefire is still on the table, Peskov said.")]
    public void Neither_what_is_left_open_nor_a_general_ceasefire_adds_to_a_breach(string text) =>
        Assert.Equal(ClaimStatus.Violated, Assert.Single(Read(text)).Status);

    private static ValueList<Claim> Read(string text) => Checkout.Reader.Read(new Report("id", "", text, new(2026, 2, 5, 0, 0, 0, TimeSpan.Zero))).Claims;
}
