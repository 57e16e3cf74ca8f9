using Microsoft.EntityFrameworkCore;

namespace TalksWatcher.Storage.Checks;

/// <summary>What was put into a digest is in one mail, to the reader who was owed it.</summary>
internal sealed class MailCheck(WatcherDb db)
{
    private const int Most = 1000;

    public async Task<Finding> ExamineAsync(CancellationToken cancel)
    {
        (string Fault, IQueryable<string> Rows)[] kinds =
        [
            ("an item is paid by a digest that is not the reader's", db.DigestItems.Where(i => i.DigestId != null
                && !db.Digests.Any(d => d.Id == i.DigestId && d.Subscriber == i.Subscriber)).Select(i => i.DevelopmentId)),
            ("a digest without items", db.Digests.Where(d => !db.DigestItems.Any(i => i.DigestId == d.Id && i.Subscriber == d.Subscriber)).Select(d => d.Id)),
            ("a digest not in just one mail to its reader", db.Digests.Where(d =>
                db.Outbox.Count(o => o.DigestId == d.Id && o.Recipient == d.Subscriber) != 1).Select(d => d.Id)),
            ("a mail of no digest", db.Outbox.Where(o => !EF.Functions.Like(o.DigestId, "%:%") && !db.Digests.Any(d => d.Id == o.DigestId)).Select(o => o.MessageId)),
            ("two mails with one Message-ID", db.Outbox.GroupBy(o => o.MessageId).Where(g => g.Count() > 1).Select(g => g.Key)),
        ];
        var faults = new List<string>();
        foreach (var (fault, rows) in kinds)
            faults.AddRange((await rows.Take(Most).ToListAsync(cancel)).Select(row => $"{row}: {fault}"));
        return Finding.Of("mail", await db.Outbox.CountAsync(cancel), faults);
    }
}
