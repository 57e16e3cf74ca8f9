using System.Security.Cryptography;
using TalksWatcher.Storage.Rows;

namespace TalksWatcher.Storage;

/// <summary>The secret that signs the links in mails: made once, kept in the database, the same for every replica.</summary>
public sealed class InstallationKey(Database database, TimeProvider clock)
{
    private const string MarkName = "unsubscribe.key";
    private const int Bytes = 32;

    public Task<ReadOnlyMemory<byte>> ReadAsync(CancellationToken cancel) => database.InTransactionAsync<ReadOnlyMemory<byte>>(
        async db =>
        {
            if (await db.Marks.FindAsync([MarkName], cancel) is { } mark)
                return Convert.FromBase64String(mark.Value);
            var key = RandomNumberGenerator.GetBytes(Bytes);
            db.Marks.Add(new MarkRow { Name = MarkName, Value = Convert.ToBase64String(key), ChangedAt = clock.GetUtcNow() });
            return key;
        },
        cancel);
}
