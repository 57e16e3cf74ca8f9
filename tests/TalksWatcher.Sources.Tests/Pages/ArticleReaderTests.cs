using TalksWatcher.Sources.Pages;

namespace TalksWatcher.Sources.Tests.Pages;

public sealed class ArticleReaderTests
{
    [Fact]
    public void The_paragraphs_of_the_article_are_kept_and_the_navigation_is_not()
    {
        const string First = "The delegations met for three hours on Wednesday and agreed to continue the next morning, officials said.";
        const string Second = "No statement was issued after the first round, which took place behind closed doors in the old palace.";
        var html = $"<body><nav><a href=/>Home</a></nav><div><p>{First}</p><p>{Second}</p></div><footer>Contact</footer></body>";
        Assert.Equal($"{First}\n\n{Second}", new ArticleReader().Read(html, null).Body);
    }
}
