namespace TalksWatcher.Sources.Tests.Feeds;

/// <summary>One fact said in the many ways in which formats, versions and modules say it.</summary>
public class SiblingFormTests
{
    private static readonly DateTimeOffset NewYear = SampleFeed.NewYear;

    [Theory]
    [InlineData("<rss version='0.91'><channel><title>T</title><link>https://a.example/</link><item><title>One</title></item></channel></rss>")]
    [InlineData("<!DOCTYPE rss PUBLIC '-//Netscape Communications//DTD RSS 0.91//EN' 'http://my.netscape.com/publish/formats/rss-0.91.dtd'><rss version='0.91'><channel><title>T</title><link>https://a.example/</link><item><title>One</title></item></channel></rss>")]
    [InlineData("<rss version='2.0' xmlns='http://backend.userland.com/rss2'><channel><title>T</title><link>https://a.example/</link><item><title>One</title></item></channel></rss>")]
    [InlineData("<r:rss xmlns:r='http://backend.userland.com/RSS2' version='2.0'><r:channel><r:title>T</r:title><r:link>https://a.example/</r:link><r:item><r:title>One</r:title></r:item></r:channel></r:rss>")]
    [InlineData("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://my.netscape.com/rdf/simple/0.9/'><channel><title>T</title><link>https://a.example/</link></channel><image><title>I</title></image><item><title>One</title></item><textinput><title>X</title></textinput></rdf:RDF>")]
    [InlineData("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:rss='http://purl.org/rss/1.0/'><rss:channel rdf:about='x'><rss:title>T</rss:title><rss:link>https://a.example/</rss:link></rss:channel><rss:item rdf:about='y'><rss:title>One</rss:title></rss:item></rdf:RDF>")]
    [InlineData("<Channel xmlns='http://purl.org/net/rss1.1#' xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' rdf:about='x'><title>T</title><link>https://a.example/</link><items rdf:parseType='Collection'><item rdf:about='y'><title>One</title></item></items></Channel>")]
    [InlineData("<feed version='0.3' xmlns='http://purl.org/atom/ns#'><title>T</title><link rel='alternate' type='text/html' href='https://a.example/'/><entry><title>One</title></entry></feed>")]
    [InlineData("<feed version='0.2' xmlns='http://purl.org/pie/'><title>T</title><link>https://a.example/</link><entry><title>One</title></entry></feed>")]
    [InlineData("<atom:feed xmlns:atom='http://www.w3.org/2005/Atom'><atom:title>T</atom:title><atom:link href='https://a.example/'/><atom:entry><atom:title>One</atom:title></atom:entry></atom:feed>")]
    [InlineData("<feed xmlns='http://example.com/not-atom'><title>T</title><link href='https://a.example/'/><entry><title>One</title></entry></feed>")]
    [InlineData("<feed><title>T</title><link href='https://a.example/'/><entry><title>One</title></entry></feed>")]
    [InlineData("<CHANNEL HREF='https://a.example/'><TITLE>T</TITLE><ITEM><TITLE>One</TITLE></ITEM></CHANNEL>")]
    [InlineData("<channel><title>T</title><link>https://a.example/</link><item><title>One</title></item></channel>")]
    [InlineData("<?xml version='1.1'?><?xml-stylesheet href='x.xsl'?><!-- <rss> --><RSS><CHANNEL><TITLE>T</TITLE><LINK>https://a.example/</LINK><ITEM><TITLE>One</TITLE></ITEM></CHANNEL></RSS>")]
    public void A_title_and_a_link_are_the_same_in_every_format(string text)
    {
        var feed = SampleFeed.Read(text);

        Assert.Equal(("T", "https://a.example/", "One"), (feed.Title, feed.Link, Assert.Single(feed.Entries).Title));
    }

