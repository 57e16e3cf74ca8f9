using System.Text;
using TalksWatcher.Sources.Pages;

namespace TalksWatcher.Sources.Tests.Pages;

public sealed class ArticleMetadataTests
{
    private const string Noon = "2026-02-01T12:00:00+02:00";

    [Theory]
    [InlineData("""<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2026-02-01T12:00:00+02:00"}</script>""")]
    [InlineData("""<script type="application/LD+JSON">[{"@type":"WebSite"},{"@type":["Thing","ReportageNewsArticle"],"datePublished":"2026-02-01T12:00:00+02:00"}]</script>""")]
    [InlineData("""<script type="application/ld+json">{"@graph":[{"@type":"Person"},{"@type":"BlogPosting","datePublished":"2026-02-01T12:00:00+02:00"}]}</script>""")]
    [InlineData("<script type=\"application/ld+json\">{\"@type\":\"Article\",\"description\":\"two\nlines\",\"datePublished\":\"2026-02-01T12:00:00+02:00\",}</script>")]
    [InlineData("""<script type="application/ld+json">{"headline":"Talks","dateCreated":"2026-02-01T12:00:00+02:00"}</script>""")]
    [InlineData("<meta property='article:published_time' content='2026-02-01T12:00:00+02:00'>")]
    [InlineData("<META NAME='ARTICLE:PUBLISHED_TIME' CONTENT='2026-02-01T10:00:00Z'>")]
    [InlineData("<meta itemprop=datePublished content='2026-02-01T12:00:00+02:00'>")]
    [InlineData("<meta name=pubdate content='Sun, 01 Feb 2026 12:00:00 +0200'>")]
    [InlineData("<meta name=dc.date.issued content='2026-02-01T12:00:00+02:00'>")]
    [InlineData("<meta property='article:published_time' content='soon'><meta name=date content='2026-02-01T12:00:00+02:00'>")]
    [InlineData("<body><span itemprop='datePublished' content='2026-02-01T12:00:00+02:00'>an hour ago</span>")]
    [InlineData("<body><time datetime=2025-01-01></time><article><time datetime='2026-02-01T12:00:00+02:00'></time></article>")]
    [InlineData("<body><time datetime=2025-01-01></time><time pubdate datetime='2026-02-01T12:00:00+02:00'></time>")]
    [InlineData("<body><div class=post-date>1 February 2026, 10:00</div>")]
    public void The_publication_date_is_read_wherever_it_stands(string markup)
        => Assert.Equal(DateTimeOffset.Parse(Noon, null), Read(markup).Published);

    [Theory]
    [InlineData("")]
    [InlineData("<meta property='article:modified_time' content='2026-02-01T12:00:00+02:00'>")]
    [InlineData("""<script type="application/ld+json">{"@type":"NewsArticle","dateModified":"2026-02-01"}</script>""")]
    [InlineData("<meta property='article:published_time' content='2026-02-31'>")]
    [InlineData("<body><div class=date>1 February 2026</div><div class=date>3 February 2026</div>")]
    public void A_date_that_is_absent_impossible_or_another_s_stays_unknown(string markup)
        => Assert.Null(Read(markup).Published);

    [Theory]
    [InlineData("https://news.example/2026/02/01/talks-resume", "2026-02-01")]
    [InlineData("https://news.example/2026/2/1/talks", "2026-02-01")]
    [InlineData("https://news.example/2026/feb/01/talks", "2026-02-01")]
    [InlineData("https://news.example/story/2026-02-01-talks.html", "2026-02-01")]
    [InlineData("https://news.example/talks-20260201.html", "2026-02-01")]
    [InlineData("https://news.example/2026/02/talks", null)]
    [InlineData("https://news.example/2026/13/41/talks", null)]
    [InlineData("https://news.example/article-14848164.php", null)]
    [InlineData("https://news.example/?d=2026-02-01", null)]
    public void A_day_in_the_address_dates_a_page_that_names_none(string address, string? day)
        => Assert.Equal(
            day is null ? null : DateTimeOffset.Parse(day + "T00:00:00Z", null),
            new ArticleReader().Read("<p>text", new Uri(address)).Published);

    [Theory]
    [InlineData("""<script type="application/ld+json">{"@type":"NewsArticle","headline":"Talks &amp; truce"}</script><title>Other</title>""")]
    [InlineData("<meta property=og:title content='Talks &amp;amp; truce'><title>Other</title>")]
    [InlineData("<meta property=og:title content='Talks &amp; truce | Daily Example'><meta property=og:site_name content='Daily Example'>")]
    [InlineData("<meta name=twitter:title content='  Talks &amp;\n truce '>")]
    [InlineData("<title>Talks &amp; truce - Example</title>")]
    [InlineData("<title>Example » Talks &amp; truce</title>")]
    [InlineData("<body><h1>Talks <span>&amp; truce</span></h1>")]
    public void The_title_is_the_headline_without_the_outlet(string markup)
        => Assert.Equal("Talks & truce", Read(markup).Title);

    [Theory]
    [InlineData("<title>Delegations meet again today | A slogan</title><body><h1>Delegations meet again today</h1>", "Delegations meet again today")]
    [InlineData("<title>Talks - what we know</title>", "Talks - what we know")]
    [InlineData("<title>A long headline of the day</title><body><h1>Today on our pages</h1>", "A long headline of the day")]
    [InlineData("<title></title>", null)]
    public void A_title_keeps_what_does_not_name_the_outlet(string markup, string? title)
        => Assert.Equal(title, Read(markup).Title);

    [Theory]
    [InlineData("<meta property=og:site_name content='Daily Example'>")]
    [InlineData("<meta property=og:site_name content='Daily Example | News from everywhere'>")]
    [InlineData("""<script type="application/ld+json">{"@type":"NewsArticle","publisher":{"@type":"Organization","name":"Daily Example"}}</script>""")]
    [InlineData("""<script type="application/ld+json">{"@type":"NewsArticle","publisher":[{"name":"Daily Example"}]}</script>""")]
    [InlineData("""<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","publisher":{"@id":"#o"}},{"@id":"#o","name":"Daily Example"}]}</script>""")]
    [InlineData("<meta property=og:site_name content='https://daily.example'><meta name=publisher content='Daily Example'>")]
    [InlineData("<meta property=og:site_name content='@daily'><meta name=application-name content='Daily Example'>")]
    public void The_outlet_is_the_publisher_s_name(string markup)
        => Assert.Equal("Daily Example", Read(markup).Outlet);

    [Fact]
    public void Bytes_are_read_in_the_charset_they_are_in()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var page = Encoding.GetEncoding("windows-1251").GetBytes("<meta charset=windows-1251><title>Переговоры</title>");
        Assert.Equal(new Article("", "Переговоры", null, null), new ArticleReader().Read(page, null, null));
    }

    private static Article Read(string markup) => new ArticleReader().Read(markup, new Uri("https://www.example.org/talks"));
}
