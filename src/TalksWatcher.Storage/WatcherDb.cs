using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using TalksWatcher.Digests.Outbox;
using TalksWatcher.Storage.Rows;

namespace TalksWatcher.Storage;

/// <summary>The tables. Keys come from content, so that a step that runs twice finds its own row.</summary>
public abstract class WatcherDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<DocumentRow> Documents => Set<DocumentRow>();
    public DbSet<ClaimRow> Claims => Set<ClaimRow>();
    public DbSet<ObservationRow> Observations => Set<ObservationRow>();
    public DbSet<PrintBandRow> PrintBands => Set<PrintBandRow>();
    public DbSet<TrackDocumentRow> TrackDocuments => Set<TrackDocumentRow>();
    public DbSet<CheckpointRow> Checkpoints => Set<CheckpointRow>();
    public DbSet<TrackRow> Tracks => Set<TrackRow>();
    public DbSet<LedgerEntryRow> LedgerEntries => Set<LedgerEntryRow>();
    public DbSet<DevelopmentRow> Developments => Set<DevelopmentRow>();
    public DbSet<DecisionRow> Decisions => Set<DecisionRow>();
    public DbSet<SubscriberRow> Subscribers => Set<SubscriberRow>();
    public DbSet<DigestItemRow> DigestItems => Set<DigestItemRow>();
    public DbSet<DigestRow> Digests => Set<DigestRow>();
    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();
    public DbSet<SourceRow> Sources => Set<SourceRow>();
    public DbSet<MarkRow> Marks => Set<MarkRow>();

    /// <summary>Holds the named lock until the transaction ends; whoever else asks for it waits.</summary>
    public abstract Task LockAsync(string name, CancellationToken cancel);

    /// <summary>The document, for this transaction alone; <c>null</c> where it has been taken in or another is at it.</summary>
    public abstract Task<DocumentRow?> ClaimAsync(DocumentRow document, CancellationToken cancel);

    /// <summary>Leases the mails longest due until the time, and counts the attempt; no other transaction gets them.</summary>
    /// <returns>The rows as they are now, in no order.</returns>
    public abstract Task<List<OutboxRow>> LeaseDueAsync(DateTimeOffset now, DateTimeOffset until, int most, CancellationToken cancel);

    /// <summary>Marks mails as sent, whoever leased them; those that are so already stay as they are.</summary>
    /// <returns>How many were marked.</returns>
    public abstract Task<int> MarkSentAsync(IReadOnlyList<Guid> ids, DateTimeOffset at, CancellationToken cancel);

    /// <summary>Applies the schema steps that are missing; of several processes one does it at a time.</summary>
    public abstract Task MigrateAsync(CancellationToken cancel);

    /// <summary>Begins a transaction whose reads all see one state, and that hinders no writer.</summary>
    public abstract Task<IDbContextTransaction> BeginSnapshotAsync(CancellationToken cancel);

    /// <summary>What the database finds damaged in itself, a line each.</summary>
    public abstract Task<IReadOnlyList<string>> DamageAsync(CancellationToken cancel);

    /// <summary>Mails that may go: waiting, or leased by a sender whose time has run out.</summary>
    internal IQueryable<OutboxRow> Due(DateTimeOffset now) =>
        Outbox.Where(o => (o.State == OutboxState.Waiting || o.State == OutboxState.Leased) && o.NotBefore <= now);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        // One order of times on every provider: SQLite has no comparable time type.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcMilliseconds>();
        configurationBuilder.Properties<SubscriberState>().HaveConversion<string>();
        configurationBuilder.Properties<OutboxState>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.Entity<DocumentRow>(e =>
        {
            e.ToTable("documents").HasKey(d => new { d.Watch, d.Key, d.Revision });
            e.HasIndex(d => new { d.Watch, d.Source, d.FetchedAt });
            e.HasIndex(d => new { d.Watch, d.TakenInAt, d.Published });
        });
        modelBuilder.Entity<ClaimRow>().ToTable("claims")
            .HasKey(c => new { c.Watch, c.DocumentKey, c.TextHash, c.RulesVersion, c.Position });
        modelBuilder.Entity<ObservationRow>(e =>
        {
            e.ToTable("observations").HasKey(o => new { o.Watch, o.Document, o.Revision, o.Reading });
            e.HasIndex(o => new { o.Watch, o.Published });
        });
        modelBuilder.Entity<PrintBandRow>(e =>
        {
            e.ToTable("print_bands").HasKey(b => new { b.Band, b.Published, b.Document });
            e.HasIndex(b => b.Published);
            e.Property(b => b.Band).ValueGeneratedNever();
        });
        modelBuilder.Entity<TrackDocumentRow>(e =>
        {
            e.ToTable("track_documents").HasKey(t => new { t.Watch, t.Track, t.Document });
            e.HasIndex(t => new { t.Watch, t.Track, t.Published, t.Document });
            // The whole row, or SQLite would rather read a whole watch in the index above.
            e.HasIndex(t => new { t.Watch, t.Document, t.Track, t.Published });
        });
        modelBuilder.Entity<TrackRow>(e =>
        {
            e.ToTable("tracks").HasKey(t => new { t.Watch, t.Track });
            e.Property(t => t.Version).IsConcurrencyToken();
        });
        modelBuilder.Entity<CheckpointRow>().ToTable("checkpoints")
            .HasKey(c => new { c.Watch, c.Track, c.Published, c.Document });
        modelBuilder.Entity<LedgerEntryRow>(e =>
        {
            e.ToTable("ledger_entries").HasKey(l => new { l.Watch, l.Id });
            e.HasIndex(l => new { l.Watch, l.Subject, l.RecordedAt });
            e.HasIndex(l => new { l.Watch, l.Document });
            e.HasIndex(l => new { l.Watch, l.Development });
        });
        modelBuilder.Entity<DevelopmentRow>(e =>
        {
            e.ToTable("developments").HasKey(d => new { d.Watch, d.Id });
            e.HasIndex(d => new { d.Watch, d.RecordedAt });
            e.HasIndex(d => new { d.Watch, d.Track, d.At });
            e.HasIndex(d => new { d.Watch, d.OwedSince });
        });
        modelBuilder.Entity<DecisionRow>().ToTable("decisions").HasKey(d => new { d.Watch, d.Id });
        modelBuilder.Entity<DecisionRow>().HasIndex(d => new { d.Watch, d.Document });
        modelBuilder.Entity<SubscriberRow>().ToTable("subscribers").HasKey(s => s.Address);
        modelBuilder.Entity<DigestItemRow>(e =>
        {
            e.ToTable("digest_items").HasKey(i => new { i.Watch, i.Subscriber, i.DevelopmentId });
            e.HasIndex(i => new { i.DigestId, i.Subscriber });
            // What is owed only: the planner would rather read all that a subscriber was ever told.
            e.HasIndex(i => new { i.Watch, i.Subscriber, i.DevelopmentId, i.RecordedAt }).HasFilter("\"DigestId\" IS NULL");
        });
        modelBuilder.Entity<DigestRow>(e =>
        {
            e.ToTable("digests").HasKey(d => d.Id);
            e.HasIndex(d => new { d.Subscriber, d.BuiltAt });
        });
        modelBuilder.Entity<OutboxRow>(e =>
        {
            e.ToTable("outbox").HasKey(o => o.Id);
            e.HasIndex(o => new { o.State, o.NotBefore });
            e.HasIndex(o => o.MessageId);
        });
        modelBuilder.Entity<SourceRow>().ToTable("sources").HasKey(s => new { s.Watch, s.Name });
        modelBuilder.Entity<MarkRow>().ToTable("marks").HasKey(m => m.Name);
    }

    private sealed class UtcMilliseconds() : ValueConverter<DateTimeOffset, long>(
        time => time.ToUnixTimeMilliseconds(),
        milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
}
