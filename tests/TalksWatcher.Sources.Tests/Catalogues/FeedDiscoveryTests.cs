using Microsoft.AspNetCore.Http;
using TalksWatcher.Sources.Catalogues;
using TalksWatcher.Sources.Tests.Fetching;

namespace TalksWatcher.Sources.Tests.Catalogues;

public class FeedDiscoveryTests
{
    [Fact]
    public void A_page_offers_its_declared_feeds_before_links_that_look_like_one() => Assert.Equal(
        [
            new FeedLink(new Uri("https://news.example/world.xml"), "World"),
            new FeedLink(new Uri("https://news.example/en/all.atom"), null),
            new FeedLink(new Uri("https://other.example/feed/"), "Our feed"),
        ],
        FeedLinks.Find("""
            <html><head><link rel="stylesheet" href="a.css"><link rel="Alternate" type="application/rss+xml" title=" World " href="/world.xml">
            <link rel="alternate" type="application/atom+xml" href="all.atom"><link rel="alternate" hreflang="uk" href="/uk"></head>
            <body><a href="https://other.example/feed/">Our feed</a><a href="/world.xml">again</a><a href="/feeding">no</a><a href="javascript:x/feed">no</a></body></html>
            """, new Uri("https://news.example/en/")));

    [Fact]
    public async Task A_page_address_leads_to_sources()
    {
        await using var server = await LocalServer.StartAsync(context => context.Response.WriteAsync(
            "<html><head><link rel=alternate type=application/rss+xml title='World News' href=/rss></head></html>"));
        using var fetcher = TestFetcher.Create();

        var (sources, failure) = await new FeedDiscovery(fetcher).FindAsync(server.At("/"), default);

        Assert.Equal([new SourceDefinition { Name = "world-news", Kind = SourceKind.Feed, Url = server.At("/rss").AbsoluteUri }], sources);
        Assert.Null(failure);
    }

    [Fact]
    public async Task The_address_of_a_feed_is_its_own_answer()
    {
        await using var server = await LocalServer.StartAsync(context => context.Response.WriteAsync("<rss><channel><title>Wire</title></channel></rss>"));
        using var fetcher = TestFetcher.Create();

        var (sources, _) = await new FeedDiscovery(fetcher).FindAsync(server.At("/rss"), default);

        Assert.Equal([new SourceDefinition { Name = "wire", Kind = SourceKind.Feed, Url = server.At("/rss").AbsoluteUri }], sources);
    }
}
