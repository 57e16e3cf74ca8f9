using Microsoft.AspNetCore.Http;
using TalksWatcher.Sources.Fetching;
using TalksWatcher.Sources.Polling;
using TalksWatcher.Sources.Tests.Fetching;

namespace TalksWatcher.Sources.Tests.Polling;

/// <summary>A site of which each path is a body that tests exchange; 404 for all others.</summary>
internal sealed class WebSourceFixture : IAsyncDisposable
{
    private readonly HttpFetcher fetcher;
    private readonly LocalServer server;

    private WebSourceFixture(LocalServer server, HttpFetcher fetcher) => (this.server, this.fetcher) = (server, fetcher);

    public required Dictionary<string, RequestDelegate> Pages { get; init; }

    public FixedClock Clock { get; } = new();

    public List<string> Requests => server.Requests;

    public static async Task<WebSourceFixture> StartAsync()
    {
        var pages = new Dictionary<string, RequestDelegate>(StringComparer.Ordinal);
        var local = await LocalServer.StartAsync(context =>
        {
            if (pages.TryGetValue(context.Request.Path, out var answer))
                return answer(context);
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        });
        return new WebSourceFixture(local, TestFetcher.Create()) { Pages = pages };
    }

    public void Set(string path, string body, string type = "text/html") => Pages[path] = context =>
    {
        context.Response.ContentType = type;
        return context.Response.WriteAsync(body);
    };

    public void SetStatus(string path, int status) => Pages[path] = context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    public void SetRedirect(string path, string target) => Pages[path] = context =>
    {
        context.Response.Redirect(target);
        return Task.CompletedTask;
    };

    public string At(string path) => server.At(path).AbsoluteUri;

    public Task<PollResult> PollAsync(SourceDefinition definition, SourceState state) =>
        new SourceFactory(fetcher, PollingBounds.Default, Clock).Create(definition, ".").PollAsync(state, default);

    public async ValueTask DisposeAsync()
    {
        fetcher.Dispose();
        await server.DisposeAsync();
    }
}
