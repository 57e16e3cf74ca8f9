using TalksWatcher.Digests.Rendering;

namespace TalksWatcher.Digests.Tests.Rendering;

public sealed class DigestRendererTests
{
    [Fact]
    public Task A_full_digest_reads_as_approved() => MatchesAsync(Samples.Full, "full");

    [Fact]
    public Task A_catch_up_with_one_development_reads_as_approved() => MatchesAsync(Samples.Single, "single");

    [Fact]
    public Task A_digest_of_nothing_reads_as_approved() => MatchesAsync(Samples.Nothing, "nothing");

    private static async Task MatchesAsync(Digest digest, string name)
    {
        await using var renderer = new DigestRenderer(Samples.Names);
        var rendered = await renderer.RenderAsync(digest, Samples.Links);
        Approval.Matches(rendered.Html, $"{name}.html");
        Approval.Matches($"Subject: {rendered.Subject}\n\n{rendered.Text}", $"{name}.txt");
    }
}
