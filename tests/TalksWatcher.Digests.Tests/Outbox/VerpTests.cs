using TalksWatcher.Digests.Outbox;

namespace TalksWatcher.Digests.Tests.Outbox;

public sealed class VerpTests
{
    [Theory]
    [InlineData("ann@x.example", "bounces+ann=x.example@us.example")]
    [InlineData("ann+talks@x.example", "bounces+ann+talks=x.example@us.example")]
    [InlineData("a=b@x.example", "bounces+a=b=x.example@us.example")]
    public void A_bounce_address_names_the_recipient_both_ways(string recipient, string coded)
    {
        Assert.Equal(coded, Verp.Encode("bounces@us.example", recipient));
        Assert.True(Verp.TryDecode("bounces@us.example", coded, out var decoded));
        Assert.Equal(recipient, decoded);
    }

    [Fact]
    public void A_recipient_too_long_for_it_leaves_the_sender_plain() =>
        Assert.Equal("bounces@us.example", Verp.Encode("bounces@us.example", new string('a', 60) + "@x.example"));

    [Theory]
    [InlineData("bounces@us.example")]
    [InlineData("bounces+@us.example")]
    [InlineData("bounces+ann@us.example")]
    [InlineData("bounces+=x.example@us.example")]
    [InlineData("bounces+ann=@us.example")]
    [InlineData("other+ann=x.example@us.example")]
    [InlineData("bounces+ann=x.example@them.example")]
    public void What_is_no_coded_address_is_refused(string address) =>
        Assert.False(Verp.TryDecode("bounces@us.example", address, out _));
}