    [Theory]
    [InlineData("<description>Words</description>")]
    [InlineData("<description>&lt;p&gt;Words&lt;/p&gt;</description>")]
    [InlineData("<description><![CDATA[<b>Words</b>]]></description>")]
    [InlineData("<description><p>Words</p></description>")]
    [InlineData("<dc:description xmlns:dc='http://purl.org/dc/elements/1.1/'>Words</dc:description>")]
    [InlineData("<summary>Words</summary>")]
    [InlineData("<abstract>Words</abstract>")]
    [InlineData("<itunes:summary xmlns:itunes='http://www.itunes.com/DTDs/Podcast-1.0.dtd'>Words</itunes:summary>")]
    [InlineData("<media:group xmlns:media='http://search.yahoo.com/mrss/'><media:description>Other</media:description></media:group><description>Words</description>")]
    public void A_summary_is_read_under_every_name(string item) => Assert.Equal("Words", SampleFeed.Item(item).Summary);

    [Theory]
    [InlineData("<content:encoded xmlns:content='http://purl.org/rss/1.0/modules/content/'>&lt;p&gt;Words&lt;/p&gt;</content:encoded>")]
    [InlineData("<content:encoded><![CDATA[<div>Words</div>]]></content:encoded>")]
    [InlineData("<fullitem>Words</fullitem>")]
    [InlineData("<body xmlns='http://www.w3.org/1999/xhtml'><p>Words</p></body>")]
    [InlineData("<xhtml:div xmlns:xhtml='http://www.w3.org/1999/xhtml'><xhtml:p>Words</xhtml:p></xhtml:div>")]
    [InlineData("<atom:content xmlns:atom='http://www.w3.org/2005/Atom' type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>Words</div></atom:content>")]
    [InlineData("<content type='html'>&lt;p&gt;Words</content>")]
    public void A_content_is_read_under_every_name(string item) => Assert.Equal("Words", SampleFeed.Item(item).Content);

    [Theory]
    [InlineData("<updated>2026-01-01T12:30:00Z</updated>")]
    [InlineData("<modified>2026-01-01T12:30:00Z</modified>")]
    [InlineData("<updated>Thu, 01 Jan 2026 12:30:00 GMT</updated>")]
    [InlineData("<updated> 2026-01-01T14:30:00+02:00 </updated>")]
    [InlineData("<dc:date xmlns:dc='http://purl.org/dc/elements/1.1/'>2026-01-01T12:30:00Z</dc:date>")]
    [InlineData("<dcterms:modified xmlns:dcterms='http://purl.org/dc/terms/'>2026-01-01T12:30:00Z</dcterms:modified>")]
    public void A_feed_and_an_entry_say_alike_when_they_were_changed(string date)
    {
        var feed = SampleFeed.Read($"<feed xmlns='http://www.w3.org/2005/Atom'>{date}<entry>{date}</entry></feed>");

        Assert.Equal((NewYear, NewYear), (feed.UpdatedAt, Assert.Single(feed.Entries).UpdatedAt));
    }

    [Theory]
    [InlineData("<lastBuildDate>Thu, 01 Jan 2026 12:30:00 GMT</lastBuildDate><pubDate>Wed, 31 Dec 2025 12:30:00 GMT</pubDate>")]
    [InlineData("<pubDate>Thu, 01 Jan 2026 12:30:00 GMT</pubDate>")]
    [InlineData("<dc:date>2026-01-01T12:30:00Z</dc:date>")]
    [InlineData("<dcterms:modified>2026-01-01T12:30:00Z</dcterms:modified>")]
    [InlineData("<atom:updated>2026-01-01T12:30:00Z</atom:updated>")]
    public void A_channel_says_when_it_was_changed(string date) =>
        Assert.Equal(NewYear, SampleFeed.Read($"<rss><channel>{date}<item/></channel></rss>").UpdatedAt);

    [Theory]
    [InlineData("<issued>2026-01-01T12:30:00Z</issued>")]
    [InlineData("<published>2026-01-01T12:30:00Z</published>")]
    [InlineData("<created>2026-01-01T12:30:00Z</created>")]
    [InlineData("<published>2025-01-01T12:30:00Z</published><published>2026-01-01T12:30:00Z</published>")]
    [InlineData("<created>2025-01-01T12:30:00Z</created><issued>2026-01-01T12:30:00Z</issued>")]
    [InlineData("<source><published>2025-01-01T12:30:00Z</published></source><published>2026-01-01T12:30:00Z</published>")]
    public void An_entry_says_when_it_was_published(string date) =>
        Assert.Equal(NewYear, Assert.Single(SampleFeed.Read($"<feed xmlns='http://www.w3.org/2005/Atom'><entry>{date}</entry></feed>").Entries).PublishedAt);

