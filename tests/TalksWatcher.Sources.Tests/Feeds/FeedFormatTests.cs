using TalksWatcher.Sources.Feeds;

namespace TalksWatcher.Sources.Tests.Feeds;

/// <summary>One feed of each format, read whole.</summary>
public class FeedFormatTests
{
    [Fact]
    public void An_rss_feed_is_read_whole()
    {
        var feed = SampleFeed.Read("""
            <?xml version="1.0" encoding="utf-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom">
              <channel>
                <title>Talks &amp; truces</title>
                <link>https://news.example/</link>
                <atom:link rel="self" href="https://news.example/rss"/>
                <lastBuildDate>Fri, 02 Jan 2026 12:30:00 GMT</lastBuildDate>
                <ttl>45</ttl>
                <skipHours><hour>0</hour><hour>24</hour><hour>3</hour><hour>99</hour></skipHours>
                <skipDays><day>Sunday</day><day>Someday</day></skipDays>
                <item>
                  <title>Delegations meet</title>
                  <link>https://news.example/1</link>
                  <guid isPermaLink="false">tag:1</guid>
                  <description>&lt;p&gt;In short&lt;/p&gt;</description>
                  <content:encoded><![CDATA[<p>First &amp; foremost.</p><p>Second.<script>alert(1)</script></p>]]></content:encoded>
                  <pubDate>Thu, 01 Jan 2026 12:30:00 GMT</pubDate>
                </item>
              </channel>
            </rss>
            """);

        Assert.Equal(
            new FeedEntry("Delegations meet", "https://news.example/1", "tag:1", "In short", "First & foremost.\n\nSecond.", SampleFeed.NewYear, null),
            Assert.Single(feed.Entries));
        Assert.Equal([0, 0, 3], feed.SkipHours);
        Assert.Equal([DayOfWeek.Sunday], feed.SkipDays);
        Assert.Equal(
            new Feed("Talks & truces", "https://news.example/", null, SampleFeed.NextDay, feed.Entries, "utf-8", TimeSpan.FromMinutes(45), feed.SkipHours, feed.SkipDays),
            feed);
    }

    [Fact]
    public void An_atom_feed_is_read_whole()
    {
        var feed = SampleFeed.Read("""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://news.example/en/">
              <title type="html">&lt;b&gt;Talks&lt;/b&gt;</title>
              <id>urn:feed</id>
              <link rel="self" href="feed.atom"/>
              <link href="./"/>
              <updated>2026-01-02T14:30:00+02:00</updated>
              <entry>
                <title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <em>round</em></div></title>
                <id>urn:1</id>
                <link rel="enclosure" href="a.mp3"/>
                <link rel="http://www.iana.org/assignments/relation/alternate" type="text/html" href="one"/>
                <summary>1 &lt; 2 &lt;b&gt;</summary>
                <content type="xhtml" xml:base="/x/"><div xmlns="http://www.w3.org/1999/xhtml"><p>One.</p><p>Two<br/>three.</p></div></content>
                <published>2026-01-01T12:30:00Z</published>
                <updated>2026-01-02T12:30:00Z</updated>
                <source><title>Elsewhere</title><id>urn:else</id></source>
              </entry>
            </feed>
            """);

        Assert.Equal(
            new FeedEntry("A round", "https://news.example/en/one", "urn:1", "1 < 2 <b>", "One.\n\nTwo\nthree.", SampleFeed.NewYear, SampleFeed.NextDay),
            Assert.Single(feed.Entries));
        Assert.Equal(("Talks", "https://news.example/en/", "urn:feed", SampleFeed.NextDay), (feed.Title, feed.Link, feed.Id, feed.UpdatedAt));
    }

    [Fact]
    public void An_rdf_feed_has_its_items_beside_the_channel()
    {
        var feed = SampleFeed.Read("""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
              <channel rdf:about="https://news.example/rdf"><title>Talks</title><link>https://news.example/</link></channel>
              <item rdf:about="https://news.example/1">
                <title>One</title><link>https://news.example/1</link><description>Short</description><dc:date>2026-01-01T12:30Z</dc:date>
              </item>
            </rdf:RDF>
            """);

        Assert.Equal(("Talks", "https://news.example/"), (feed.Title, feed.Link));
        Assert.Equal(
            new FeedEntry("One", "https://news.example/1", "https://news.example/1", "Short", null, SampleFeed.NewYear, SampleFeed.NewYear),
            Assert.Single(feed.Entries));
    }

    [Fact]
    public void A_json_feed_is_read_whole()
    {
        var feed = SampleFeed.Read("""
            {"version": "https://jsonfeed.org/version/1.1", "title": "Talks", "home_page_url": "https://news.example/", "feed_url": "https://news.example/feed.json",
             "items": [{"id": 7, "url": "/1", "title": "One", "summary": "Short", "content_html": "<p>A</p><p>B</p>",
                        "date_published": "2026-01-01T12:30:00Z", "date_modified": "2026-01-02T12:30:00Z"}, 5, {"id": "8", "title": 9}]}
            """, "https://news.example/feed.json");

        Assert.Equal(("Talks", "https://news.example/", "https://news.example/feed.json", null), (feed.Title, feed.Link, feed.Id, feed.UpdatedAt));
        Assert.Equal(
            [
                new FeedEntry("One", "https://news.example/1", "7", "Short", "A\n\nB", SampleFeed.NewYear, SampleFeed.NextDay),
                new FeedEntry(null, null, "8", null, null, null, null),
            ],
            feed.Entries);
    }

    [Fact]
    public void A_news_sitemap_gives_one_entry_for_each_address()
    {
        var feed = SampleFeed.Read("""
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
              <url><loc>https://news.example/1</loc><lastmod>2026-01-02T12:30:00Z</lastmod>
                <news:news><news:publication><news:name>Example</news:name></news:publication>
                  <news:publication_date>2026-01-01T12:30:00Z</news:publication_date><news:title>One</news:title></news:news></url>
              <url><loc>https://news.example/2</loc></url>
            </urlset>
            """);

        Assert.Equal(
            [
                new FeedEntry("One", "https://news.example/1", "https://news.example/1", null, null, SampleFeed.NewYear, SampleFeed.NextDay),
                new FeedEntry(null, "https://news.example/2", "https://news.example/2", null, null, null, null),
            ],
            feed.Entries);
    }

    [Fact]
    public void A_channel_definition_keeps_addresses_and_dates_in_attributes()
    {
        var entry = Assert.Single(SampleFeed.Read("""
            <CHANNEL HREF="https://news.example/"><TITLE>Talks</TITLE>
            <ITEM HREF="https://news.example/1" LASTMOD="2026-01-01T12:30"><TITLE>One</TITLE><ABSTRACT>Short</ABSTRACT></ITEM></CHANNEL>
            """).Entries);

        Assert.Equal(new FeedEntry("One", "https://news.example/1", null, "Short", null, null, SampleFeed.NewYear), entry);
    }
}
