using TalksWatcher.Configuration;

namespace TalksWatcher.Flow;

/// <summary>
/// Reads the configuration anew when its files change. Watches and sources take effect at once; a faulty configuration is
/// refused whole while the old one goes on; everything else waits for the next start, and the log says so.
/// </summary>
internal sealed class Reloading(Worker worker, IReadOnlyDictionary<string, string> environment)
{
    private readonly Settings atStart = worker.Config.Settings;
    private string seen = ConfigFolder.Fingerprint(worker.Config.Root);
    private IReadOnlyList<ConfigFault> refused = [];

    /// <summary>Why the files as they lie there are not what runs; empty where they are.</summary>
    public IReadOnlyList<ConfigFault> Refused => refused;

    /// <summary>Files are seen once they are refused or taken over whole; what fails in between is tried again at the next look.</summary>
    public async Task LookAsync(CancellationToken cancel)
    {
        var now = ConfigFolder.Fingerprint(worker.Config.Root);
        if (now == seen)
            return;
        if (Read() is not { } fresh)
        {
            seen = now;
            return;
        }

        await worker.ReloadAsync(fresh, cancel);
        seen = now;
        Log.Reloaded(worker.Logger, fresh.Watches.Count, fresh.Watches.Sum(w => w.Sources.Count(s => s.Enabled)));
        foreach (var section in Changed(atStart, fresh.Settings))
            Log.NeedsRestart(worker.Logger, section);
    }

    private ConfigFolder? Read()
    {
        try
        {
            var fresh = ConfigFolder.Load(worker.Config.Root, environment);
            refused = [];
            return fresh;
        }
        catch (ConfigException e)
        {
            refused = e.Faults;
            foreach (var fault in e.Faults)
                Log.ReloadRefused(worker.Logger, OneLine.Of(fault.ToString()));
            return null;
        }
    }

    private static IEnumerable<string> Changed(Settings old, Settings fresh)
    {
        (string Section, bool Same)[] sections =
        [
            ("$.storage", old.Storage == fresh.Storage), ("$.schedule", old.Schedule == fresh.Schedule),
            ("$.reading", old.Reading == fresh.Reading), ("$.fetching", old.Fetching == fresh.Fetching),
            ("$.mail", old.Mail == fresh.Mail), ("$.listener", old.Listener == fresh.Listener), ("$.telemetry", old.Telemetry == fresh.Telemetry),
        ];
        return sections.Where(s => !s.Same).Select(s => s.Section);
    }
}
