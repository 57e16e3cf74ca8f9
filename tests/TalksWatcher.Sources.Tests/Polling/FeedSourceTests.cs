using Microsoft.AspNetCore.Http;

namespace TalksWatcher.Sources.Tests.Polling;

public sealed class FeedSourceTests : IAsyncLifetime
{
    private WebSourceFixture site = null!;

    private SourceDefinition Wire => new() { Name = "wire", Kind = SourceKind.Feed, Url = site.At("/feed"), Outlet = "Example" };

    public async Task InitializeAsync() => site = await WebSourceFixture.StartAsync();

    public async Task DisposeAsync() => await site.DisposeAsync();

    [Fact]
    public async Task The_first_poll_primes_without_following_links()
    {
        site.Set("/feed", Rss(Item("One", "/1", "Short one.")));

        var poll = await site.PollAsync(Wire, SourceState.New);

        Assert.Equal((PollOutcome.Read, true, FixedClock.Noon), (poll.Outcome, poll.Priming, poll.NewState.PrimedAt));
        var document = Assert.Single(poll.Documents);
        Assert.Equal(
            ("wire", "One", "Short one.", new DateTimeOffset(2026, 1, 1, 12, 30, 0, TimeSpan.Zero), "Example", site.At("/1"), FixedClock.Noon),
            (document.Source, document.Title, document.Text, document.Published, document.Outlet, document.Url, document.FetchedAt));
        Assert.Equal(["/feed"], site.Requests);
    }

    [Fact]
    public async Task A_new_entry_is_completed_from_its_page()
    {
        var primed = await PrimeAsync(Item("One", "/1", "Short one."));
        site.Set("/feed", Rss(Item("Two", "/2", "Short two."), Item("One", "/1", "Short one.")));
        site.Set("/2", Page("Two"));

        var poll = await site.PollAsync(Wire, primed);

        var document = Assert.Single(poll.Documents);
        Assert.Equal("Two", document.Title);
        Assert.Contains("The delegations of both sides sat down for Two", document.Text, StringComparison.Ordinal);
        Assert.False(poll.Priming);
        Assert.Empty(poll.Faults);
    }

    [Fact]
    public async Task An_entry_that_carries_the_whole_report_is_not_looked_up()
    {
        var primed = await PrimeAsync();
        var whole = string.Join(' ', Enumerable.Repeat("A sentence of the report.", 40));
        site.Set("/feed", Rss($"<item><title>Two</title><link>{site.At("/2")}</link><content:encoded>{whole}</content:encoded></item>"));

        var poll = await site.PollAsync(Wire, primed);

        Assert.Equal(whole, Assert.Single(poll.Documents).Text);
        Assert.DoesNotContain("/2", site.Requests);
    }

    [Fact]
    public async Task An_edited_entry_is_a_new_revision_of_the_same_document()
    {
        site.Set("/feed", Rss(Item("One", "/1", "Talks on Monday.")));
        var first = await site.PollAsync(Wire with { FollowLinks = false }, SourceState.New);
        site.Set("/feed", Rss(Item("One", "/1", "Talks on Tuesday.")));

        var second = await site.PollAsync(Wire with { FollowLinks = false }, first.NewState);

        var (before, after) = (Assert.Single(first.Documents), Assert.Single(second.Documents));
        Assert.Equal(before.Key, after.Key);
        Assert.NotEqual(before.TextHash, after.TextHash);
    }

    [Fact]
    public async Task Entries_that_stood_there_before_are_not_read_again()
    {
        var primed = await PrimeAsync(Item("One", "/1", "Short one."));

        var poll = await site.PollAsync(Wire, primed);

        Assert.Equal((PollOutcome.Read, 0, 1), (poll.Outcome, poll.Documents.Count, poll.NewState.QuietInRow));
    }

    [Fact]
    public async Task A_page_that_fails_for_the_moment_is_tried_again_at_the_next_poll()
    {
        var primed = await PrimeAsync();
        site.Pages["/feed"] = context =>
        {
            context.Response.Headers.ETag = "\"2\"";
            return context.Response.WriteAsync(Rss(Item("Two", "/2", "Short two.")));
        };
        site.SetStatus("/2", 503);
        var failed = await site.PollAsync(Wire, primed);
        site.Set("/2", Page("Two"));

        var poll = await site.PollAsync(Wire, failed.NewState);

        Assert.Equal("Short two.", Assert.Single(failed.Documents).Text);
        Assert.Equal(
            new SourceFault(site.At("/2"), "server-error: status 503", "the entry's own text is used"), Assert.Single(failed.Faults));
        Assert.Null(failed.NewState.ETag);
        Assert.Contains("sat down for Two", Assert.Single(poll.Documents).Text, StringComparison.Ordinal);
        Assert.Equal("\"2\"", poll.NewState.ETag);
    }