    [Theory]
    [InlineData("<link href='https://a.example/1'/>")]
    [InlineData("<link rel='alternate' href='https://a.example/1'/>")]
    [InlineData("<link rel='ALTERNATE' href=' https://a.example/1 '/>")]
    [InlineData("<link rel='self' href='https://a.example/x'/><link href='https://a.example/1'/>")]
    [InlineData("<link rel='related' href='https://a.example/x'/><link rel='via' href='https://a.example/y'/><link rel='alternate' href='https://a.example/1'/>")]
    [InlineData("<link rel='alternate' type='application/xhtml+xml' href='https://a.example/1'/><link rel='alternate' type='text/html' href='https://a.example/2'/>")]
    [InlineData("<link rel='http://www.iana.org/assignments/relation/alternate' href='https://a.example/1'/>")]
    [InlineData("<link rel='alternate' href='1'/>")]
    [InlineData("<link xml:base='https://a.example/x/' href='../1'/>")]
    [InlineData("<link>https://a.example/1</link>")]
    public void An_entry_leads_to_the_page_a_reader_would_open(string link) => Assert.Equal(
        "https://a.example/1",
        Assert.Single(SampleFeed.Read($"<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://a.example/'><entry>{link}</entry></feed>").Entries).Link);

    [Theory]
    [InlineData("<title>Own</title><media:title xmlns:media='http://search.yahoo.com/mrss/'>Other</media:title><dc:title>Third</dc:title>")]
    [InlineData("<media:content xmlns:media='http://search.yahoo.com/mrss/'><media:title>Other</media:title></media:content><title>Own</title>")]
    [InlineData("<x:title xmlns:x='http://x.example/'>Other</x:title><title>Own</title><x:title xmlns:x='http://x.example/'>Third</x:title>")]
    [InlineData("<source url='x'>Other</source><enclosure><title>Third</title></enclosure><title>Own</title>")]
    [InlineData("<title/><dc:title>Own</dc:title>")]
    [InlineData("<itunes:title>Own</itunes:title>")]
    public void A_title_of_something_else_is_not_the_entrys(string item) => Assert.Equal("Own", SampleFeed.Item(item).Title);

    [Theory]
    [InlineData("<id>tag:a.example,2026:1</id><x:id xmlns:x='http://x.example/'>2</x:id>")]
    [InlineData("<x:id xmlns:x='http://x.example/'>2</x:id><id>tag:a.example,2026:1</id>")]
    [InlineData("<source><id>2</id></source><id>tag:a.example,2026:1</id>")]
    [InlineData("<id> tag:a.example,2026:1 </id>")]
    public void An_id_of_something_else_is_not_the_entrys(string ids) => Assert.Equal(
        "tag:a.example,2026:1", Assert.Single(SampleFeed.Read($"<feed xmlns='http://www.w3.org/2005/Atom'><entry>{ids}</entry></feed>").Entries).Id);

    [Theory]
    [InlineData("<rss><channel><title>T</title><link>https://a.example/</link><item><title>One</title><link rel=\"alternate href=\"https://a.example/1\"></item></channel></rss>")]
    [InlineData("<rss><channel><title>T</title><item><title>One</title><content:encoded>undeclared</content:encoded></item></channel></rss>")]
    [InlineData("<rss version=\"2.0\"><channel><title>T</title><item><title>One</title><author>a & b <c@a.example></author></item></channel></rss>")]
    [InlineData("<rss><channel><title>T</title><item><title>One</title><description><![CDATA[ never closed </description></item></channel></rss>")]
    [InlineData("<rss><channel><title>T</title><textInput/><item><title>One</title></item></channel></rss>")]
    public void Broken_markup_in_one_place_spoils_no_other(string text)
    {
        var feed = SampleFeed.Read(text);

        Assert.Equal(("T", "One"), (feed.Title, Assert.Single(feed.Entries).Title));
    }
}
