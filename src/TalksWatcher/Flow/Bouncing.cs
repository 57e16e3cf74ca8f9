using TalksWatcher.Digests.Bounces;
using TalksWatcher.Storage;
using TalksWatcher.Storage.Rows;

namespace TalksWatcher.Flow;

/// <summary>delivery → reader: what came back of mails that a server had taken, and readers who leave by mail.</summary>
/// <param name="mailbox"><c>null</c> where none is configured.</param>
internal sealed class Bouncing(
    IBounceMailbox? mailbox, BounceReader reader, Letters letters, OutboxStore outbox, SubscriberStore subscribers, ILogger<Bouncing> log)
{
    /// <returns>How many mails were read, whatever they were.</returns>
    public Task<int> ReadAsync(CancellationToken cancel) => mailbox?.ReadNewAsync(TakeInAsync, cancel) ?? Task.FromResult(0);

    private async Task TakeInAsync(ReadOnlyMemory<byte> mail, CancellationToken cancel)
    {
        var bounces = reader.Read(mail);
        foreach (var bounce in bounces)
            await TakeInAsync(bounce, cancel);
        if (bounces.Count == 0 && !await TryUnsubscribeAsync(mail, cancel))
            Log.NoBounce(log);
    }

    private async Task TakeInAsync(Bounce bounce, CancellationToken cancel)
    {
        if (await outbox.BounceAsync(bounce, cancel) is not { } address)
            Log.StrangeBounce(log, Words.Of(bounce.Event), bounce.Text);
        else if (await subscribers.FindAsync(address, cancel) is { State: SubscriberState.Suspended } suspended)
            Log.Suspended(log, address, suspended.Reason ?? bounce.Text);
        else
            Log.Bounced(log, address, Words.Of(bounce.Event), bounce.Text);
    }

    /// <returns>False where the mail holds no token of ours.</returns>
    private async Task<bool> TryUnsubscribeAsync(ReadOnlyMemory<byte> mail, CancellationToken cancel)
    {
        foreach (var token in UnsubscribeMail.TokensIn(mail))
        {
            if (!letters.TryReadReader(token, out var address))
                continue;
            if (await subscribers.SetStateAsync(address, SubscriberState.Unsubscribed, "unsubscribed by mail", cancel))
                Log.Unsubscribed(log, address);
            return true;
        }

        return false;
    }
}
