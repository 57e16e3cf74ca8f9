namespace TalksWatcher.Sources.Tests.Polling;

public sealed class PageSourceTests : IAsyncLifetime
{
    private WebSourceFixture site = null!;

    private SourceDefinition Page => new() { Name = "ministry", Kind = SourceKind.Page, Url = site.At("/news"), Outlet = "Ministry" };

    private SourceDefinition Listing => Page with { LinkSelector = "h2 a" };

    public async Task InitializeAsync() => site = await WebSourceFixture.StartAsync();

    public async Task DisposeAsync() => await site.DisposeAsync();

    [Fact]
    public async Task A_page_is_one_article()
    {
        site.Set("/news", Article("Monday"));

        var document = Assert.Single((await site.PollAsync(Page, SourceState.New)).Documents);

        Assert.Equal(("ministry", "Ministry", site.At("/news")), (document.Source, document.Outlet, document.Url));
        Assert.Contains("sat down on Monday", document.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_says_the_same_gives_nothing_new()
    {
        site.Set("/news", Article("Monday"));
        var first = await site.PollAsync(Page, SourceState.New);

        Assert.Empty((await site.PollAsync(Page, first.NewState)).Documents);
    }

    [Fact]
    public async Task An_edited_page_is_a_new_revision_of_the_same_document()
    {
        site.Set("/news", Article("Monday"));
        var first = await site.PollAsync(Page, SourceState.New);
        site.Set("/news", Article("Tuesday"));

        var second = await site.PollAsync(Page, first.NewState);

        Assert.Equal(Assert.Single(first.Documents).Key, Assert.Single(second.Documents).Key);
        Assert.NotEqual(first.Documents[0].TextHash, second.Documents[0].TextHash);
    }

    [Fact]
    public async Task A_page_without_an_article_fails_by_name()
    {
        site.Set("/news", "<html><body></body></html>");

        Assert.Equal(FailureReason.NoArticle, (await site.PollAsync(Page, SourceState.New)).Failure);
    }

    [Fact]
    public async Task A_page_that_robots_txt_forbids_is_not_asked_for()
    {
        site.Set("/robots.txt", "User-agent: TalksWatcher\nDisallow: /", "text/plain");
        site.Set("/news", Article("Monday"));

        Assert.Equal(FailureReason.RobotsDisallowed, (await site.PollAsync(Page, SourceState.New)).Failure);
        Assert.Equal(["/robots.txt"], site.Requests);
    }

    [Fact]
    public async Task A_host_whose_robots_txt_fails_is_left_alone()
    {
        site.SetStatus("/robots.txt", 500);
        site.Set("/news", Article("Monday"));

        Assert.Equal(FailureReason.ServerError, (await site.PollAsync(Page, SourceState.New)).Failure);
        Assert.Equal(["/robots.txt"], site.Requests);
    }

    [Fact]
    public async Task A_page_that_redirects_to_another_host_is_asked_for_there_as_that_host_allows()
    {
        await using var other = await WebSourceFixture.StartAsync();
        other.Set("/robots.txt", "User-agent: *\nDisallow: /closed", "text/plain");
        other.Set("/open", Article("Monday"));
        other.Set("/closed", Article("Tuesday"));
        site.SetRedirect("/news", other.At("/open"));
        site.SetRedirect("/elsewhere", other.At("/closed"));

        var open = await site.PollAsync(Page, SourceState.New);
        var closed = await site.PollAsync(Page with { Url = site.At("/elsewhere") }, SourceState.New);

        Assert.Equal((PollOutcome.Read, FailureReason.RobotsDisallowed), (open.Outcome, closed.Failure));
        Assert.Equal(["/robots.txt", "/open", "/robots.txt"], other.Requests);
    }

    [Fact]
    public async Task The_first_poll_of_a_listing_takes_note_of_its_links_only()
    {
        site.Set("/news", List("/1", "/2"));

        var poll = await site.PollAsync(Listing, SourceState.New);

        Assert.Equal((PollOutcome.Read, true, 0, 2), (poll.Outcome, poll.Priming, poll.Documents.Count, poll.Answer!.Entries));
        Assert.Equal(["/robots.txt", "/news"], site.Requests);
    }

    [Fact]
    public async Task New_links_of_a_listing_are_read()
    {
        site.Set("/news", List("/1"));
        var primed = await site.PollAsync(Listing, SourceState.New);
        site.Set("/news", List("/3", "/2", "/1"));
        site.Set("/2", Article("Tuesday"));

        var poll = await site.PollAsync(Listing, primed.NewState);

        Assert.Equal(site.At("/2?utm_source=list"), Assert.Single(poll.Documents).Url);
        Assert.Equal(new SourceFault(site.At("/3?utm_source=list"), "not-found: status 404", "open the link to see why"), Assert.Single(poll.Faults));
        Assert.DoesNotContain("/1", site.Requests);
    }

    [Theory]
    [InlineData("h3 a")]
    [InlineData("h2 >>> a[")]
    public async Task A_selector_that_finds_nothing_fails_by_name(string selector)
    {
        site.Set("/news", List("/1"));

        Assert.Equal(FailureReason.NoArticle, (await site.PollAsync(Page with { LinkSelector = selector }, SourceState.New)).Failure);
    }

    private static string List(params string[] links) =>
        $"<html><body><a href='/about'>About</a>{string.Concat(links.Select(link => $"<h2><a href='{link}?utm_source=list#top'>News</a></h2>"))}</body></html>";

    private static string Article(string day) => $"""
        <html><head><title>Talks</title></head><body><article><h1>Talks</h1>
        {string.Concat(Enumerable.Range(1, 8).Select(i => $"<p>The delegations of both sides sat down on {day} in the capital, and after {i} hours they rose again without a word to the press, officials said.</p>"))}
        </article></body></html>
        """;
}
