using TalksWatcher.Sources.Fetching.Robots;

namespace TalksWatcher.Sources.Tests.Fetching.Robots;

public class RobotsRulesTests
{
    [Theory]
    [InlineData("", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /", "/a", false)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /a", "/ab", false)]
    [InlineData("User-agent: *\nDisallow: /a", "/b", true)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true)]
    [InlineData("User-agent: *\nAllow: /a\nDisallow: /a", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?z", true)]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/axxbyyc/d", false)]
    [InlineData("User-agent: *\nDisallow: /a$", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /a$", "/ab", true)]
    [InlineData("User-agent: *\nDisallow: /?s=", "/?s=word", false)]
    [InlineData("User-agent: other\nDisallow: /", "/a", true)]
    [InlineData("User-agent: talkswatcher\nDisallow: /a\n\nUser-agent: *\nDisallow: /", "/b", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: TalksWatcher/1.0\nAllow: /", "/b", true)]
    [InlineData("User-agent: other\nUser-agent: TalksWatcher\nDisallow: /a", "/a", false)]
    [InlineData("user-AGENT : *\r\ndisallow : /a # no\r\n", "/a", false)]
    [InlineData("User-agent: *\nCrawl-delay: 5\nDisallow: /a\nSitemap: https://x/y", "/a", false)]
    [InlineData("<html>not found</html>", "/a", true)]
    public void The_longest_rule_of_our_group_decides(string robots, string path, bool allowed) =>
        Assert.Equal(allowed, RobotsRules.Parse(robots, "TalksWatcher").Allows(new Uri("https://news.example" + path)));

    [Theory]
    [InlineData("User-agent: *\nCrawl-delay: 5\nDisallow: /a", 5.0)]
    [InlineData("User-agent: *\nCrawl-Delay: 0.5 # please", 0.5)]
    [InlineData("User-agent: *\nCrawl-delay: 3600", 30.0)]
    [InlineData("User-agent: *\nCrawl-delay: 5\n\nUser-agent: TalksWatcher\nDisallow: /a", null)]
    [InlineData("User-agent: *\nCrawl-delay: 5\n\nUser-agent: TalksWatcher\nCrawl-delay: 2", 2.0)]
    [InlineData("User-agent: *\nCrawl-delay: 5\nUser-agent: other\nDisallow: /", 5.0)]
    [InlineData("User-agent: *\nCrawl-delay: -5", null)]
    [InlineData("User-agent: *\nCrawl-delay: soon", null)]
    [InlineData("User-agent: *\nDisallow: /", null)]
    [InlineData("Crawl-delay: 5", null)]
    public void The_crawl_delay_of_our_group_is_at_most_half_a_minute(string robots, double? seconds) => Assert.Equal(
        seconds is { } delay ? TimeSpan.FromSeconds(delay) : null, RobotsRules.Parse(robots, "TalksWatcher").CrawlDelay);
}
