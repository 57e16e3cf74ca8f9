using System.Text;
using TalksWatcher.Sources.Pages;
using static TalksWatcher.Sources.Tests.Pages.SamplePage;

namespace TalksWatcher.Sources.Tests.Pages;

public sealed class HostilePageTests
{
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
    public void Thirty_thousand_nested_tags_do_not_overflow(string tag) => Assert.Equal(First, Read(Repeat(tag, 30_000) + $"<p>{First}</p>").Body);

    [Fact]
    public void A_million_nested_tags_are_read() => Assert.Equal(First, Read(Repeat("<div>", 1_000_000) + $"<p>{First}</p>").Body);

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
    public void Any_tag_thirty_thousand_times_is_no_article(string tag) => Assert.Equal(new Article("", null, null, null), Read(Repeat(tag, 30_000)));

    /// <summary>
    /// Bytes allocated stand for work: a busy machine does not change them, and they grow with every node that is made or
    /// copied. The least of a few counts, for buffers that others have just given back are borrowed, not allocated.
    /// </summary>
    [Theory]
    [InlineData("<div>")]
    [InlineData("<ul><li>")]
    [InlineData("<dl><dt><dd>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<i><b><u></i></b></u>")]
    [InlineData("<p><a href=x>word</a> word")]
    [InlineData("&amp;")]
    [InlineData("<meta name=a content=b>")]
    [InlineData("<script type=application/ld+json>{}</script>")]
    public void A_page_four_times_as_long_is_nowhere_near_sixteen_times_the_work(string tag)
    {
        Assert.InRange((double)LeastWork(tag, 44_000) / LeastWork(tag, 11_000), 0, 10);
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

    private static long LeastWork(string tag, int times) => Enumerable.Range(0, 3).Min(_ => Work(tag, times));

    private static long Work(string tag, int times)
    {
        var page = Repeat(tag, times);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Read(page);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static Article Read(string page) => new ArticleReader().Read(page, null);

    private static string Repeat(string text, int count) => new StringBuilder().Insert(0, text, count).ToString();
}
