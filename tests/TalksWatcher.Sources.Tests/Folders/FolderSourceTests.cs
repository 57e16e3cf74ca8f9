using TalksWatcher.Sources.Folders;

namespace TalksWatcher.Sources.Tests.Folders;

public sealed class FolderSourceTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly FixedClock clock = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_first_poll_primes_with_all_there_is()
    {
        folder.Write("a.txt", "Alpha.");

        var poll = await Poll(SourceState.New);

        Assert.Equal((PollOutcome.Read, true, "a"), (poll.Outcome, poll.Priming, Assert.Single(poll.Documents).Key));
        Assert.Equal((FixedClock.Noon, FixedClock.Noon, 1), (poll.NewState.PrimedAt, poll.NewState.LastSuccessAt, poll.NewState.Polls));
    }

    [Fact]
    public async Task A_folder_that_has_not_changed_is_not_modified()
    {
        folder.Write("a.txt", "Alpha.");
        folder.Write("bad.txt", "");

        var poll = await Poll((await Poll(SourceState.New)).NewState);

        Assert.Equal((PollOutcome.NotModified, 0, 0, 1), (poll.Outcome, poll.Documents.Count, poll.Faults.Count, poll.NewState.NotModified));
    }

    [Fact]
    public async Task Only_new_and_edited_files_are_read_again()
    {
        folder.Write("a.txt", "Alpha.");
        folder.Write("b.txt", "Beta.");
        var first = await Poll(SourceState.New);
        folder.Write("b.txt", "Beta, corrected.");
        folder.Write("c.txt", "Gamma.");

        var second = await Poll(first.NewState);

        Assert.Equal([("b", "Beta, corrected."), ("c", "Gamma.")], second.Documents.Select(document => (document.Key, document.Text)));
        Assert.NotEqual(first.Documents[1].TextHash, second.Documents[0].TextHash);
        Assert.False(second.Priming);
    }

    [Fact]
    public async Task A_date_corrected_in_the_manifest_is_read_again()
    {
        folder.Write("a.txt", "Alpha.");
        folder.Write("manifest.json", """[{"file": "a.txt", "published": "2026-01-29"}]""");
        var first = await Poll(SourceState.New);
        folder.Write("manifest.json", """[{"file": "a.txt", "published": "2026-01-30"}]""");

        var second = await Poll(first.NewState);

        Assert.Equal(new DateTimeOffset(2026, 1, 30, 0, 0, 0, TimeSpan.Zero), Assert.Single(second.Documents).Published);
    }

    [Fact]
    public async Task A_missing_folder_is_a_named_failure()
    {
        var source = new FolderSource(Definition, Path.Combine(folder.Root, "absent"), clock);

        var poll = await source.PollAsync(SourceState.New, default);

        Assert.Equal((PollOutcome.Failed, FailureReason.FolderUnreadable, 1), (poll.Outcome, poll.Failure, poll.NewState.FailuresInRow));
    }

    private static SourceDefinition Definition => new() { Name = "inbox", Kind = SourceKind.Folder, Path = "inbox" };

    private Task<PollResult> Poll(SourceState state) => new FolderSource(Definition, folder.Root, clock).PollAsync(state, default);
}
