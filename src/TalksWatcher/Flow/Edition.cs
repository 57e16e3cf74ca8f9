using TalksWatcher.Claims;
using TalksWatcher.Digests;
using TalksWatcher.Digests.Mail;
using TalksWatcher.Ledger;
using TalksWatcher.Storage;

namespace TalksWatcher.Flow;

/// <summary>What one build run of a watch tells: readers who are owed the same developments get the same letter, written once.</summary>
/// <param name="common">Everything of a digest that is the same for all readers.</param>
internal sealed class Edition(WatchFlow watch, DigestStore digests, Letters letters, Digest common)
{
    private readonly Dictionary<string, Issue> issues = new(StringComparer.Ordinal);

    /// <param name="developments">Ids, sorted.</param>
    public async Task<Issue> OfAsync(IReadOnlyList<string> developments, CancellationToken cancel)
    {
        var key = string.Join('\n', developments);
        if (!issues.TryGetValue(key, out var issue))
            issues[key] = issue = await WriteAsync(developments, cancel);
        return issue;
    }

    private async Task<Issue> WriteAsync(IReadOnlyList<string> ids, CancellationToken cancel)
    {
        var developments = await digests.DevelopmentsAsync(watch.Id, ids, cancel);
        using var trace = Tracing.Continue("build-digest", ids.Count == 0 ? null : await digests.TraceAsync(watch.Id, ids[0], cancel));
        var digest = await TellAsync(digests, common, developments, cancel);
        return new Issue(digest, await letters.WriteAsync(watch, digest), trace?.Id);
    }

    /// <summary>The digest that tells these developments.</summary>
    public static async Task<Digest> TellAsync(DigestStore digests, Digest common, IReadOnlyList<Development> developments, CancellationToken cancel)
    {
        var (folded, between) = DevelopmentFold.Of(developments);
        var reports = developments.SelectMany(d => d.Support).Select(s => s.Document);
        return common with
        {
            Developments = folded,
            Between = between,
            ReportTitles = await digests.TitlesAsync(common.Watch, reports, cancel),
        };
    }
}

/// <param name="Trace">W3C trace context of the step that wrote it.</param>
internal sealed record Issue(Digest Digest, FormLetter Letter, string? Trace);
