using TalksWatcher.Digests.Readers;

namespace TalksWatcher.Digests.Tests.Readers;

public sealed class MailAddressRuleTests
{
    [Theory]
    [InlineData("ann@x.example", "ann@x.example")]
    [InlineData(" ann@x.example ", "ann@x.example")]
    [InlineData("Ann.B+talks@X.Example", "Ann.B+talks@x.example")]
    [InlineData("o'neil@x.example", "o'neil@x.example")]
    [InlineData("ann@bücher.example", "ann@xn--bcher-kva.example")]
    [InlineData("ann@пошта.укр", "ann@xn--80a1acn3a.xn--j1amh")]
    [InlineData("анна@x.example", "анна@x.example")]
    [InlineData("root@localhost", "root@localhost")]
    public void An_address_that_mail_systems_take_is_normalised(string address, string expected)
    {
        Assert.True(MailAddressRule.TryNormalise(address, out var normalised));
        Assert.Equal(expected, normalised);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ann")]
    [InlineData("@x.example")]
    [InlineData("ann@")]
    [InlineData("ann@x")]
    [InlineData("ann@@x.example")]
    [InlineData("ann@x.example, bob@x.example")]
    [InlineData("Ann <ann@x.example>")]
    [InlineData("ann@x.example\r\nBcc: bob@x.example")]
    [InlineData("ann\n@x.example")]
    [InlineData("ann\u0000@x.example")]
    [InlineData("ann\u2028@x.example")]
    [InlineData("ann\u200B@x.example")]
    [InlineData("ann\uD800@x.example")]
    [InlineData(".ann@x.example")]
    [InlineData("ann.@x.example")]
    [InlineData("an..n@x.example")]
    [InlineData("\"ann b\"@x.example")]
    [InlineData("ann(c)@x.example")]
    [InlineData("ann@[127.0.0.1]")]
    [InlineData("ann@-x.example")]
    [InlineData("ann@x_y.example")]
    [InlineData("ann@x..example")]
    [InlineData("ann@x.example.")]
    public void What_mail_systems_or_headers_would_stumble_over_is_refused(string? address) =>
        Assert.False(MailAddressRule.TryNormalise(address, out _));

    [Fact]
    public void A_local_part_of_more_than_64_octets_is_refused() =>
        Assert.False(MailAddressRule.TryNormalise(new string('я', 33) + "@x.example", out _));

    [Fact]
    public void Two_spellings_of_one_mailbox_share_a_key() =>
        Assert.Equal(MailAddressRule.KeyOf("Ann@x.example"), MailAddressRule.KeyOf("ann@x.example"));
}
