using System.Threading.Channels;
using TalksWatcher.Digests.Transports;

namespace TalksWatcher.Digests.Outbox;

/// <summary>One connection's worth of sending.</summary>
internal sealed class SendLane(SendRun run, Func<IMailTransport> connect)
{
    private IMailTransport? transport;
    private int carried;

    public async Task RunAsync(ChannelReader<OutboxMail> due)
    {
        try
        {
            await foreach (var mail in due.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
                await CarryAsync(mail).ConfigureAwait(false);
        }
        catch
        {
            run.Stop();
            throw;
        }
        finally
        {
            await CloseAsync().ConfigureAwait(false);
        }
    }

    private async Task CarryAsync(OutboxMail mail)
    {
        if (run.HeldUntil(mail) is { } turn)
        {
            await run.ReleaseAsync(mail, turn).ConfigureAwait(false);
            return;
        }

        if (!await run.MayGoAsync(mail).ConfigureAwait(false))
        {
            await run.ReleaseAsync(mail).ConfigureAwait(false);
            return;
        }

        transport ??= connect();
        var outcome = await run.TrySendAsync(transport, mail).ConfigureAwait(false);
        await run.SettleAsync(mail, outcome).ConfigureAwait(false);
        var broken = outcome is SendOutcome.Unknown or SendOutcome.TemporaryFailure { Code: null };
        if (++carried >= run.MailsPerConnection || broken)
            await CloseAsync().ConfigureAwait(false);
    }

    private async Task CloseAsync()
    {
        if (transport is not null)
            await transport.DisposeAsync().ConfigureAwait(false);
        transport = null;
        carried = 0;
    }
}
