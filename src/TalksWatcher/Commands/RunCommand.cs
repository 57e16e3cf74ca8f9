using System.CommandLine;
using Microsoft.AspNetCore.Hosting;
using TalksWatcher.Configuration;
using TalksWatcher.Flow;
using TalksWatcher.Health;
using TalksWatcher.Jobs;
using TalksWatcher.Metrics;
using TalksWatcher.Web;

namespace TalksWatcher.Commands;

/// <summary><c>run</c>: the hosted worker. SIGTERM drains and stops within 10 seconds.</summary>
internal static class RunCommand
{
    private static readonly Option<LogFormat> LogOption = new("--log")
    {
        Description = "plain for people, json for machines (one object a line).",
        Recursive = true,
    };

    internal enum LogFormat { Plain, Json }

    public static Command Create(Terminal terminal)
    {
        var command = new Command("run", "Poll, read, build digests and send them on their schedules until stopped.") { LogOption };
        command.SetAction((parsed, cancel) => RunAsync(parsed, terminal, cancel));
        return command;
    }

    public static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancel)
    {
        var config = CommandLine.Configuration(parsed, terminal);
        using var logs = LoggerFactory.Create(logging => AddLogs(logging, parsed.GetValue(LogOption)));
        await using var worker = await Worker.OpenAsync(config, terminal, cancel, logs);
        await using var app = Build(config, worker, new Reloading(worker, terminal.Environment), parsed.GetValue(LogOption));
        using var telemetry = Telemetry.Start(config.Settings.Telemetry);
        worker.LogStart();
        app.Lifetime.ApplicationStopping.Register(() => Log.Stopping(worker.Logger));
        await app.StartAsync(cancel);
        await app.WaitForShutdownAsync(cancel);
        return 0;
    }

    private static WebApplication Build(ConfigFolder config, Worker worker, Reloading reloading, LogFormat format)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        AddLogs(builder.Logging, format);
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(9));
        builder.Services.AddSingleton(worker).AddSingleton(worker.Metrics).AddSingleton(worker.Clock).AddSingleton(reloading).AddSingleton<JobRecord>()
            .AddSingleton(_ => new PrometheusText(worker.Metrics.Meter));
        Schedulers.Add(builder.Services, config, worker);
        builder.Services.AddHostedService<ConfigurationWatch>();
        builder.Services.AddHealthChecks()
            .AddCheck<StorageCheck>("storage").AddCheck<OutboxCheck>("outbox").AddCheck<SourcesCheck>("sources")
            .AddCheck<ConfigurationCheck>("configuration").AddCheck<JobsCheck>("jobs");
        builder.Services.AddSingleton<SourcesCheck>();
        if (config.Settings.Listener.Enabled)
            builder.WebHost.UseUrls(config.Settings.Listener.Address);
        else
            builder.Services.AddSingleton<Microsoft.AspNetCore.Hosting.Server.IServer, NoServer>();
        var app = builder.Build();
        app.Services.GetRequiredService<PrometheusText>();
        Listener.Map(app);
        return app;
    }

    private static void AddLogs(ILoggingBuilder logging, LogFormat format)
    {
        logging.SetMinimumLevel(LogLevel.Information).AddFilter("Microsoft", LogLevel.Warning).AddFilter("Quartz", LogLevel.Warning);
        if (format == LogFormat.Json)
            logging.AddJsonConsole(o => (o.UseUtcTimestamp, o.TimestampFormat) = (true, "yyyy-MM-ddTHH:mm:ss.fffZ"));
        else
            logging.AddSimpleConsole(o => (o.SingleLine, o.UseUtcTimestamp, o.TimestampFormat) = (true, true, "HH:mm:ss "));
    }
}
