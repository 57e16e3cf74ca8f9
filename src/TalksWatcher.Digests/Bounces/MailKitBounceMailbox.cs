using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MailKit.Security;
using TalksWatcher.Digests.Transports;

namespace TalksWatcher.Digests.Bounces;

/// <summary>Bounces over IMAP; in builds that have MailKit. What has been read is marked as seen and stays.</summary>
internal sealed class MailKitBounceMailbox(ImapAccount account) : IBounceMailbox
{
    /// <inheritdoc/>
    public async Task<int> ReadNewAsync(Func<ReadOnlyMemory<byte>, CancellationToken, Task> handle, CancellationToken cancel)
    {
        using var client = new ImapClient { Timeout = (int)account.Timeout.TotalMilliseconds, CheckCertificateRevocation = false };
        await client.ConnectAsync(account.Host, account.Port, Options(), cancel).ConfigureAwait(false);
        await client.AuthenticateAsync(account.User, account.Password.Reveal(), cancel).ConfigureAwait(false);
        var folder = await client.GetFolderAsync(account.Folder, cancel).ConfigureAwait(false);
        await folder.OpenAsync(FolderAccess.ReadWrite, cancel).ConfigureAwait(false);
        var fresh = await folder.SearchAsync(SearchQuery.NotSeen, cancel).ConfigureAwait(false);
        foreach (var mail in await folder.FetchAsync(fresh, MessageSummaryItems.UniqueId | MessageSummaryItems.Size, cancel).ConfigureAwait(false))
        {
            await handle(await ReadAsync(folder, mail, cancel).ConfigureAwait(false), cancel).ConfigureAwait(false);
            await folder.AddFlagsAsync(mail.UniqueId, MessageFlags.Seen, silent: true, cancel).ConfigureAwait(false);
        }

        await client.DisconnectAsync(quit: true, cancel).ConfigureAwait(false);
        return fresh.Count;
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(IMailFolder folder, IMessageSummary mail, CancellationToken cancel)
    {
        if (mail.Size is not { } size || size > BounceReader.LongestMail)
            return ReadOnlyMemory<byte>.Empty;
        await using var content = await folder.GetStreamAsync(mail.UniqueId, cancel).ConfigureAwait(false);
        using var whole = new MemoryStream((int)size);
        await content.CopyToAsync(whole, cancel).ConfigureAwait(false);
        return whole.ToArray();
    }

    private SecureSocketOptions Options() => account.Security switch
    {
        TransportSecurity.StartTls => SecureSocketOptions.StartTls,
        TransportSecurity.TlsOnConnect => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.None,
    };
}
