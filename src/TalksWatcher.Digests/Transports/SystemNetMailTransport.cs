using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Security.Authentication;
using System.Text;

namespace TalksWatcher.Digests.Transports;

/// <summary>
/// The framework's own client: SMTP, plain or with STARTTLS. It writes the header fields anew each time, so a repeat
/// differs in its Date, never in its Message-ID.
/// </summary>
public sealed class SystemNetMailTransport(TransportSettings settings) : IMailTransport
{
    private const string ReplyMark = "The server response was: ";

    private SmtpClient? client;

    public static TransportCapabilities Can { get; } = new();

    public TransportCapabilities Capabilities => Can;

    public async Task<SendOutcome> SendAsync(MailEnvelope envelope, ReadOnlyMemory<byte> mime, CancellationToken cancel)
    {
        // The client's own time limit does not hold for all it waits for, nor does a token.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(settings.Timeout);
        try
        {
            using var message = SystemNetMailMessage.From(envelope, mime);
            client ??= Connect();
            await client.SendMailAsync(message, limit.Token).ConfigureAwait(false);
            // Each connection is opened with its first mail, and the client opens a new one where the server has hung up.
            SystemNetMailSocket.SendWithoutDelay(client);
            return new SendOutcome.Sent();
        }
        catch (Exception fault) when (fault is SmtpException or OperationCanceledException)
        {
            Close();
            cancel.ThrowIfCancellationRequested();
            return limit.IsCancellationRequested || fault is not SmtpException refusal
                ? new SendOutcome.Unknown(string.Create(CultureInfo.InvariantCulture, $"no answer within {settings.Timeout.TotalSeconds:0.#} s"))
                : OutcomeOf(refusal, envelope);
        }
    }

    public ValueTask DisposeAsync()
    {
        Close();
        return ValueTask.CompletedTask;
    }

    private SmtpClient Connect() => new(settings.Host, settings.Port)
    {
        EnableSsl = settings.Security is TransportSecurity.StartTls,
        UseDefaultCredentials = false,
        Credentials = settings.User is null ? null : new NetworkCredential(settings.User, settings.Password?.Reveal()),
        DeliveryFormat = SmtpDeliveryFormat.International,
        // Longer than ours, so that ours says what happened.
        Timeout = (int)settings.Timeout.TotalMilliseconds + 1_000,
    };

    private void Close()
    {
        client?.Dispose();
        client = null;
    }

    private SendOutcome OutcomeOf(SmtpException fault, MailEnvelope envelope)
    {
        var text = Reply(fault);
        if (fault.StatusCode is not SmtpStatusCode.GeneralFailure)
            return Refused(fault, text);
        if (Causes(fault).Any(cause => cause is IOException) && !Causes(fault).Any(cause => cause is AuthenticationException))
            return new SendOutcome.Unknown(SmtpReply.Clean($"connection lost: {text}"));
        return fault.InnerException is null && !Ascii.IsValid(envelope.Recipient)
            ? new SendOutcome.PermanentFailure(null, SmtpReply.Clean(text), FailureKind.Other)
            : SmtpReply.Refused(null, text);
    }

    /// <summary>After a failed login the framework goes on without, and the refusal then looks like one of the recipient.</summary>
    private SendOutcome Refused(SmtpException fault, string text)
    {
        var stage = fault is SmtpFailedRecipientException ? SmtpStage.Recipient : SmtpStage.Unknown;
        var outcome = SmtpReply.Refused(stage, (int)fault.StatusCode, text);
        return settings.User is not null && outcome is SendOutcome.PermanentFailure { Kind: FailureKind.Policy } policy
            ? new SendOutcome.TemporaryFailure(policy.Code, policy.Text)
            : outcome;
    }

    /// <summary>What the server said, without the framework's words before it; else what every cause says.</summary>
    private string Reply(SmtpException fault)
    {
        var mark = fault.Message.LastIndexOf(ReplyMark, StringComparison.Ordinal);
        var text = mark >= 0
            ? fault.Message[(mark + ReplyMark.Length)..]
            : string.Join(": ", Causes(fault).Select(cause => cause.Message.TrimEnd('.')).Distinct(StringComparer.Ordinal));
        return settings.Password?.RemoveFrom(text) ?? text;
    }

    private static IEnumerable<Exception> Causes(Exception fault)
    {
        for (var cause = fault; cause is not null; cause = cause.InnerException)
            yield return cause;
    }
}
