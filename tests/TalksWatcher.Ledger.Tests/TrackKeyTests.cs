using TalksWatcher.Ledger.Tests.Stories;

namespace TalksWatcher.Ledger.Tests;

public sealed class TrackKeyTests
{
    [Theory]
    [InlineData("planned parties=RU-UA-US", "delegations:RU-UA")]
    [InlineData("planned parties=RU-UA", "delegations:RU-UA")]
    [InlineData("planned parties=UA-US", "delegations:UA-US")]
    [InlineData("planned parties=RU-US", "delegations:RU-US")]
    [InlineData("planned parties=EU-UA-US", "delegations:EU-UA")]
    [InlineData("proposed leaders parties=RU-UA-US", "leaders:RU-UA")]
    [InlineData("truce agreed", "energy-truce")]
    [InlineData("truce agreed parties=RU", "energy-truce")]
    [InlineData("strike @Kyiv", "energy-truce")]
    [InlineData("head UA Rustem_Umerov", "team:UA")]
    public void A_claim_belongs_to_one_track(string claim, string track) =>
        Assert.Equal(track, TrackKey.Of(StoryWords.Read(claim, 2026), ["US"]));
}
