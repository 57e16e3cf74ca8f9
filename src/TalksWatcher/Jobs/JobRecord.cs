using System.Collections.Concurrent;

namespace TalksWatcher.Jobs;

/// <summary>How the last runs of each job ended, for whoever asks after the worker's health.</summary>
internal sealed class JobRecord
{
    /// <summary>One failing run may be chance (a busy database); this many in a row are not.</summary>
    public const int Worrying = 3;

    private readonly ConcurrentDictionary<string, (int InRow, string Error)> failures = new(StringComparer.Ordinal);

    public IReadOnlyList<(string Job, int InRow, string Error)> Failing =>
        [.. failures.Where(f => f.Value.InRow >= Worrying).Select(f => (f.Key, f.Value.InRow, f.Value.Error)).OrderBy(f => f.Key, StringComparer.Ordinal)];

    public void Succeeded(string job) => failures.TryRemove(job, out _);

    public void Failed(string job, Exception error) =>
        failures.AddOrUpdate(job, _ => (1, error.GetBaseException().Message), (_, last) => (last.InRow + 1, error.GetBaseException().Message));
}
