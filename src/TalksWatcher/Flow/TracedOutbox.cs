using System.Collections.Concurrent;
using System.Diagnostics;
using TalksWatcher.Digests.Outbox;

namespace TalksWatcher.Flow;

/// <summary>The outbox with a span for each mail on its way, in the trace of the digest it carries.</summary>
internal sealed class TracedOutbox(IOutbox outbox) : IOutbox
{
    private readonly ConcurrentDictionary<Guid, Activity> underWay = new();

    public async Task<IReadOnlyList<OutboxMail>> LeaseAsync(int count, TimeSpan leaseTime, CancellationToken cancel)
    {
        var mails = await outbox.LeaseAsync(count, leaseTime, cancel);
        foreach (var mail in mails)
            Start(mail);
        return mails;
    }

    public async Task SettleAsync(IReadOnlyList<Settlement> settlements, CancellationToken cancel)
    {
        await outbox.SettleAsync(settlements, cancel);
        foreach (var settlement in settlements)
            if (underWay.TryRemove(settlement.Id, out var span))
                span.SetTag("talkswatcher.outcome", settlement.GetType().Name).Dispose();
    }

    /// <summary>A mail's span is nobody's parent here: many are under way at once.</summary>
    private void Start(OutboxMail mail)
    {
        var before = Activity.Current;
        if (Tracing.Continue("send", mail.Trace) is { } span)
            underWay[mail.Id] = span;
        Activity.Current = before;
    }
}
