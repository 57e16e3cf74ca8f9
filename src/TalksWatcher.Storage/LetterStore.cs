using Microsoft.EntityFrameworkCore;
using TalksWatcher.Digests.Mail;
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

    /// <summary>Adds the letter in the caller's transaction, unless it is there.</summary>
    internal static async Task AddAsync(WatcherDb db, FormLetter letter, CancellationToken cancel)
    {
        if (await db.Marks.FindAsync([Prefix + letter.Key], cancel) is null)
            db.Marks.Add(new MarkRow { Name = Prefix + letter.Key, Value = Json.Write(letter), ChangedAt = letter.Date });
    }
}