    [Fact]
    public async Task A_page_that_robots_txt_forbids_is_left_alone()
    {
        var primed = await PrimeAsync();
        site.Set("/robots.txt", "User-agent: *\nDisallow: /2", "text/plain");
        site.Set("/feed", Rss(Item("Two", "/2", "Short two.")));
        site.Set("/2", Page("Two"));

        var poll = await site.PollAsync(Wire, primed);

        Assert.Equal("Short two.", Assert.Single(poll.Documents).Text);
        Assert.Equal("robots-disallowed: robots.txt does not allow it", Assert.Single(poll.Faults).Problem);
        Assert.DoesNotContain("/2", site.Requests);
    }

    [Fact]
    public async Task Validators_are_kept_and_an_unchanged_feed_costs_nothing()
    {
        site.Pages["/feed"] = context =>
        {
            context.Response.Headers.ETag = "\"1\"";
            context.Response.StatusCode = context.Request.Headers.IfNoneMatch == "\"1\"" ? 304 : 200;
            return context.Response.StatusCode == 304 ? Task.CompletedTask : context.Response.WriteAsync(Rss(Item("One", "/1", "Short.")));
        };
        var first = await site.PollAsync(Wire, SourceState.New);
        site.Clock.Advance(TimeSpan.FromMinutes(15));

        var second = await site.PollAsync(Wire, first.NewState);

        Assert.Equal((PollOutcome.NotModified, 0), (second.Outcome, second.Documents.Count));
        Assert.Equal(
            first.NewState with
            {
                LastPolledAt = FixedClock.Noon.AddMinutes(15),
                LastSuccessAt = FixedClock.Noon.AddMinutes(15),
                Polls = 2,
                NotModified = 1,
                QuietInRow = 1,
            },
            second.NewState);
    }

    [Fact]
    public async Task A_permanent_redirect_updates_the_stored_address()
    {
        site.Pages["/feed"] = context =>
        {
            context.Response.StatusCode = 301;
            context.Response.Headers.Location = "/new";
            return Task.CompletedTask;
        };
        site.Set("/new", Rss(Item("One", "/1", "Short one.")));

        var first = await site.PollAsync(Wire, SourceState.New);
        site.Requests.Clear();
        await site.PollAsync(Wire, first.NewState);

        Assert.Equal(site.At("/new"), first.NewState.Address);
        Assert.Equal([site.At("/feed")], first.Answer!.Redirects);
        Assert.Equal(["/new"], site.Requests);
    }

    [Fact]
    public async Task A_permanent_redirect_to_what_is_no_feed_is_not_followed_for_good()
    {
        site.Pages["/feed"] = context =>
        {
            context.Response.StatusCode = 301;
            context.Response.Headers.Location = "/login";
            return Task.CompletedTask;
        };
        site.Set("/login", "<html><body>Sign in</body></html>");

        var poll = await site.PollAsync(Wire, SourceState.New);

        Assert.Equal((FailureReason.NotAFeed, null), (poll.Failure, poll.NewState.Address));
    }

    [Fact]
    public async Task A_moved_feed_that_keeps_failing_is_looked_for_at_its_old_address()
    {
        var state = SourceState.New with { ConfiguredAddress = site.At("/feed"), Address = site.At("/new") };
        for (var i = 0; i < 3; i++)
            state = (await site.PollAsync(Wire, state)).NewState;
        site.Set("/feed", Rss(Item("One", "/1", "Short one.")));

        var poll = await site.PollAsync(Wire, state);

        Assert.Equal((PollOutcome.Read, null), (poll.Outcome, poll.NewState.Address));
        Assert.Equal(["/new", "/new", "/new", "/feed"], site.Requests);
    }

