using TalksWatcher.Sources.Identity;

namespace TalksWatcher.Sources.Tests.Identity;

public class DocumentIdentityTests
{
    [Theory]
    [InlineData("https://news.example/a", "https://news.example/a")]
    [InlineData("http://NEWS.example:80/a#top", "https://news.example/a")]
    [InlineData("https://news.example:443/a?utm_source=rss&id=7&fbclid=x", "https://news.example/a?id=7")]
    [InlineData("https://news.example/a?utm_medium=rss", "https://news.example/a")]
    [InlineData("https://news.example/a?at_medium=RSS&at_campaign=KARANGA", "https://news.example/a")]
    [InlineData("https://news.example./a?b=2&a=1", "https://news.example/a?b=2&a=1")]
    [InlineData("https://news.example:8443/A%7Eb", "https://news.example:8443/A~b")]
    [InlineData("https://новини.example/стаття", "https://xn--b1amarcd.example/%D1%81%D1%82%D0%B0%D1%82%D1%82%D1%8F")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("https://user:secret@news.example/a", null)]
    [InlineData("/relative", null)]
    [InlineData(null, null)]
    public void An_address_has_one_canonical_form(string? address, string? canonical) =>
        Assert.Equal(canonical, CanonicalAddress.Of(address));

    [Fact]
    public void A_report_with_an_address_is_named_by_it() =>
        Assert.Equal("https://news.example/a", DocumentIdentity.Key("http://news.example/a#x", "wire", "guid-1", "ab12"));

    [Fact]
    public void A_report_without_an_address_is_named_by_its_id_within_the_source() =>
        Assert.Equal("wire#guid-1", DocumentIdentity.Key(null, "wire", " guid-1 ", "ab12"));

    [Fact]
    public void A_report_with_neither_is_named_by_its_text() =>
        Assert.Equal("sha256:ab12", DocumentIdentity.Key("mailto:x", "wire", " ", "ab12"));

    [Fact]
    public void Blanks_make_no_other_text() =>
        Assert.Equal(DocumentIdentity.TextHash("A  title", "One\n\ntwo"), DocumentIdentity.TextHash(" A title", "One two\n"));

    [Fact]
    public void A_changed_word_makes_another_text() =>
        Assert.NotEqual(DocumentIdentity.TextHash("A title", "One two"), DocumentIdentity.TextHash("A title", "One three"));
}
