using System.Reflection;
using TalksWatcher.Configuration;
using TalksWatcher.Digests.Outbox;
using TalksWatcher.Digests.Readers;
using TalksWatcher.Ledger;
using TalksWatcher.Metrics;
using TalksWatcher.Storage;

namespace TalksWatcher.Flow;

/// <summary>The flow, wired once for every command: stages in the order in which a report passes them.</summary>
internal sealed class Worker : IAsyncDisposable
{
    private readonly SourceMaker sources;
    private volatile IReadOnlyList<WatchFlow> watches;

    private Worker(ConfigFolder config, Database database, ReadOnlyMemory<byte> key, TimeProvider clock, ILoggerFactory logs)
    {
        (Config, Clock, Database) = (config, clock, database);
        Metrics = new WatcherMetrics();
        Documents = new DocumentStore(Database);
        SourceStates = new SourceStore(Database);
        Ledger = new LedgerStore(Database, clock);
        History = new LedgerHistory(Database);
        Digests = new DigestStore(Database);
        Subscribers = new SubscriberStore(Database, clock);
        Outbox = new OutboxStore(Database, clock);
        sources = new SourceMaker(config, clock);
        watches = [.. config.Watches.Select(watch => WatchFlow.Of(watch, config, sources))];
        Letters = new Letters(config.Settings, key, clock);
        var pollingLog = logs.CreateLogger<Polling>();
        var notices = new SourceNotices(new OperatorMail(config.Settings.Mail, clock), clock, pollingLog);
        Polling = new Polling(Documents, notices, config.Settings.Fetching.TellAfter, Metrics, clock, pollingLog);
        Intake = new Intake(Documents, Ledger, Metrics, clock, logs.CreateLogger<Intake>());
        var progress = new Progress(clock, logs.CreateLogger<Progress>());
        var editions = new Editions(Digests, Ledger, SourceStates, Letters, config.Settings, clock);
        Digesting = new Digesting(Digests, editions, Letters, config.Settings, Metrics, progress, clock, logs.CreateLogger<Digesting>());
        StillWatching = new StillWatching(Subscribers, Digests, editions, Letters, clock, logs.CreateLogger<StillWatching>());
        StoredLetters = new LetterStore(Database);
        Merge = new MailMerge(StoredLetters, Letters);
        Sending = new Sending(MailClient.Sender(config, new TracedOutbox(Outbox), Merge, clock), Outbox, Metrics, progress, clock, logs.CreateLogger<Sending>());
        Bouncing = new Bouncing(MailClient.Bounces(config), MailClient.BounceReader(config.Settings.Mail), Letters, Outbox, Subscribers, logs.CreateLogger<Bouncing>());
        Rereading = new Rereading(new RereadStore(Database, clock), clock);
        Forgetting = new Forgetting(Documents, StoredLetters, Ledger, config.Settings, clock, logs.CreateLogger<Forgetting>());
        Logger = logs.CreateLogger("TalksWatcher");
    }

    public static string Version =>
        typeof(Worker).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>As it was at the start; what may change while running is in <see cref="Watches"/>.</summary>
    public ConfigFolder Config { get; }

    public TimeProvider Clock { get; }
    public WatcherMetrics Metrics { get; }
    public ILogger Logger { get; }
    public Database Database { get; }
    public DocumentStore Documents { get; }
    public SourceStore SourceStates { get; }
    public LedgerStore Ledger { get; }
    public LedgerHistory History { get; }
    public DigestStore Digests { get; }
    public SubscriberStore Subscribers { get; }
    public OutboxStore Outbox { get; }
    public IReadOnlyList<WatchFlow> Watches => watches;
    public Letters Letters { get; }
    public LetterStore StoredLetters { get; }

    /// <summary>Stored mails as whole messages.</summary>
    public MailMerge Merge { get; }

    /// <summary>source → document.</summary>
    public Polling Polling { get; }

    /// <summary>document → claim → development.</summary>
    public Intake Intake { get; }

    /// <summary>development → digest.</summary>
    public Digesting Digesting { get; }

    /// <summary>silence → digest.</summary>
    public StillWatching StillWatching { get; }

    /// <summary>digest → delivery.</summary>
    public Sending Sending { get; }

    /// <summary>delivery → reader.</summary>
    public Bouncing Bouncing { get; }

    public Forgetting Forgetting { get; }

    public Rereading Rereading { get; }

    /// <summary>Opens the database, brings it up to date, seeds new watches and takes over the configured subscribers.</summary>
    public static async Task<Worker> OpenAsync(ConfigFolder config, Terminal terminal, CancellationToken cancel, ILoggerFactory? logs = null)
    {
        var database = DatabaseClient.Open(config);
        await database.MigrateAsync(cancel);
        var key = await new InstallationKey(database, terminal.Clock).ReadAsync(cancel);
        var worker = new Worker(config, database, key, terminal.Clock, logs ?? Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance);
        await worker.AdmitAsync(config.Settings, cancel);
        return worker;
    }

    /// <summary>Takes over what may change while running: watches with their sources, and new subscribers.</summary>
    public async Task ReloadAsync(ConfigFolder fresh, CancellationToken cancel)
    {
        var old = watches;
        watches = [.. fresh.Watches.Select(watch => old.FirstOrDefault(w => w.Watch == watch) ?? WatchFlow.Of(watch, fresh, sources))];
        await AdmitAsync(fresh.Settings, cancel);
    }

    /// <summary>Configured subscribers and the baselines of new watches; what is there already stays.</summary>
    private async Task AdmitAsync(Settings settings, CancellationToken cancel)
    {
        foreach (var subscriber in settings.Subscribers)
            if (MailAddressRule.TryNormalise(subscriber.Address, out var address))
                await Subscribers.SaveAsync(address, subscriber, cancel);
        foreach (var watch in watches)
            if (watch.Baseline is { } baseline && await Ledger.SeedAsync(watch.Ledger, Seeds.Observations(baseline), cancel))
                Log.BaselineSeeded(Logger, watch.Id, baseline.Reports.Count);
    }

    public void LogStart()
    {
        Log.Started(Logger, Version, MailClient.Name(Config.Settings.Mail), Config.Root);
        if (Config.Settings.Mail.PublicUrl is null)
            Log.NoPublicUrl(Logger);
        if (Config.Settings.Mail.Bounces is null)
            Log.NoBounceMailbox(Logger);
    }

    public async ValueTask DisposeAsync()
    {
        await Letters.DisposeAsync();
        Intake.Dispose();
        sources.Dispose();
        Metrics.Dispose();
    }
}
