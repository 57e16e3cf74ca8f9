using System.Threading.Channels;
using TalksWatcher.Digests.Transports;

namespace TalksWatcher.Digests.Outbox;

/// <summary>
/// Empties the outbox: lease, send, settle. A mail is Sent only once that is committed; after a crash the same bytes with
/// the same Message-ID go again, so none is lost and at most one per connection is doubled.
/// </summary>
/// <param name="writeOut">Gives a leased mail its whole message, just before it leaves; <c>null</c> where that cannot be had any more. Calls overlap.</param>
/// <param name="connect">Makes one transport, that is one connection.</param>
/// <param name="random">Jitter of retries.</param>
public sealed class OutboxSender(
    IOutbox outbox, Func<OutboxMail, Task<OutboxMail?>> writeOut, Func<IMailTransport> connect, SenderSettings settings, TimeProvider clock, Random random)
{
    private readonly DomainPace pace = new(settings.MailsPerSecondToOneDomain, clock);

    /// <summary>Where mails are paced, a second's worth: after a crash no more than a few wait for their lease to run out.</summary>
    private int LeaseSize => settings.MailsPerSecond is { } rate ? (int)Math.Clamp(Math.Ceiling(rate), 1, settings.BatchSize) : settings.BatchSize;

    /// <summary>Sends everything that is due, or stops when the server is out of reach; its mails then wait uncounted.</summary>
    /// <param name="sent">Is told of each mail that the server has taken; calls do not overlap.</param>
    /// <exception cref="OperationCanceledException">Cancelled; what was under way is settled, the rest released.</exception>
    public async Task<SendReport> SendDueAsync(CancellationToken cancel, Action? sent = null)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        pace.BeginRun();
        await using var commit = new GroupCommit(outbox);
        var run = new SendRun(commit, writeOut, settings, pace, clock, random, stop, sent);
        var due = Channel.CreateBounded<OutboxMail>(LeaseSize);
        var lanes = Enumerable.Range(0, settings.Connections).Select(_ => new SendLane(run, connect).RunAsync(due.Reader));
        await Task.WhenAll([FeedAsync(due.Writer, run, commit, stop.Token), .. lanes]).ConfigureAwait(false);
        cancel.ThrowIfCancellationRequested();
        return run.Report;
    }

    private async Task FeedAsync(ChannelWriter<OutboxMail> due, SendRun run, GroupCommit commit, CancellationToken stop)
    {
        try
        {
            while (await LeaseAsync(commit, stop).ConfigureAwait(false) is { Count: > 0 } batch)
                await PassOnAsync(due, run, batch, stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The lanes release what they still hold.
        }
        finally
        {
            due.Complete();
        }
    }

    private Task<IReadOnlyList<OutboxMail>> LeaseAsync(GroupCommit commit, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        return commit.LeaseAsync(LeaseSize, settings.LeaseTime, stop);
    }

    private static async Task PassOnAsync(
        ChannelWriter<OutboxMail> due, SendRun run, IReadOnlyList<OutboxMail> batch, CancellationToken stop)
    {
        foreach (var mail in batch)
        {
            if (stop.IsCancellationRequested || !await TryWriteAsync(due, mail, stop).ConfigureAwait(false))
                await run.ReleaseAsync(mail).ConfigureAwait(false);
        }
    }

    private static async Task<bool> TryWriteAsync(ChannelWriter<OutboxMail> due, OutboxMail mail, CancellationToken stop)
    {
        try
        {
            await due.WriteAsync(mail, stop).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
