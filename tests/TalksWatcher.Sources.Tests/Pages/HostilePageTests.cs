using System.Text;
using TalksWatcher.Sources.Pages;
using static TalksWatcher.Sources.Tests.Pages.SamplePage;

namespace TalksWatcher.Sources.Tests.Pages;

public sealed class HostilePageTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("<div>")]
    [InlineData("<span>")]
    [InlineData("<b>")]
    [InlineData("<ul><li>")]
    [InlineData("<dl><dt><dd>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<blockquote>")]
    [InlineData("<x-a>")]
    [InlineData("<div><!--</div>-->")]
    public async Task Thirty_thousand_nested_tags_neither_overflow_nor_stall(string tag)
    {
        var page = Repeat(tag, 30_000) + $"<p>{First}</p>";
        var body = await Task.Run(() => new ArticleReader().Read(page, null).Body).WaitAsync(Patience);
        Assert.Equal(First, body);
    }

    [Fact]
    public async Task A_million_nested_tags_are_read_in_time()
    {
        var page = Repeat("<div>", 1_000_000) + $"<p>{First}</p>";
        Assert.Equal(First, await Task.Run(() => new ArticleReader().Read(page, null).Body).WaitAsync(Patience));
    }

    [Theory]
    [InlineData("<svg><g>")]
    [InlineData("<math><mi>")]
    [InlineData("<select><option>")]
    [InlineData("<template>")]
    [InlineData("<form><div>")]
    [InlineData("<a href=x><div>")]
    [InlineData("<i><b><u></i></b></u>")]
    [InlineData("<time datetime=x>")]
    [InlineData("<h1>")]
    [InlineData("</p></div>")]
    public async Task Any_tag_thirty_thousand_times_ends_in_time(string tag)
    {
        var article = await Task.Run(() => new ArticleReader().Read(Repeat(tag, 30_000), null)).WaitAsync(Patience);
        Assert.Equal(new Article("", null, null, null), article);
    }

    [Fact]
    public void Text_after_the_nesting_limit_closes_in_the_right_elements()
    {
        var page = Repeat("<div>", 20_000) + Repeat("</div>", 20_000) + $"<div>{Whole}</div>";
        Assert.Equal([First, Second, Third], Paragraphs(page));
    }

    [Fact]
    public void A_large_page_that_is_not_deep_loses_no_space_between_words()
    {
        var words = Repeat("<b>one</b> <i>two</i> ", 6_000).TrimEnd();
        Assert.Equal([Repeat("one two ", 6_000).TrimEnd()], Paragraphs($"<div><p>{words}</p></div>"));
    }

    [Theory]
    [InlineData("{\"@type\":\"NewsArticle\",\"headline\":")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("{\"@type\":{\"a\":1},\"headline\":[[[[[[\"x\"]]]]]]}")]
    [InlineData("{\"@type\":\"NewsArticle\",\"headline\":null,\"publisher\":{\"@id\":\"#a\"},\"datePublished\":true}")]
    [InlineData("[{\"@id\":\"#a\",\"@type\":\"NewsArticle\",\"headline\":{\"@id\":\"#a\"}}]")]
    public void Broken_linked_data_says_nothing(string json)
        => Assert.Equal(
            new Article(First, null, null, null),
            new ArticleReader().Read($"<script type=application/ld+json>{json}</script><p>{First}</p>", null));

    [Fact]
    public void No_prefix_of_a_page_is_refused()
    {
        var page = $"<html><head><title>T &amp; x</title><script type='application/ld+json'>{{\"@graph\":[{{}}]}}</script><meta property=og:title content='x'></head><body><div class='a b'>{Whole}<table><tr><td>x</table></div></body></html>";
        for (var length = 0; length < page.Length; length += 3)
            Assert.NotNull(new ArticleReader().Read(page[..length], null));
    }

    private static string Repeat(string text, int count) => new StringBuilder().Insert(0, text, count).ToString();
}
