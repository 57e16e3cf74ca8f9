using Microsoft.EntityFrameworkCore;
using TalksWatcher.Storage.Backups;
using TalksWatcher.Storage.Tests.Databases;

namespace TalksWatcher.Storage.Tests;

/// <summary>A copy of a database that is being written to, and back again.</summary>
public abstract class BackupTests(TestDatabase storage) : StoreTests(storage)
{
    private string CopyFile => Path.Combine(Storage.Folder, "copy");

    [SkippableFact]
    public async Task A_copy_put_back_holds_what_there_was_when_it_was_made()
    {
        await SaveAsync("before");
        await Storage.Backup.WriteAsync(CopyFile, CancellationToken.None);
        await SaveAsync("after");

        await Storage.Backup.RestoreAsync(CopyFile, Clock.Now, CancellationToken.None);

        Assert.Equal(["before"], await KeysAsync());
    }

    /// <summary>Not afterwards: a worker that runs, or a restore that dies there, would send again what went out since.</summary>
    [SkippableFact]
    public async Task A_copy_put_back_comes_with_sending_paused()
    {
        await Storage.Backup.WriteAsync(CopyFile, CancellationToken.None);

        await Storage.Backup.RestoreAsync(CopyFile, Clock.Now, CancellationToken.None);

        Assert.True((await new OutboxStore(Database, Clock).SummaryAsync(CancellationToken.None)).Paused);
    }

    [SkippableFact]
    public async Task A_copy_cut_short_changes_nothing()
    {
        await SaveAsync("before");
        await Storage.Backup.WriteAsync(CopyFile, CancellationToken.None);
        await SaveAsync("after");
        var whole = await File.ReadAllBytesAsync(CopyFile);
        await File.WriteAllBytesAsync(CopyFile, whole[..(whole.Length * 9 / 10)]);

        await Assert.ThrowsAsync<BackupException>(() => Storage.Backup.RestoreAsync(CopyFile, Clock.Now, CancellationToken.None));

        Assert.Equal(["after", "before"], await KeysAsync());
    }

    [SkippableFact]
    public async Task Made_under_writes_it_holds_each_write_whole_or_not_at_all()
    {
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 40; i++)
                await SaveAsync($"{i:00}-a", $"{i:00}-b");
        });
        await Storage.Backup.WriteAsync(CopyFile, CancellationToken.None);
        await writing;

        await Storage.Backup.RestoreAsync(CopyFile, Clock.Now, CancellationToken.None);

        var pairs = (await KeysAsync()).GroupBy(key => key[..2], StringComparer.Ordinal);
        Assert.All(pairs, pair => Assert.Equal(2, pair.Count()));
    }

    [SkippableFact]
    public async Task A_file_that_is_no_copy_is_refused_and_nothing_changes()
    {
        await SaveAsync("kept");
        await File.WriteAllTextAsync(CopyFile, "a letter");

        await Assert.ThrowsAsync<BackupException>(() => Storage.Backup.RestoreAsync(CopyFile, Clock.Now, CancellationToken.None));

        Assert.Equal(["kept"], await KeysAsync());
    }

    private Task SaveAsync(params string[] keys) =>
        new DocumentStore(Database).SavePollAsync(Watch, "test-source", Poll([.. keys.Select(key => Report(key))]), CancellationToken.None);

    private async Task<List<string>> KeysAsync()
    {
        await using var db = Database.Open();
        return await db.Documents.Select(d => d.Key).OrderBy(key => key).ToListAsync();
    }
}

public sealed class BackupOfSqliteTests() : BackupTests(new SqliteFile());

[Collection(PostgresCollection.Name)]
public sealed class BackupOfPostgresTests(PostgresServer server) : BackupTests(new PostgresDatabase(server));
