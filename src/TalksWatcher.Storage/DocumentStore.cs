using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using TalksWatcher.Digests.Outbox;
using TalksWatcher.Sources;
using TalksWatcher.Storage.Rows;

namespace TalksWatcher.Storage;

/// <summary>Fetched reports and what is remembered of their sources, kept in one transaction per poll.</summary>
public sealed class DocumentStore(Database database)
{
    /// <summary>Stores the documents that are new or edited, and the source's next state.</summary>
    /// <returns>How many revisions were new.</returns>
    public Task<int> SavePollAsync(string watch, string source, PollResult poll, CancellationToken cancel) =>
        SavePollAsync(watch, source, poll, notice: null, cancel);

    /// <param name="notice">A letter about the source that the new state counts as told; one whose id is there already is passed over.</param>
    /// <inheritdoc cref="SavePollAsync(string, string, PollResult, CancellationToken)" path="/*[not(self::param)]"/>
    public Task<int> SavePollAsync(string watch, string source, PollResult poll, OutboxMail? notice, CancellationToken cancel) =>
        database.InTransactionAsync(
            async db =>
            {
                var documents = poll.Documents.Select(StorableText.Of).ToList();
                var revisions = await Revisions.LoadAsync(db, watch, documents, cancel);
                foreach (var document in documents)
                    if (revisions.Number(document) is { } number)
                        db.Documents.Add(Row(watch, document, number, poll.Priming));
                await SaveSourceAsync(db, watch, source, poll.NewState, cancel);
                if (notice is not null && await db.Outbox.FindAsync([notice.Id], cancel) is null)
                    db.Outbox.Add(DigestStore.Row(notice));
                return revisions.Added;
            },
            cancel);

    /// <summary>State of a source; <see cref="SourceState.New"/> for one never polled.</summary>
    public async Task<SourceState> SourceAsync(string watch, string name, CancellationToken cancel)
    {
        await using var db = database.Open();
        var row = await db.Sources.AsNoTracking().FirstOrDefaultAsync(s => s.Watch == watch && s.Name == name, cancel);
        return row is null ? SourceState.New : Json.Read<SourceState>(row.Json);
    }

    /// <summary>Reports stored but not yet taken in, oldest publication first, undated ones first of all.</summary>
    public async Task<IReadOnlyList<DocumentRow>> PendingAsync(string watch, int most, CancellationToken cancel)
    {
        await using var db = database.Open();
        return await db.Documents.AsNoTracking()
            .Where(d => d.Watch == watch && d.TakenInAt == null)
            .OrderBy(d => d.Published != null).ThenBy(d => d.Published).ThenBy(d => d.Key).ThenBy(d => d.Revision)
            .Take(most)
            .ToListAsync(cancel);
    }

    public async Task<IReadOnlyList<DocumentRow>> RevisionsAsync(string watch, string key, CancellationToken cancel)
    {
        await using var db = database.Open();
        return await db.Documents.AsNoTracking().Where(d => d.Watch == watch && d.Key == key)
            .OrderBy(d => d.Revision).ToListAsync(cancel);
    }

    /// <summary>When any source last answered; <c>null</c> where none has.</summary>
    public async Task<DateTimeOffset?> LastSuccessAsync(CancellationToken cancel)
    {
        await using var db = database.Open();
        return await db.Sources.MaxAsync(s => s.LastSuccess, cancel);
    }

    /// <summary>Counts by reason of the reports that were kept out of the ledger.</summary>
    public async Task<IReadOnlyList<(string Reason, int Count)>> SetAsideAsync(CancellationToken cancel)
    {
        await using var db = database.Open();
        var counts = await db.Documents.Where(d => d.SetAside != null).GroupBy(d => d.SetAside!)
            .Select(g => new { g.Key, Count = g.Count() }).OrderBy(g => g.Key).ToListAsync(cancel);
        return [.. counts.Select(c => (c.Key, c.Count))];
    }

    /// <summary>Drops the texts of reports taken in before the time; their claims, evidence and history stay.</summary>
    /// <returns>How many were dropped.</returns>
    public async Task<int> DropTextsAsync(DateTimeOffset before, CancellationToken cancel)
    {
        await using var db = database.Open();
        return await db.Documents.Where(d => d.TakenInAt < before && d.Text != null)
            .ExecuteUpdateAsync(d => d.SetProperty(r => r.Text, (string?)null), cancel);
    }

    private static DocumentRow Row(string watch, Document document, int revision, bool priming) => new()
    {
        Watch = watch,
        Key = document.Key,
        Revision = revision,
        TextHash = document.TextHash,
        Source = document.Source,
        Title = document.Title,
        Text = document.Text,
        Published = document.Published,
        Outlet = document.Outlet,
        Url = document.Url,
        FetchedAt = document.FetchedAt,
        Priming = priming,
        Trace = Activity.Current?.Id,
    };

    private static async Task SaveSourceAsync(WatcherDb db, string watch, string name, SourceState state, CancellationToken cancel)
    {
        var row = await db.Sources.FindAsync([watch, name], cancel);
        if (row is null)
            db.Sources.Add(row = new SourceRow { Watch = watch, Name = name, Json = "" });
        row.Json = Json.Write(state);
        row.LastSuccess = state.LastSuccessAt;
    }
}
