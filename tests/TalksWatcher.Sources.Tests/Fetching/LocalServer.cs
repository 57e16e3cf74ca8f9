using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TalksWatcher.Sources.Tests.Fetching;

/// <summary>A real web server on the loopback interface; every request goes to one delegate.</summary>
internal sealed class LocalServer : IAsyncDisposable
{
    private readonly WebApplication application;

    private LocalServer(WebApplication application) => this.application = application;

    /// <summary>Paths in the order they were asked for.</summary>
    public List<string> Requests { get; } = [];

    public Uri Address => new(application.Urls.Single());

    public static Task<LocalServer> StartAsync(RequestDelegate answer) => StartAsync(answer, _ => { });

    public static async Task<LocalServer> StartAsync(RequestDelegate answer, Action<ListenOptions> listen)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.Zero);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Listen(IPAddress.Loopback, 0, listen);
        });
        var server = new LocalServer(builder.Build());
        server.application.Run(context =>
        {
            lock (server.Requests)
                server.Requests.Add(context.Request.Path + context.Request.QueryString);
            return answer(context);
        });
        await server.application.StartAsync();
        return server;
    }

    public Uri At(string path) => new(Address, path);

    public async ValueTask DisposeAsync() => await application.DisposeAsync();
}
