using System.Text;
using TalksWatcher.Sources.Feeds;

namespace TalksWatcher.Sources.Tests.Feeds;

public class FeedReaderTests
{
    private static readonly DateTimeOffset NewYear = new(2026, 1, 1, 12, 30, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset NextDay = NewYear.AddDays(1);

    [Fact]
    public void An_rss_feed_is_read_whole()
    {
        var feed = Read("""
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
            new FeedEntry("Delegations meet", "https://news.example/1", "tag:1", "In short", "First & foremost.\n\nSecond.", NewYear, null),
            Assert.Single(feed.Entries));
        Assert.Equal([0, 0, 3], feed.SkipHours);
        Assert.Equal([DayOfWeek.Sunday], feed.SkipDays);
        Assert.Equal(
            new Feed("Talks & truces", "https://news.example/", null, NextDay, feed.Entries, "utf-8", TimeSpan.FromMinutes(45), feed.SkipHours, feed.SkipDays),
            feed);
    }

    [Fact]
    public void An_atom_feed_is_read_whole()
    {
        var feed = Read("""
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
            new FeedEntry("A round", "https://news.example/en/one", "urn:1", "1 < 2 <b>", "One.\n\nTwo\nthree.", NewYear, NextDay),
            Assert.Single(feed.Entries));
        Assert.Equal(("Talks", "https://news.example/en/", "urn:feed", NextDay), (feed.Title, feed.Link, feed.Id, feed.UpdatedAt));
    }

    [Fact]
    public void An_rdf_feed_has_its_items_beside_the_channel()
    {
        var feed = Read("""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
              <channel rdf:about="https://news.example/rdf"><title>Talks</title><link>https://news.example/</link></channel>
              <item rdf:about="https://news.example/1">
                <title>One</title><link>https://news.example/1</link><description>Short</description><dc:date>2026-01-01T12:30Z</dc:date>
              </item>
            </rdf:RDF>
            """);

        Assert.Equal(("Talks", "https://news.example/"), (feed.Title, feed.Link));
        Assert.Equal(
            new FeedEntry("One", "https://news.example/1", "https://news.example/1", "Short", null, NewYear, NewYear),
            Assert.Single(feed.Entries));
    }

    [Fact]
    public void A_json_feed_is_read_whole()
    {
        var feed = Read("""
            {"version": "https://jsonfeed.org/version/1.1", "title": "Talks", "home_page_url": "https://news.example/", "feed_url": "https://news.example/feed.json",
             "items": [{"id": 7, "url": "/1", "title": "One", "summary": "Short", "content_html": "<p>A</p><p>B</p>",
                        "date_published": "2026-01-01T12:30:00Z", "date_modified": "2026-01-02T12:30:00Z"}, 5, {"id": "8", "title": 9}]}
            """, "https://news.example/feed.json");

        Assert.Equal(("Talks", "https://news.example/", "https://news.example/feed.json", null), (feed.Title, feed.Link, feed.Id, feed.UpdatedAt));
        Assert.Equal(
            [
                new FeedEntry("One", "https://news.example/1", "7", "Short", "A\n\nB", NewYear, NextDay),
                new FeedEntry(null, null, "8", null, null, null, null),
            ],
            feed.Entries);
    }

    [Fact]
    public void A_news_sitemap_gives_one_entry_for_each_address()
    {
        var feed = Read("""
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
              <url><loc>https://news.example/1</loc><lastmod>2026-01-02T12:30:00Z</lastmod>
                <news:news><news:publication><news:name>Example</news:name></news:publication>
                  <news:publication_date>2026-01-01T12:30:00Z</news:publication_date><news:title>One</news:title></news:news></url>
              <url><loc>https://news.example/2</loc></url>
            </urlset>
            """);

        Assert.Equal(
            [
                new FeedEntry("One", "https://news.example/1", "https://news.example/1", null, null, NewYear, NextDay),
                new FeedEntry(null, "https://news.example/2", "https://news.example/2", null, null, null, null),
            ],
            feed.Entries);
    }

    [Fact]
    public void A_channel_definition_keeps_addresses_and_dates_in_attributes()
    {
        var entry = Assert.Single(Read("""
            <CHANNEL HREF="https://news.example/"><TITLE>Talks</TITLE>
            <ITEM HREF="https://news.example/1" LASTMOD="2026-01-01T12:30"><TITLE>One</TITLE><ABSTRACT>Short</ABSTRACT></ITEM></CHANNEL>
            """).Entries);

        Assert.Equal(new FeedEntry("One", "https://news.example/1", null, "Short", null, null, NewYear), entry);
    }

    [Theory]
    [InlineData("<item><title>Plain &amp; simple</title>", "Plain & simple")]
    [InlineData("<item><title>Undeclared &eacute;&nbsp;&hellip;&rang;</title>", "Undeclared é\u00A0…\u232A")]
    [InlineData("<item><title>Bare & ampersand &unknown; AT&T</title>", "Bare & ampersand &unknown; AT&T")]
    [InlineData("<item><title>&#65;&#x42;&#X43;&#150;&#0;</title>", "ABC–")]
    [InlineData("<item><title><![CDATA[Marked <b>up</b> &amp; sound]]></title>", "Marked up & sound")]
    [InlineData("<item><title><![CDATA[Broken off", "Broken off")]
    [InlineData("<item><title>Twice &amp;amp; escaped &amp;quot;x&amp;quot;</title>", "Twice & escaped \"x\"")]
    [InlineData("<item><title>1 &lt; 2 &gt; 0</title>", "1 < 2 > 0")]
    [InlineData("<item><title>3 < 4</title>", "3 < 4")]
    [InlineData("<item><title>Un<b>escaped</b> markup<br>here</title>", "Unescaped markup\nhere")]
    [InlineData("<item><title>safe<script>alert('x')</script> text</title>", "safe text")]
    [InlineData("<item><title>&lt;script&gt;alert('&lt;p&gt;')&lt;/script&gt;safe&lt;style&gt;p{}&lt;/style&gt;</title>", "safe")]
    [InlineData("<item><title>Contr\u0001ol\u000Bs</title>", "Controls")]
    [InlineData("<item><TITLE>Upper case</Title>", "Upper case")]
    [InlineData("<item><title>First</title><title>Second</title>", "First")]
    [InlineData("<item><media:title>Other</media:title><title>Own</title>", "Own")]
    [InlineData("<item><media:title>Other</media:title>", "Other")]
    [InlineData("<item><dc:title>Dublin</dc:title>", "Dublin")]
    [InlineData("<item><x:title xmlns:x='urn:x'>Foreign</x:title><title>Own</title>", "Own")]
    [InlineData("<item><image><title>Picture</title></image><title>Own</title>", "Own")]
    [InlineData("<item><title></title><dc:title>Dublin</dc:title>", "Dublin")]
    [InlineData("<item><!-- <title>No</title> --><?php echo 1 ?><title>Yes</title>", "Yes")]
    public void A_title_is_read_as_plain_text(string item, string title) =>
        Assert.Equal(title, Assert.Single(Read($"<rss version='2.0'><channel>{item}</item></channel></rss>").Entries).Title);

    [Theory]
    [InlineData("<title>x</title>", "x")]
    [InlineData("<title type='text'>The &lt;blink&gt; tag</title>", "The <blink> tag")]
    [InlineData("<title type='html'>A &amp;amp; B &lt;i&gt;c&lt;/i&gt;</title>", "A & B c")]
    [InlineData("<title type='text/html' mode='escaped'>A &lt;i&gt;c&lt;/i&gt;</title>", "A c")]
    [InlineData("<title type='application/octet-stream' mode='base64'>RXhhbXBsZSBBdG9t</title>", "Example Atom")]
    [InlineData("<title mode='base64' type='text/html'>PGI+RXhhbXBsZTwvYj4gQXRvbQ==</title>", "Example Atom")]
    [InlineData("<title type='application/xhtml+xml' mode='xml'>A <i>c</i></title>", "A c")]
    [InlineData("<title type=''>x</title>", "x")]
    public void An_atom_text_is_read_by_its_type_and_mode(string title, string text)
    {
        Assert.Equal(text, Assert.Single(Read($"<feed xmlns='http://www.w3.org/2005/Atom'><entry>{title}</entry></feed>").Entries).Title);
        Assert.Equal(text, Assert.Single(Read($"<a:feed xmlns:a='http://purl.org/atom/ns#'><a:entry>{title.Replace("title", "a:title", StringComparison.Ordinal)}</a:entry></a:feed>").Entries).Title);
    }

    [Theory]
    [InlineData("<link>https://a.example/1</link><guid>https://a.example/g</guid>", "https://a.example/1")]
    [InlineData("<guid>https://a.example/g</guid>", "https://a.example/g")]
    [InlineData("<guid isPermaLink='false'>https://a.example/g</guid>", null)]
    [InlineData("<guid>12345</guid>", null)]
    [InlineData("<guid>tag:a.example,2026:1</guid>", null)]
    [InlineData("<link/><atom:link href='https://a.example/2'/>", "https://a.example/2")]
    [InlineData("<atom:link rel='alternate' type='application/pdf' href='https://a.example/p'/><atom:link type='text/html' href='https://a.example/2'/>", "https://a.example/2")]
    [InlineData("<link> one?a=1&b=2 </link>", "https://base.example/one?a=1&b=2")]
    [InlineData("<link xml:base='https://other.example/d/'>../one</link>", "https://other.example/one")]
    [InlineData("<link>HTTPS://A.Example/%7Ebob</link>", "HTTPS://A.Example/%7Ebob")]
    [InlineData("<enclosure url='https://a.example/e.mp3'/>", null)]
    public void A_link_is_the_page_a_reader_would_open(string item, string? link) =>
        Assert.Equal(link, Assert.Single(Read($"<rss><channel><item>{item}</item></channel></rss>", "https://base.example/rss").Entries).Link);

    [Theory]
    [InlineData("<pubDate>Thu, 01 Jan 2026 12:30:00 GMT</pubDate>", true, false)]
    [InlineData("<dc:date>2026-01-01T12:30:00Z</dc:date>", true, true)]
    [InlineData("<dcterms:issued>2026-01-01T12:30:00Z</dcterms:issued>", true, false)]
    [InlineData("<dcterms:created>2026-01-01T12:30:00Z</dcterms:created>", true, false)]
    [InlineData("<dcterms:modified>2026-01-01T12:30:00Z</dcterms:modified>", false, true)]
    [InlineData("<atom:updated>2026-01-01T12:30:00Z</atom:updated>", false, true)]
    [InlineData("<atom:published>2025-01-01T12:30:00Z</atom:published><atom:published>2026-01-01T12:30:00Z</atom:published>", true, false)]
    [InlineData("<modified>Thu, 01 Jan 2026 12:30:00 GMT</modified>", false, true)]
    [InlineData("<pubDate>soon</pubDate>", false, false)]
    [InlineData("", false, false)]
    public void A_date_is_read_under_every_name_and_absent_otherwise(string item, bool published, bool updated)
    {
        var entry = Assert.Single(Read($"<rss><channel><item>{item}</item></channel></rss>").Entries);

        Assert.Equal((published ? NewYear : null, updated ? NewYear : (DateTimeOffset?)null), (entry.PublishedAt, entry.UpdatedAt));
    }

    [Theory]
    [InlineData("<description>Short</description><content:encoded>Long</content:encoded>", "Short", "Long")]
    [InlineData("<content:encoded>Long</content:encoded><description>Short</description>", "Short", "Long")]
    [InlineData("<description>Short</description><summary>Other</summary>", "Short", "Other")]
    [InlineData("<content:encoded>Long</content:encoded>", "Long", "Long")]
    [InlineData("<xhtml:body xmlns:xhtml='http://www.w3.org/1999/xhtml'><xhtml:p>Long</xhtml:p></xhtml:body>", "Long", "Long")]
    [InlineData("<itunes:summary>Spoken</itunes:summary>", "Spoken", null)]
    [InlineData("<media:description>Seen</media:description>", "Seen", null)]
    public void Summary_and_content_are_told_apart(string item, string summary, string? content)
    {
        var entry = Assert.Single(Read($"<rss><channel><item>{item}</item></channel></rss>").Entries);

        Assert.Equal((summary, content), (entry.Summary, entry.Content));
    }

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
        var feed = Read(text);

        Assert.Equal(("T", "1"), (feed.Title, Assert.Single(feed.Entries).Title));
    }

