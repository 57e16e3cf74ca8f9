using TalksWatcher.Digests.Readers;

namespace TalksWatcher.Digests.Tests.Readers;

public sealed class SignedTokenTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    private static readonly SignedToken Tokens = new(Key, "unsubscribe");

    [Fact]
    public void A_token_names_what_it_was_made_for()
    {
        Assert.True(Tokens.TryRead(Tokens.For("анна@x.example"), out var id));
        Assert.Equal("анна@x.example", id);
    }

    [Fact]
    public void A_token_of_another_key_is_refused() =>
        Assert.False(Tokens.TryRead(new SignedToken(new byte[32], "unsubscribe").For("ann@x.example"), out _));

    [Fact]
    public void A_token_for_another_purpose_is_refused() =>
        Assert.False(Tokens.TryRead(new SignedToken(Key, "page").For("ann@x.example"), out _));

    [Fact]
    public void A_signature_moved_to_another_subscriber_is_refused()
    {
        var mine = Tokens.For("ann@x.example").Split('.');
        var theirs = Tokens.For("bob@x.example").Split('.');
        Assert.False(Tokens.TryRead($"{theirs[0]}.{mine[1]}", out _));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("YW5u")]
    [InlineData("YW5u.")]
    [InlineData("YW5u.YW5u")]
    [InlineData("YW5u.a.b")]
    [InlineData("not base64!.x")]
    public void What_is_no_token_is_refused(string? token) => Assert.False(Tokens.TryRead(token, out _));

    [Fact]
    public void A_short_key_is_refused_at_start() => Assert.Throws<ArgumentException>(() => new SignedToken(new byte[31], "unsubscribe"));
}
