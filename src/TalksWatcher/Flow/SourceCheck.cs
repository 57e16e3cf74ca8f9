using TalksWatcher.Claims;
using TalksWatcher.Sources;

namespace TalksWatcher.Flow;

/// <summary>What one source gives when it is asked now, and what the reading rules make of it. Nothing is stored.</summary>
/// <param name="Result">"read" or the name of the failure.</param>
/// <param name="Address">Where the answer came from.</param>
/// <param name="Redirects">The addresses passed on the way.</param>
/// <param name="Reports">Reports found.</param>
/// <param name="Kept">Of those, the ones that the extractor reads.</param>
/// <param name="Characters">Length of their texts.</param>
/// <param name="SetAside">The others, by reason.</param>
internal sealed record SourceCheck(
    string Watch,
    string Source,
    string Result,
    int? Status,
    string? Address,
    IReadOnlyList<string> Redirects,
    string? Charset,
    int Entries,
    DateTimeOffset? Newest,
    int Reports,
    int Kept,
    int Characters,
    IReadOnlyDictionary<string, int> SetAside,
    int Claims,
    string Detail)
{
    public bool IsBroken { get; private init; }

    /// <param name="primed">Whether to look as at a later poll, which reads the pages that entries or a listing link to.</param>
    public static async Task<SourceCheck> RunAsync(string watch, ClaimReader reader, ISource source, bool primed, TimeProvider clock, CancellationToken cancel)
    {
        var state = primed ? SourceState.New.For(source.Definition.Url) with { PrimedAt = clock.GetUtcNow() } : SourceState.New;
        var poll = await source.PollAsync(state, cancel);
        var reads = poll.Documents.Select(document => (Document: document, Read: reader.Read(Flow.Reports.Of(document)))).ToList();
        var kept = reads.Where(r => r.Read.SetAside is null).ToList();
        return new SourceCheck(
            watch,
            source.Definition.Name,
            poll.Failure?.Name() ?? Words.Of(poll.Outcome),
            poll.Answer?.Status,
            poll.Answer?.Address,
            poll.Answer?.Redirects ?? [],
            poll.Answer?.Charset,
            poll.Answer?.Entries ?? poll.Documents.Count,
            poll.Answer?.Newest ?? poll.Documents.Max(d => d.Published),
            reads.Count,
            kept.Count,
            kept.Sum(r => r.Document.Text.Length),
            reads.Where(r => r.Read.SetAside is not null).CountBy(r => r.Read.SetAside!, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal),
            kept.Sum(r => r.Read.Claims.Count),
            OneLine.Of(poll.Detail ?? string.Join("; ", poll.Faults.Take(3))))
        {
            IsBroken = poll.Outcome == PollOutcome.Failed,
        };
    }
}
