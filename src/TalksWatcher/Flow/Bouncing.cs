using TalksWatcher.Digests.Bounces;
using TalksWatcher.Storage;

namespace TalksWatcher.Flow;

/// <summary>delivery → reader: what came back of mails that a server had taken.</summary>
/// <param name="mailbox"><c>null</c> where none is configured.</param>
internal sealed class Bouncing(IBounceMailbox? mailbox, OutboxStore outbox, SubscriberStore subscribers, ILogger<Bouncing> log)
{
    /// <returns>How many mails were read, reports or not.</returns>
    public Task<int> ReadAsync(CancellationToken cancel) => mailbox?.ReadNewAsync(TakeInAsync, cancel) ?? Task.FromResult(0);

    private async Task TakeInAsync(IReadOnlyList<Bounce> bounces, CancellationToken cancel)
    {
        if (bounces.Count == 0)
            Log.NoBounce(log);
        foreach (var bounce in bounces)
            await TakeInAsync(bounce, cancel);
    }

    private async Task TakeInAsync(Bounce bounce, CancellationToken cancel)
    {
        if (await outbox.BounceAsync(bounce, cancel) is not { } address)
            Log.StrangeBounce(log, Words.Of(bounce.Event), bounce.Text);
        else if (await subscribers.FindAsync(address, cancel) is { State: Storage.Rows.SubscriberState.Suspended } reader)
            Log.Suspended(log, address, reader.Reason ?? bounce.Text);
        else
            Log.Bounced(log, address, Words.Of(bounce.Event), bounce.Text);
    }
}
