using TalksWatcher.Digests.Bounces;

namespace TalksWatcher.Digests.Tests.Bounces;

public sealed class BounceMaildirTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("talkswatcher-bounces-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_mail_is_read_once_and_moved()
    {
        await AddAsync("1", "Subject: a\n\n");
        Assert.Equal((1, 0), (await ReadAsync(), await ReadAsync()));
        Assert.True(File.Exists(Path.Combine(folder.FullName, "cur", "1:2,S")));
    }

    [Fact]
    public async Task A_mail_whose_handling_failed_is_read_again()
    {
        await AddAsync("1", "Subject: a\n\n");
        await Assert.ThrowsAsync<IOException>(() => Maildir().ReadNewAsync((_, _) => throw new IOException("disk full"), CancellationToken.None));
        Assert.Equal(1, await ReadAsync());
    }

    [Fact]
    public async Task A_folder_that_is_not_there_holds_nothing() => Assert.Equal(0, await ReadAsync());

    private async Task AddAsync(string name, string content)
    {
        Directory.CreateDirectory(Path.Combine(folder.FullName, "new"));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "new", name), content);
    }

    private Task<int> ReadAsync() => Maildir().ReadNewAsync((_, _) => Task.CompletedTask, CancellationToken.None);

    private BounceMaildir Maildir() => new(folder.FullName);
}
