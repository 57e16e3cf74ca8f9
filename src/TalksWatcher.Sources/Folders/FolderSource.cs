using System.Globalization;

namespace TalksWatcher.Sources.Folders;

/// <summary>A folder that others put reports into. Files that have not changed since the last poll are not read again.</summary>
/// <param name="folder">Absolute path.</param>
public sealed class FolderSource(SourceDefinition definition, string folder, TimeProvider clock) : ISource
{
    public SourceDefinition Definition => definition;

    public Task<PollResult> PollAsync(SourceState state, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Task.Run(() => Poll(state, cancel), cancel);
    }

    private PollResult Poll(SourceState state, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (!Directory.Exists(folder))
            return Failed(state, now);
        var listing = ReportFolder.List(folder);
        var files = listing.Files.Select(file => (File: file, Print: Fingerprint(file))).ToList();
        var manifest = Fingerprint(new ReportFile("", Path.Combine(folder, ReportFolder.ManifestName)));
        var seen = state.Seen.ToHashSet(StringComparer.Ordinal);
        var defaults = new ReportDefaults(definition.Name, now, Outlet: definition.Outlet);
        var read = new List<(Document? Document, SourceFault? Fault)>();
        foreach (var (file, _) in files.Where(entry => !seen.Contains(entry.Print)))
        {
            cancel.ThrowIfCancellationRequested();
            read.Add(ReportFiles.Read(file, defaults));
        }
        var faults = seen.Contains(manifest) ? [] : listing.Faults;
        return Result(state, now, read, faults, [manifest, .. files.Select(entry => entry.Print)]);
    }

    private static PollResult Result(
        SourceState state,
        DateTimeOffset now,
        List<(Document? Document, SourceFault? Fault)> read,
        IReadOnlyList<SourceFault> faults,
        string[] prints)
    {
        var changed = read.Count > 0 || faults.Count > 0 || state.PrimedAt is null;
        return new PollResult
        {
            Outcome = changed ? PollOutcome.Read : PollOutcome.NotModified,
            Documents = [.. read.Select(reading => reading.Document).OfType<Document>()],
            Faults = [.. faults, .. read.Select(reading => reading.Fault).OfType<SourceFault>()],
            Priming = state.PrimedAt is null,
            NewState = (changed ? state.AfterRead(now, broughtNews: changed) : state.AfterNotModified(now)) with { Seen = prints },
        };
    }

    private PollResult Failed(SourceState state, DateTimeOffset now) => new()
    {
        Outcome = PollOutcome.Failed,
        Failure = FailureReason.FolderUnreadable,
        Detail = $"{folder} is no folder that can be read",
        NewState = state.AfterFailure(now, FailureReason.FolderUnreadable, notBefore: null),
    };

    /// <summary>What the manifest says is part of the report, so that a corrected date is read anew.</summary>
    private static string Fingerprint(ReportFile file)
    {
        var info = new FileInfo(file.Path);
        var (length, written) = info.Exists ? (info.Length, info.LastWriteTimeUtc.Ticks) : (-1, 0);
        return string.Create(
            CultureInfo.InvariantCulture, $"{Path.GetFileName(file.Path)}|{length}|{written}|{file.Published:O}|{file.Outlet}|{file.Url}");
    }
}
