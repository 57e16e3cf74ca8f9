using TalksWatcher.Sources.Feeds;

namespace TalksWatcher.Sources.Tests.Feeds;

/// <summary>Links, ids and dates of an entry.</summary>
public class FeedFieldTests
{
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
        Assert.Equal(link, Assert.Single(SampleFeed.Read($"<rss><channel><item>{item}</item></channel></rss>", "https://base.example/rss").Entries).Link);

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
        var entry = Assert.Single(SampleFeed.Read($"<rss><channel><item>{item}</item></channel></rss>").Entries);

        Assert.Equal((published ? SampleFeed.NewYear : null, updated ? SampleFeed.NewYear : (DateTimeOffset?)null), (entry.PublishedAt, entry.UpdatedAt));
    }

    [Theory]
    [InlineData("<guid> tag:1 </guid><enclosure url='https://a.example/e.mp3'/>", "tag:1")]
    [InlineData("<enclosure url='https://a.example/e.mp3'/>", "https://a.example/e.mp3")]
    [InlineData("<guid/><atom:id>HTTP://A.example/%7E</atom:id>", "HTTP://A.example/%7E")]
    [InlineData("<link>https://a.example/1</link>", null)]
    public void An_id_is_kept_verbatim(string item, string? id) =>
        Assert.Equal(id, Assert.Single(SampleFeed.Read($"<rss><channel><item>{item}</item></channel></rss>").Entries).Id);
}