    [Fact]
    public async Task An_archive_is_completed_from_its_pages_at_once()
    {
        site.Set("/feed", Rss(Item("Two", "/2", "Short two.")));
        site.Set("/2", Page("Two"));

        var poll = await site.PollAsync(Wire with { Archive = true }, SourceState.New);

        Assert.Contains("sat down for Two", Assert.Single(poll.Documents).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_that_is_gone_is_disabled_until_its_address_changes()
    {
        site.SetStatus("/feed", 410);

        var poll = await site.PollAsync(Wire, SourceState.New);

        Assert.Equal((FailureReason.Gone, FailureReason.Gone, FixedClock.Noon), (poll.Failure, poll.NewState.DisabledReason, poll.NewState.DisabledAt));
        Assert.False(poll.NewState.IsDue(FixedClock.Noon.AddYears(1)));
        Assert.True(poll.NewState.For("https://other.example/feed").IsDue(FixedClock.Noon));
    }

    [Fact]
    public async Task A_failure_is_counted_and_a_recovery_forgets_it()
    {
        site.SetStatus("/feed", 500);
        var first = await site.PollAsync(Wire, SourceState.New);
        var second = await site.PollAsync(Wire, first.NewState);
        site.Set("/feed", Rss(Item("One", "/1", "Short one.")));

        var third = await site.PollAsync(Wire, second.NewState);

        Assert.Equal((1, 2, 0), (first.NewState.FailuresInRow, second.NewState.FailuresInRow, third.NewState.FailuresInRow));
        Assert.Equal(FixedClock.Noon.AddMinutes(30), second.NewState.NextPollNotBefore);
        Assert.Equal((null, FixedClock.Noon), (third.NewState.NextPollNotBefore, third.NewState.PrimedAt));
    }

    [Fact]
    public async Task Entries_that_share_one_address_are_told_apart_by_their_ids()
    {
        site.Set("/feed", Rss(
            $"<item><title>A</title><link>{site.At("/live")}</link><guid isPermaLink='false'>a</guid></item>",
            $"<item><title>B</title><link>{site.At("/live")}</link><guid isPermaLink='false'>b</guid></item>",
            $"<item><title>B</title><link>{site.At("/live")}</link><guid isPermaLink='false'>b</guid></item>"));

        var poll = await site.PollAsync(Wire, SourceState.New);

        Assert.Equal([site.At("/live").Replace("http:", "https:", StringComparison.Ordinal), "wire#b"], poll.Documents.Select(document => document.Key));
    }

    [Fact]
    public async Task What_the_answer_looked_like_is_told()
    {
        site.Set("/feed", Rss(Item("One", "/1", "Short one."), "<item><title>Undated</title></item>"), "application/rss+xml; charset=utf-8");

        var poll = await site.PollAsync(Wire, SourceState.New);

        Assert.Equal(
            new AnswerFacts(200, site.At("/feed"), poll.Answer!.Redirects, "utf-8", 2, new DateTimeOffset(2026, 1, 1, 12, 30, 0, TimeSpan.Zero)),
            poll.Answer);
    }

    [Theory]
    [InlineData("not an address")]
    [InlineData("ftp://news.example/feed")]
    [InlineData(null)]
    public async Task A_source_without_a_web_address_fails_by_name(string? url)
    {
        var poll = await site.PollAsync(Wire with { Url = url }, SourceState.New);

        Assert.Equal((PollOutcome.Failed, FailureReason.BadAddress), (poll.Outcome, poll.Failure));
    }

    private static string Rss(params string[] items) =>
        $"<rss xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><title>Wire</title>{string.Concat(items)}</channel></rss>";

    private static string Page(string topic) => $"""
        <html><head><title>{topic}</title></head><body><article><h1>{topic}</h1>
        {string.Concat(Enumerable.Range(1, 8).Select(i => $"<p>The delegations of both sides sat down for {topic} in the capital, and after {i} hours they rose again without a word to the press, officials said on Monday.</p>"))}
        </article></body></html>
        """;

    private string Item(string title, string path, string summary) =>
        $"<item><title>{title}</title><link>{site.At(path)}</link><description>{summary}</description><pubDate>Thu, 01 Jan 2026 12:30:00 GMT</pubDate></item>";

    private async Task<SourceState> PrimeAsync(params string[] items)
    {
        site.Set("/feed", Rss(items));
        return (await site.PollAsync(Wire, SourceState.New)).NewState;
    }
}
