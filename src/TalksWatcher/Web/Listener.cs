using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using TalksWatcher.Metrics;

namespace TalksWatcher.Web;

/// <summary>What is served over HTTP: <c>/health/live</c>, <c>/health/ready</c>, <c>/metrics</c>, <c>/unsubscribe</c>, <c>/digest</c>.</summary>
internal static class Listener
{
    public static void Map(WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync });
        Unsubscribing.Map(app);
        DigestPages.Map(app);
        app.MapGet("/metrics", (PrometheusText metrics) => Results.Text(metrics.Scrape(), PrometheusText.ContentType));
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(JsonSerializer.Serialize(new
        {
            status = Word(report.Status),
            checks = report.Entries.ToDictionary(
                e => e.Key,
                e => new { status = Word(e.Value.Status), detail = e.Value.Description },
                StringComparer.Ordinal),
        }));
    }

    private static string Word(HealthStatus status) => status.ToString().ToLowerInvariant();
}
