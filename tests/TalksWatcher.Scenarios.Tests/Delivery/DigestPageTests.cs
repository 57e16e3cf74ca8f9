using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using TalksWatcher.Digests.Mail;
using TalksWatcher.Digests.Readers;
using TalksWatcher.Flow;
using TalksWatcher.Scenarios.Tests.Running;
using TalksWatcher.Storage;
using TalksWatcher.Web;

namespace TalksWatcher.Scenarios.Tests.Delivery;

/// <summary>A digest in the browser, by the link in its mail.</summary>
public sealed partial class DigestPageTests : IAsyncLifetime, IDisposable
{
    private const string Reader = "desk@newsroom.example";

    private readonly Operator @operator = new();
    private readonly HttpClient http = new();
    private Worker worker = null!;
    private WebApplication app = null!;

    public async Task InitializeAsync()
    {
        ScenarioConfig.Change(@operator.Folder, "config/talkswatcher.json", settings => settings["mail"]!["publicUrl"] = "https://talks.example");
        await @operator.RunAsync("once");
        worker = await @operator.OpenAsync();
        app = await Loopback.ServeAsync(worker, site => DigestPages.Map(site));
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        await worker.DisposeAsync();
    }

    public void Dispose()
    {
        http.Dispose();
        @operator.Dispose();
    }

    [Fact]
    public async Task The_link_in_the_mail_leads_to_the_same_news_without_the_reader()
    {
        var (html, token) = await MailAsync();
        using var answer = await AskAsync(token);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal((HttpStatusCode.OK, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal(Headlines(html), Headlines(page));
        Assert.DoesNotContain(Reader, page, StringComparison.Ordinal);
        Assert.DoesNotContain("unsubscribe", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_page_loads_nothing_runs_nothing_and_says_nowhere_that_it_was_read()
    {
        using var answer = await AskAsync((await MailAsync()).Token);
        Assert.Equal(
            [
                "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
                "nosniff", "no-referrer", "noindex",
            ],
            new[] { "Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "X-Robots-Tag" }.Select(name => answer.Headers.GetValues(name).Single()));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        var page = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<link", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_readers_of_a_digest_have_one_address() =>
        Assert.Single((await Task.WhenAll((await worker.Outbox.ListAsync(state: null, 10, CancellationToken.None))
            .Where(mail => mail.Letter is not null).GroupBy(mail => mail.Letter).First().Select(async mail => TokenIn(await HtmlAsync(mail))))).Distinct(StringComparer.Ordinal));

    [Fact]
    public async Task What_is_no_token_of_a_page_is_not_there()
    {
        var token = (await MailAsync()).Token;
        var key = await new InstallationKey(worker.Database, @operator.Clock).ReadAsync(CancellationToken.None);
        var letter = (await worker.Outbox.ListToAsync(Reader, 1, CancellationToken.None))[0].Letter!;
        foreach (var wrong in (string[])["x", letter, token[..^4] + "AAAA", new SignedToken(key, "unsubscribe").For(letter), new SignedToken(key, "page").For("ffff")])
        {
            using var answer = await AskAsync(wrong);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_letter_past_its_age_takes_its_page_along()
    {
        var token = (await MailAsync()).Token;
        Assert.NotEqual(0, await worker.StoredLetters.DropAsync(@operator.Clock.GetUtcNow().AddDays(1), CancellationToken.None));
        using var answer = await AskAsync(token);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private Task<HttpResponseMessage> AskAsync(string token) => http.GetAsync(new Uri($"{app.Urls.Single()}/digest/{token}"));

    private async Task<(string Html, string Token)> MailAsync()
    {
        var html = await HtmlAsync((await worker.Outbox.ListToAsync(Reader, 1, CancellationToken.None))[0]);
        return (html, TokenIn(html));
    }

    private async Task<string> HtmlAsync(Digests.Outbox.OutboxMail mail) =>
        MimeReader.Read((await worker.Merge.WriteOutAsync(mail))!.Mime).All().First(part => part.MediaType is "text/html").Text;

    private static string TokenIn(string html) => PageLink().Match(html).Groups["token"].Value;

    private static IEnumerable<string> Headlines(string html) => Headline().Matches(html).Select(match => match.Value);

    [GeneratedRegex("https://talks\\.example/digest/(?<token>[^\"]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PageLink();

    [GeneratedRegex("<h3.*?</h3>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Headline();
}
