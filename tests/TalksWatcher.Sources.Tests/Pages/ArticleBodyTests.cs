using static TalksWatcher.Sources.Tests.Pages.SamplePage;

namespace TalksWatcher.Sources.Tests.Pages;

public sealed class ArticleBodyTests
{
    [Theory]
    [InlineData($"<div>{Whole}</div>")]
    [InlineData($"<main><article><section>{Whole}</section></article></main>")]
    [InlineData($"<form action=/><div><div>{Whole}</div></div></form>")]
    [InlineData($"<div class='sidebar-right promo'><div>{Whole}</div></div>")]
    [InlineData($"<div aria-hidden=true><div>{Whole}</div></div>")]
    [InlineData($"<div>{First}<br><br>{Second}<br><br>{Third}</div>")]
    [InlineData($"<div>{First}<br> <br/>\n{Second}</div><div>{Third}</div>")]
    [InlineData($"<div><div><p>{First}</p></div><div><p>{Second}</p></div><div><p>{Third}</p></div></div>")]
    [InlineData($"<table><tr><td><font>{First}<p>{Second}<p>{Third}</font></table>")]
    [InlineData($"<article><div class='text part'><p>{First}</p><p>{Second}</p></div><div><a href=/>Advert</a></div><div class='text part last'><p>{Third}</p></div></article>")]
    [InlineData($"<article><p>{First}</p><p>{Second}</p><div class=paywall><p>{Third}</p></div></article>")]
    public void The_article_is_found_however_it_is_wrapped(string body)
        => Assert.Equal([First, Second, Third], Paragraphs(body));

    [Fact]
    public void Subheadings_quotes_lists_and_tables_stay_in_their_place()
        => Assert.Equal(
            [First, "What was agreed", "A pause of thirty days", "An exchange of prisoners", "“We are closer than before.”", Second, "Round", "Day", Third],
            Paragraphs($"""
                <div><p>{First}</p><h2>What was agreed</h2><ul><li>A pause of thirty days</li><li>An exchange of prisoners</li></ul>
                <blockquote>“We are closer than before.”</blockquote><p>{Second}</p>
                <table><tr><th>Round</th><td>Day</td></tr></table><p>{Third}</p></div>
                """));

    [Fact]
    public void Headline_byline_date_and_standing_lines_above_the_text_are_left_out()
        => Assert.Equal(
            [First, Second, Third],
            Paragraphs($"<div><h1>Delegations meet again</h1><h2>Talks</h2><div>By A. Writer</div><div>Published 12/02/2026, 10:15</div>{Whole}</div>"));

    [Fact]
    public void Comments_longer_than_the_article_are_left_out()
    {
        var comments = string.Concat(Enumerable.Repeat($"<div class=post><p>{Elsewhere}</p><p>{Elsewhere}</p></div>", 10));
        Assert.Equal([First, Second, Third], Paragraphs($"<div>{Whole}</div><div id=comments>{comments}</div>"));
    }

    [Fact]
    public void Another_article_below_is_left_out()
        => Assert.Equal(
            [First, Second, Third],
            Paragraphs($"<div><article>{Whole}</article><article><h2><a href=/b>Pier closes</a></h2><p>{Elsewhere}</p></article></div>"));

    [Fact]
    public void A_sibling_that_announces_another_article_is_left_out()
        => Assert.Equal(
            [First, Second, Third],
            Paragraphs($"<div><div class=story>{Whole}</div><div class=story><h3><a href=/b>Pier closes</a></h3><p>{Elsewhere}</p></div></div>"));

    [Fact]
    public void Teasers_above_the_headline_do_not_outweigh_a_short_article()
    {
        var teasers = string.Concat(Enumerable.Range(1, 9).Select(i => $"<li><a href=/{i}>Pier {i} closes</a> {Elsewhere}...</li>"));
        Assert.Equal(
            [First, Second],
            Paragraphs($"<div><ul>{teasers}</ul></div><div><h1>Delegations meet again</h1><div><p>{First}</p><p>{Second}</p></div></div>", "<title>Delegations meet again</title>"));
    }

    [Fact]
    public void A_post_quoted_in_a_social_frame_is_kept()
        => Assert.Equal(
            [First, "Talks resume at nine.", "— A. Delegate", Second, Third],
            Paragraphs($"<div><p>{First}</p><div class=social-embed><blockquote><p>Talks resume at nine.</p>— A. Delegate</blockquote></div><p>{Second}</p><p>{Third}</p></div>"));

    [Fact]
    public void A_card_that_opens_on_a_name_is_left_out_of_the_sentence()
        => Assert.Equal(
            [$"Envoy A. Delegate spoke. {First}", Second],
            Paragraphs($"<div><p>Envoy <a href=/a>A. Delegate</a><span><img src=a.jpg><a href=/a>A. Delegate</a><a href=/b>More stories</a></span> spoke. {First}</p><p>{Second}</p></div>"));

    [Fact]
    public void A_list_of_links_is_left_out_with_its_title()
        => Assert.Equal(
            [First, Second, Third],
            Paragraphs($"<div>{Whole}<p>More great stories</p><ul><li><a href=/1>Pier closes for winter</a><li><a href=/2>Ferry sold</a><li><a href=/3>Tram late again</a></ul></div>"));

    [Fact]
    public void A_list_of_sentences_with_links_is_kept()
    {
        string[] items = ["The envoy left Geneva on Monday.", "The minister flew to Ankara.", "The president stays in Kyiv."];
        var list = string.Concat(items.Select((item, i) => $"<li><a href=/{i}>{item[..16]}</a>{item[16..]}</li>"));
        Assert.Equal([First, Second, .. items, Third], Paragraphs($"<div><p>{First}</p><p>{Second}</p><ul>{list}</ul><p>{Third}</p></div>"));
    }

    [Fact]
    public void Text_is_shown_as_browsers_show_it()
        => Assert.Equal(
            [$"First line.\nNext line with no gaps & an entity. {First}", Second],
            Paragraphs($"<div><p>First   line.<br>Next\n<b>line</b> with no g\u00ADa\u200Bps &amp; an&nbsp;entity. {First}</p><p>{Second}</p></div>"));

    [Theory]
    [InlineData("")]
    [InlineData("<nav><a href=/>Home</a></nav>")]
    [InlineData("<div><a href=/a>One</a> <a href=/b>Two</a></div>")]
    public void A_page_without_an_article_has_an_empty_body(string body)
        => Assert.Empty(Paragraphs(body));

    [Fact]
    public void A_page_drawn_by_a_script_is_read_from_its_data()
        => Assert.Equal(
            [First, Second, Third],
            Paragraphs(
                "<div id=app>Loading</div>",
                $$"""<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"{{First}}\n\n{{Second}}\n{{Third}}"}</script>"""));
}
