using static TalksWatcher.Sources.Tests.Pages.SamplePage;

namespace TalksWatcher.Sources.Tests.Pages;

public sealed class ClutterTests
{
    [Theory]
    [InlineData("<nav>{0}</nav>")]
    [InlineData("<aside>{0}</aside>")]
    [InlineData("<footer>{0}</footer>")]
    [InlineData("<form><p>{0}</p></form>")]
    [InlineData("<figure><img src=a.jpg><figcaption>{0}</figcaption></figure>")]
    [InlineData("<div><img src=a.jpg><p>{0}</p></div>")]
    [InlineData("<div role=complementary><p>{0}</p></div>")]
    [InlineData("<div hidden><p>{0}</p></div>")]
    [InlineData("<div style='color: red; Display: none'><p>{0}</p></div>")]
    [InlineData("<div class=newsletter-signup><p>{0}</p></div>")]
    [InlineData("<div class=relatedStories><p>{0}</p></div>")]
    [InlineData("<section id=recirculation><p>{0}</p></section>")]
    [InlineData("<p class='wp-caption-text'>{0}</p>")]
    [InlineData("<div class=author_bio><p>{0}</p></div>")]
    [InlineData("<div class='c-cookie--banner'><p>{0}</p></div>")]
    [InlineData("<script>document.write('<p>{0}</p>')</script>")]
    [InlineData("<style>/* {0} */</style>")]
    [InlineData("<noscript><p>{0}</p></noscript>")]
    [InlineData("<template><p>{0}</p></template>")]
    [InlineData("<svg><title>{0}</title></svg>")]
    [InlineData("<select><option>{0}</select>")]
    [InlineData("<textarea>{0}</textarea>")]
    [InlineData("<!-- {0} -->")]
    public void What_is_not_the_article_is_left_out(string clutter)
        => Assert.Equal([First, Second, Third], Paragraphs(Around(clutter)));

    [Theory]
    [InlineData("<div>{0}</div>")]
    [InlineData("<div class='shareholder commentary'><p>{0}</p></div>")]
    [InlineData("<div class='post hentry tag-video category-print'><p>{0}</p></div>")]
    [InlineData("<figure><blockquote>{0}</blockquote></figure>")]
    [InlineData("<table><tr class=player><td>{0}</td></tr></table>")]
    [InlineData("<p>{0} <img src=a.jpg></p>")]
    public void What_only_looks_like_it_is_kept(string part)
        => Assert.Equal([First, Elsewhere, Second, Third], Paragraphs(Around(part)));

    private static string Around(string part)
        => $"<div><p>{First}</p>{part.Replace("{0}", Elsewhere, StringComparison.Ordinal)}<p>{Second}</p><p>{Third}</p></div>";
}
