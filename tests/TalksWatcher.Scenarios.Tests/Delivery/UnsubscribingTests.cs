using System.Net;
using Microsoft.AspNetCore.Builder;
using TalksWatcher.Digests.Readers;
using TalksWatcher.Flow;
using TalksWatcher.Scenarios.Tests.Running;
using TalksWatcher.Storage;
using TalksWatcher.Web;

namespace TalksWatcher.Scenarios.Tests.Delivery;

/// <summary>The way out (RFC 8058), asked over HTTP.</summary>
public sealed class UnsubscribingTests : IAsyncLifetime, IDisposable
{
    private const string Reader = "desk@newsroom.example";

    private readonly Operator @operator = new();
    private readonly HttpClient http = new();
    private Worker worker = null!;
    private WebApplication app = null!;
    private Uri link = null!;

    public async Task InitializeAsync()
    {
        worker = await @operator.OpenAsync();
        app = await Loopback.ServeAsync(worker, site => Unsubscribing.Map(site));
        var key = await new InstallationKey(worker.Database, @operator.Clock).ReadAsync(CancellationToken.None);
        link = new Uri($"{app.Urls.Single()}/unsubscribe/{new SignedToken(key, "unsubscribe").For(Reader)}");
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
    public async Task Looking_at_the_link_changes_nothing()
    {
        var page = await http.GetStringAsync(link);
        Assert.Contains("<form method=\"post\">", page, StringComparison.Ordinal);
        Assert.Equal("active", await StateAsync());
    }

    [Fact]
    public async Task One_click_of_a_mail_program_unsubscribes()
    {
        using var form = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        using var answer = await http.PostAsync(link, form);
        Assert.Equal((HttpStatusCode.OK, "unsubscribed: unsubscribed by the reader"), (answer.StatusCode, await StateAsync()));
    }

    [Fact]
    public async Task A_link_that_is_not_ours_is_not_there()
    {
        using var answer = await http.PostAsync(new Uri(link.AbsoluteUri[..^8] + "xxxxxxxx"), content: null);
        Assert.Equal((HttpStatusCode.NotFound, "active"), (answer.StatusCode, await StateAsync()));
    }

    private async Task<string> StateAsync()
    {
        var reader = (await worker.Subscribers.FindAsync(Reader, CancellationToken.None))!;
        return Words.Of(reader.State) + (reader.Reason is null ? "" : $": {reader.Reason}");
    }
}
