using System.Text;
using TalksWatcher.Sources.Feeds;

namespace TalksWatcher.Sources.Tests.Feeds;

/// <summary>What publishers send in place of a feed.</summary>
public class BrokenFeedTests
{
    [Theory]
    [InlineData("<rss><channel><title>T</title><item><title>1</title></item>")]
    [InlineData("<rss><channel><title>T</title><item><title>1</channel></rss>")]
    [InlineData("<rss><channel><title>T</title><item><title>1</title></item></channel></rss><!-- 0.1 s --><script>x</script> junk")]
    [InlineData("\uFEFF\n\n junk <rss><channel><title>T</title><item><title>1</title></item></channel></rss>")]
    [InlineData("<!DOCTYPE rss [<!ENTITY x 'y'> <!ENTITY e SYSTEM 'file:///etc/passwd'>]><rss><channel><title>T</title><item><title>1</title></item></channel></rss>")]
    [InlineData("<rss><channel><title>T</title><item><title>1</title></channel></rss")]
    [InlineData("<rss xmlns='urn:made-up'><channel><title>T</title><item><title>1</title></item></channel></rss>")]
    [InlineData("<rss><channel><title>T</title></channel><item><title>1</title></item></rss>")]
    [InlineData("<rss version=2.0 x><channel><title lang=en>T</title><item><title>1</title></item></channel></rss>")]
    [InlineData("<rss><channel><title>T</title><item></p><title>1</title></item></channel></rss>")]
    public void A_broken_feed_is_read_as_far_as_it_makes_sense(string text)
    {
        var feed = SampleFeed.Read(text);

        Assert.Equal(("T", "1"), (feed.Title, Assert.Single(feed.Entries).Title));
    }

    [Fact]
    public void An_item_that_is_not_closed_does_not_swallow_the_next() => Assert.Equal(
        ["1", "2"], SampleFeed.Read("<rss><channel><item><title>1</title><item><title>2</title></item></channel></rss>").Entries.Select(entry => entry.Title));

    [Fact]
    public void Nothing_that_a_document_type_declares_is_expanded() => Assert.Equal(
        "&lol;", SampleFeed.Read("<!DOCTYPE rss [<!ENTITY lol 'lol'>]><rss><channel><title>&lol;</title></channel></rss>").Title);

    [Theory]
    [InlineData("windows-1251", "windows-1251")]
    [InlineData("koi8-r", "koi8-r")]
    public void The_prolog_names_the_charset(string charset, string expected)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = Encoding.GetEncoding(charset).GetBytes($"<?xml version='1.0' encoding='{charset}'?><rss><channel><title>Переговоры</title></channel></rss>");

        var feed = FeedReader.Read(bytes);

        Assert.Equal(("Переговоры", expected), (feed.Title, feed.Charset));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("<!doctype html><html><body><p>Not found</p></body></html>")]
    [InlineData("{\"error\": \"gone\"}")]
    [InlineData("{\"items\": [")]
    [InlineData("plain words")]
    public void What_is_no_feed_is_refused(string text) => Assert.Throws<FeedFormatException>(() => SampleFeed.Read(text));

    [Fact]
    public void Elements_nested_without_end_are_refused()
    {
        var deep = "<rss><channel>" + string.Concat(Enumerable.Repeat("<a>", 100_000));

        Assert.Equal("elements nested deeper than 128", Assert.Throws<FeedFormatException>(() => SampleFeed.Read(deep)).Message);
    }

    [Fact]
    public void More_nodes_than_the_limit_are_refused()
    {
        var wide = "<rss><channel>" + new string('<', 600_000);

        Assert.Equal("more than 500000 elements and runs of text", Assert.Throws<FeedFormatException>(() => SampleFeed.Read(wide)).Message);
    }

    [Fact]
    public void More_entries_than_the_limit_are_refused()
    {
        var long_ = "<rss><channel>" + string.Concat(Enumerable.Repeat("<item/>", 10_001));

        Assert.Equal("more than 10000 entries", Assert.Throws<FeedFormatException>(() => SampleFeed.Read(long_)).Message);
    }
}
