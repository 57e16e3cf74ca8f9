using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using TalksWatcher.Configuration;

namespace TalksWatcher.Metrics;

/// <summary>Metrics and traces to a collector, where one is configured.</summary>
internal sealed class Telemetry(TracerProvider? traces, MeterProvider? metrics) : IDisposable
{
    public static Telemetry Start(TelemetrySettings settings)
    {
        if (settings.OtlpEndpoint is not { } endpoint)
            return new Telemetry(traces: null, metrics: null);
        var address = new Uri(endpoint);
        return new Telemetry(
            Sdk.CreateTracerProviderBuilder().AddSource(Flow.Tracing.Name).AddOtlpExporter(o => o.Endpoint = address).Build(),
            Sdk.CreateMeterProviderBuilder().AddMeter(WatcherMetrics.MeterName).AddOtlpExporter(o => o.Endpoint = address).Build());
    }

    public void Dispose()
    {
        traces?.Dispose();
        metrics?.Dispose();
    }
}
