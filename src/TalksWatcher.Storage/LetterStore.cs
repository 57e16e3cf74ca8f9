using Microsoft.EntityFrameworkCore;
using TalksWatcher.Digests.Mail;
using TalksWatcher.Digests.Outbox;
using TalksWatcher.Storage.Rows;

namespace TalksWatcher.Storage;

/// <summary>Letters that wait to be addressed: one row, however many readers get it.</summary>
public sealed class LetterStore(Database database)
{
    private const string Prefix = "letter.";

    /// <summary><c>null</c> where no such letter is stored.</summary>
    public async Task<FormLetter?> FindAsync(string key, CancellationToken cancel)
    {
        await using var db = database.Open();
        var name = Prefix + key;
        var json = await db.Marks.AsNoTracking().Where(m => m.Name == name).Select(m => m.Value).FirstOrDefaultAsync(cancel);
        return json is null ? null : Json.Read<FormLetter>(json);
    }

    /// <summary>Drops the letters of digests built before the time, but for those that a mail not yet sent has to be written from.</summary>
    /// <returns>How many were dropped.</returns>
    public Task<int> DropAsync(DateTimeOffset before, CancellationToken cancel) => database.InTransactionAsync(
        async db =>
        {
            var old = await db.Marks.Where(m => m.Name.StartsWith(Prefix) && m.ChangedAt < before).Select(m => m.Name).ToListAsync(cancel);
            if (old.Count == 0)
                return 0;
            var unsent = await db.Outbox.Where(o => o.State != OutboxState.Sent).Select(o => o.Mime).Distinct().ToListAsync(cancel);
            var needed = unsent.Select(mime => Prefix + LetterReference.Read(mime)).ToHashSet(StringComparer.Ordinal);
            var names = old.Where(name => !needed.Contains(name)).ToList();
            return await db.Marks.Where(m => names.Contains(m.Name)).ExecuteDeleteAsync(cancel);
        },
        cancel);

    /// <summary>Adds the letter in the caller's transaction, unless it is there.</summary>
    internal static async Task AddAsync(WatcherDb db, FormLetter letter, CancellationToken cancel)
    {
        if (await db.Marks.FindAsync([Prefix + letter.Key], cancel) is null)
            db.Marks.Add(new MarkRow { Name = Prefix + letter.Key, Value = Json.Write(letter), ChangedAt = letter.Date });
    }
}