    [Theory]
    [InlineData("<guid> tag:1 </guid><enclosure url='https://a.example/e.mp3'/>", "tag:1")]
    [InlineData("<enclosure url='https://a.example/e.mp3'/>", "https://a.example/e.mp3")]
    [InlineData("<guid/><atom:id>HTTP://A.example/%7E</atom:id>", "HTTP://A.example/%7E")]
    [InlineData("<link>https://a.example/1</link>", null)]
    public void An_id_is_kept_verbatim(string item, string? id) =>
        Assert.Equal(id, Assert.Single(Read($"<rss><channel><item>{item}</item></channel></rss>").Entries).Id);

    [Fact]
    public void An_item_that_is_not_closed_does_not_swallow_the_next() => Assert.Equal(
        ["1", "2"], Read("<rss><channel><item><title>1</title><item><title>2</title></item></channel></rss>").Entries.Select(entry => entry.Title));

    [Fact]
    public void Nothing_that_a_document_type_declares_is_expanded() => Assert.Equal(
        "&lol;", Read("<!DOCTYPE rss [<!ENTITY lol 'lol'>]><rss><channel><title>&lol;</title></channel></rss>").Title);

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
    public void What_is_no_feed_is_refused(string text) => Assert.Throws<FeedFormatException>(() => Read(text));

    [Fact]
    public void Elements_nested_without_end_are_refused()
    {
        var deep = "<rss><channel>" + string.Concat(Enumerable.Repeat("<a>", 100_000));

        Assert.Equal("elements nested deeper than 128", Assert.Throws<FeedFormatException>(() => Read(deep)).Message);
    }

    [Fact]
    public void More_nodes_than_the_limit_are_refused()
    {
        var wide = "<rss><channel>" + new string('<', 600_000);

        Assert.Equal("more than 500000 elements and runs of text", Assert.Throws<FeedFormatException>(() => Read(wide)).Message);
    }

    [Fact]
    public void More_entries_than_the_limit_are_refused()
    {
        var long_ = "<rss><channel>" + string.Concat(Enumerable.Repeat("<item/>", 10_001));

        Assert.Equal("more than 10000 entries", Assert.Throws<FeedFormatException>(() => Read(long_)).Message);
    }

    private static Feed Read(string text, string? address = null) =>
        FeedReader.Read(Encoding.UTF8.GetBytes(text), address: address is null ? null : new Uri(address));
}
