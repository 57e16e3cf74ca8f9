using System.Net.Sockets;
using System.Text;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using TalksWatcher.Digests.Dkim;

namespace TalksWatcher.Digests.Transports;

/// <summary>MailKit's client; in builds that have it.</summary>
/// <param name="clock">Dates signatures.</param>
public sealed class MailKitTransport(TransportSettings settings, TimeProvider clock) : IMailTransport
{
    private readonly MailKitMessageWatch watch = new();
    private DkimSigner? signer;
    private SmtpClient? client;
    private bool serverTakesUtf8;

    public static TransportCapabilities Can { get; } = new()
    {
        TlsOnConnect = true,
        Verp = true,
        Dkim = true,
        ByteIdenticalResend = true,
        Imap = true,
    };

    public TransportCapabilities Capabilities => Can;

    public async Task<SendOutcome> SendAsync(MailEnvelope envelope, ReadOnlyMemory<byte> mime, CancellationToken cancel)
    {
        if (settings.Dkim is { } dkim && signer is null && !DkimSigner.TryLoad(dkim, out signer, out var fault))
            return SmtpReply.Refused(null, fault);
        using var message = MailKitBody.MessageOf(mime, signer?.Sign(mime, clock.GetUtcNow()), cancel);
        var reused = client is { IsConnected: true };
        var outcome = await TryAsync(envelope, message, cancel).ConfigureAwait(false);

        // A server may hang up on an idle connection at any time; that says nothing about this mail.
        return reused && client is null && outcome is SendOutcome.TemporaryFailure { Code: null or 421 }
            ? await TryAsync(envelope, message, cancel).ConfigureAwait(false)
            : outcome;
    }

    public async ValueTask DisposeAsync()
    {
        await DisconnectAsync().ConfigureAwait(false);
        signer?.Dispose();
        signer = null;
    }

    private async Task DisconnectAsync()
    {
        if (client is { IsConnected: true })
            await QuitAsync(client).ConfigureAwait(false);
        Close();
    }

    private async Task<SendOutcome> TryAsync(MailEnvelope envelope, MimeMessage message, CancellationToken cancel)
    {
        try
        {
            await OpenAsync(NeedsUtf8(envelope), cancel).ConfigureAwait(false);
        }
        catch (Exception fault) when (IsOfTheWorld(fault))
        {
            Close();
            return SmtpReply.Refused((fault as SmtpCommandException)?.StatusCode is { } code ? (int)code : null, Text(fault));
        }

        try
        {
            watch.Reset();
            CheckUtf8(envelope);
            await client!.SendAsync(message, Address(envelope.Sender), [Address(envelope.Recipient)], cancel).ConfigureAwait(false);
            return new SendOutcome.Sent();
        }
        catch (Exception fault) when (IsOfTheWorld(fault))
        {
            return Failed(fault);
        }
    }

    /// <summary>
    /// MailKit writes a domain in punycode as UTF-8 to any server that takes SMTPUTF8, and the next server on the way may
    /// not; so the extension is switched off, for good on this connection, until an address needs it.
    /// </summary>
    private async Task OpenAsync(bool utf8, CancellationToken cancel)
    {
        if (client is not { IsConnected: true } || (utf8 && serverTakesUtf8 && !client.Capabilities.HasFlag(SmtpCapabilities.UTF8)))
        {
            await DisconnectAsync().ConfigureAwait(false);
            client = NewClient();
            var socket = await ConnectAsync(cancel).ConfigureAwait(false);
            await client.ConnectAsync(socket, settings.Host, settings.Port, Options(), cancel).ConfigureAwait(false);
            if (settings.User is not null)
                await client.AuthenticateAsync(settings.User, settings.Password?.Reveal() ?? "", cancel).ConfigureAwait(false);
            serverTakesUtf8 = client.Capabilities.HasFlag(SmtpCapabilities.UTF8);
        }

        if (!utf8)
            client.Capabilities &= ~SmtpCapabilities.UTF8;
    }

    /// <summary>Revocation is not asked for, as in the framework's client: a list out of reach would stop all mail.</summary>
    private SmtpClient NewClient() => new(watch)
    {
        Timeout = (int)settings.Timeout.TotalMilliseconds,
        CheckCertificateRevocation = false,
    };

    /// <summary>Without delay: else the end of each message waits some 40 ms for the server to acknowledge what came before.</summary>
    private async Task<Socket> ConnectAsync(CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(settings.Timeout);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(settings.Host, settings.Port, limit.Token).ConfigureAwait(false);
            return socket;
        }
        catch (Exception fault)
        {
            socket.Dispose();
            throw fault is OperationCanceledException && !cancel.IsCancellationRequested ? new TimeoutException("no connection in time", fault) : fault;
        }
    }

    private SecureSocketOptions Options() => settings.Security switch
    {
        TransportSecurity.StartTls => SecureSocketOptions.StartTls,
        TransportSecurity.TlsOnConnect => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.None,
    };

    private static bool NeedsUtf8(MailEnvelope envelope) => !Ascii.IsValid(envelope.Recipient) || !Ascii.IsValid(envelope.Sender);

    /// <summary>An address in UTF-8 needs a server that takes it (RFC 6531). The header fields are in UTF-8 where they have to be.</summary>
    private void CheckUtf8(MailEnvelope envelope)
    {
        if (NeedsUtf8(envelope) && !serverTakesUtf8)
            throw new NotSupportedException("the server does not take addresses in UTF-8 (SMTPUTF8)");
    }

    private SendOutcome Failed(Exception fault)
    {
        if (client is not { IsConnected: true } || fault is not SmtpCommandException)
            Close();
        return fault switch
        {
            SmtpCommandException refusal => SmtpReply.Refused(StageOf(refusal.ErrorCode), (int)refusal.StatusCode, Text(refusal)),
            ServiceNotAuthenticatedException => SmtpReply.Refused(530, Text(fault)),
            NotSupportedException => new SendOutcome.PermanentFailure(null, SmtpReply.Clean(Text(fault)), FailureKind.Other),
            _ when watch.MessageStarted => new SendOutcome.Unknown(SmtpReply.Clean($"connection lost after the message began: {Text(fault)}")),
            _ => new SendOutcome.TemporaryFailure(null, SmtpReply.Clean($"connection lost: {Text(fault)}")),
        };
    }

    private static SmtpStage StageOf(SmtpErrorCode code) => code switch
    {
        SmtpErrorCode.RecipientNotAccepted => SmtpStage.Recipient,
        SmtpErrorCode.SenderNotAccepted => SmtpStage.Sender,
        _ => SmtpStage.Message,
    };

    private static MailboxAddress Address(string address) => new(null, address);

    private string Text(Exception fault) => settings.Password?.RemoveFrom(fault.Message) ?? fault.Message;

    private static bool IsOfTheWorld(Exception fault) => fault is CommandException or ProtocolException or IOException or SocketException
        or AuthenticationException or System.Security.Authentication.AuthenticationException or TimeoutException or NotSupportedException
        or ServiceNotConnectedException or ServiceNotAuthenticatedException or SslHandshakeException;

    private static async Task QuitAsync(SmtpClient client)
    {
        try
        {
            await client.DisconnectAsync(quit: true, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception fault) when (IsOfTheWorld(fault))
        {
            // The server is gone already.
        }
    }

    private void Close()
    {
        client?.Dispose();
        client = null;
    }
}
