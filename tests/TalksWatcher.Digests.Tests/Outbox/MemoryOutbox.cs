using TalksWatcher.Digests.Outbox;

namespace TalksWatcher.Digests.Tests.Outbox;

internal sealed class MemoryOutbox : IOutbox
{
    public static readonly DateTimeOffset Now = new(2026, 2, 13, 9, 0, 0, TimeSpan.Zero);

    private readonly Lock gate = new();
    private readonly List<OutboxMail> mails = [];

    public IReadOnlyList<OutboxMail> Mails => mails;

    public IEnumerable<OutboxState> States => mails.Select(mail => mail.State);

    /// <summary>How many mails each lease asked for.</summary>
    public List<int> Leases { get; } = [];

    public Exception? SettleFault { get; set; }

    public OutboxMail this[string address] => mails.Single(mail => mail.SubscriberAddress == address);

    public void Add(params string[] addresses)
    {
        foreach (var address in addresses)
        {
            mails.Add(new OutboxMail
            {
                Id = Guid.CreateVersion7(Now),
                DigestId = "d",
                SubscriberAddress = address,
                MessageId = $"<{address}>",
                Subject = "s",
                Mime = "x"u8.ToArray(),
                State = OutboxState.Waiting,
                NotBefore = Now,
                CreatedAt = Now,
            });
        }
    }

    public void Change(string address, Func<OutboxMail, OutboxMail> change) =>
        mails[mails.FindIndex(mail => mail.SubscriberAddress == address)] = change(this[address]);

    public Task<IReadOnlyList<OutboxMail>> LeaseAsync(int count, TimeSpan leaseTime, CancellationToken cancel)
    {
        lock (gate)
        {
            Leases.Add(count);
            var due = mails.Where(mail => mail.State is OutboxState.Waiting && mail.NotBefore <= Now).Take(count).ToList();
            return Task.FromResult<IReadOnlyList<OutboxMail>>([.. due.Select(mail => Store(
                mail with { State = OutboxState.Leased, Attempts = mail.Attempts + 1, NotBefore = Now + leaseTime }))]);
        }
    }

    public Task SettleAsync(IReadOnlyList<Settlement> settlements, CancellationToken cancel)
    {
        if (SettleFault is not null)
            return Task.FromException(SettleFault);
        lock (gate)
        {
            foreach (var settlement in settlements)
                Store(After(mails.Single(mail => mail.Id == settlement.Id), settlement));
        }

        return Task.CompletedTask;
    }

    private static OutboxMail After(OutboxMail mail, Settlement settlement) => settlement switch
    {
        Settlement.Sent sent => mail with { State = OutboxState.Sent, SentAt = sent.At },
        Settlement.RetryLater later => mail with { State = OutboxState.Waiting, NotBefore = later.NotBefore, LastError = later.Error },
        Settlement.Park park => mail with { State = OutboxState.Parked, LastError = park.Error },
        Settlement.Release release =>
            mail with { State = OutboxState.Waiting, NotBefore = release.NotBefore, Attempts = mail.Attempts - 1 },
        _ => throw new InvalidOperationException(),
    };

    private OutboxMail Store(OutboxMail mail)
    {
        mails[mails.FindIndex(old => old.Id == mail.Id)] = mail;
        return mail;
    }
}
