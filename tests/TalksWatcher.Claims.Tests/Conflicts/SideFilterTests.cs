using TalksWatcher.Claims.Conflicts;

namespace TalksWatcher.Claims.Tests.Conflicts;

public class SideFilterTests
{
    private static readonly SideFilter Filter = new(Checkout.Vocabulary);

    [Theory]
    [InlineData(true, "Moscow and Kyiv")]
    [InlineData(true, "RUSSIA, UKRAINE: WHAT NEXT")]
    [InlineData(true, "“Russia’s answer,” the Ukraïnian side said")]
    [InlineData(true, "The pro-Russian press on Zelenskyy")]
    [InlineData(true, "the Kremlin alone")]
    [InlineData(true, "Rain\n\nRain\n\nRain\n\nRain in Moscow and Kyiv")]
    [InlineData(false, "Rain\n\nRain\n\nRain\n\nRain\n\nRain in Moscow")]
    [InlineData(false, "russia and ukraine, written small, are no names")]
    [InlineData(false, "AntiRussian talk in Geneva")]
    [InlineData(false, "")]
    public void A_report_may_concern_the_war_where_a_side_is_named(bool may, string text) =>
        Assert.Equal(may, Filter.MayConcern(text));
}
