using TalksWatcher.Claims;
using TalksWatcher.Ledger.Rules;

namespace TalksWatcher.Ledger.Tests.Rules;

public sealed class OutletBookTests
{
    private static readonly OutletBook Outlets = new(TestWatch.Settings);

    [Theory]
    [InlineData("Reuters", "Reuters")]
    [InlineData("Associated Press", "AP")]
    [InlineData("Military.com (AP)", "AP")]
    [InlineData("Bloomberg (via onmine.io)", "Bloomberg")]
    [InlineData("Manila Bulletin / AP", "AP")]
    [InlineData("Daily Blog (news blog)", "Daily Blog")]
    [InlineData("  ", "?")]
    [InlineData(null, "?")]
    public void A_voice_is_the_credited_origin_or_else_the_outlet(string? outlet, string voice) =>
        Assert.Equal(voice, Outlets.Voice(outlet));

    [Fact]
    public void What_a_claim_credits_goes_before_the_outlet() => Assert.Equal(
        "AFP", Outlets.Voice(new Claim { Kind = ClaimKind.Meeting, Via = "AFP" }, "Reuters"));

    [Fact]
    public void An_unlisted_outlet_has_the_tier_of_the_settings() => Assert.Equal(TestWatch.Settings.UnlistedTier, Outlets.Tier("Somewhere Post"));
}
