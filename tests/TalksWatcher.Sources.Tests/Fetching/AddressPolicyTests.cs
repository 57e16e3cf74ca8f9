using System.Net;
using TalksWatcher.Sources.Fetching;

namespace TalksWatcher.Sources.Tests.Fetching;

public class AddressPolicyTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.0.9")]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("100.64.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("192.0.0.170")]
    [InlineData("198.18.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("239.255.255.250")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::7f00:1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("64:ff9b:1::1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2001:0:4136:e378:8000:63bf:3fff:fdd2")]
    [InlineData("fc00::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("fe80::1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    [InlineData("2001:db8::1")]
    public void An_address_that_is_not_public_is_refused(string address) =>
        Assert.False(new AddressPolicy().Allows("host.example", IPAddress.Parse(address)));

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("64:ff9b::808:808")]
    [InlineData("2a00:1450:4001::1")]
    public void A_public_address_is_allowed(string address) =>
        Assert.True(new AddressPolicy().Allows("host.example", IPAddress.Parse(address)));

    [Fact]
    public void An_operator_may_allow_a_host_wherever_it_resolves_to()
    {
        var policy = new AddressPolicy { AllowedHosts = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "intranet.example", "::1" } };

        Assert.True(policy.Allows("INTRANET.example", IPAddress.Parse("10.0.0.1")));
        Assert.True(policy.Allows("[::1]", IPAddress.IPv6Loopback));
        Assert.False(policy.Allows("other.example", IPAddress.Parse("10.0.0.1")));
    }

    [Fact]
    public void An_operator_may_allow_a_network()
    {
        var policy = new AddressPolicy { AllowedNetworks = [IPNetwork.Parse("10.1.0.0/16")] };

        Assert.True(policy.Allows("host.example", IPAddress.Parse("::ffff:10.1.2.3")));
        Assert.False(policy.Allows("host.example", IPAddress.Parse("10.2.0.1")));
    }

    [Fact]
    public void What_an_operator_writes_is_a_host_or_a_network()
    {
        var policy = new AddressPolicy().Allowing(["Intranet.example", " 10.1.0.0/16 ", "192.168.0.7"]);

        Assert.Equal(["Intranet.example", "192.168.0.7"], policy.AllowedHosts.Order(StringComparer.Ordinal).Reverse());
        Assert.Equal([IPNetwork.Parse("10.1.0.0/16")], policy.AllowedNetworks);
        Assert.Throws<FormatException>(() => policy.Allowing(["10.1.0.0/99"]));
    }

    [Fact]
    public void Only_web_ports_are_allowed() =>
        Assert.Equal([true, true, false, false], ((int[])[80, 443, 22, 25]).Select(port => new AddressPolicy().AllowsPort("host.example", port)));
}
