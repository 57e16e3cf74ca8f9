using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TalksWatcher.Flow;

namespace TalksWatcher.Scenarios.Tests.Running;

internal static class Loopback
{
    /// <summary>Some pages of the program on a port of their own.</summary>
    public static async Task<WebApplication> ServeAsync(Worker worker, Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddSingleton(worker);
        var app = builder.Build();
        map(app);
        await app.StartAsync();
        return app;
    }
}
