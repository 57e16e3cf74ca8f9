namespace TalksWatcher.Digests.Transports;

/// <summary>
/// One way out for mail. An instance holds at most one connection, opens it when first needed and uses it again;
/// it is not for two callers at once.
/// </summary>
public interface IMailTransport : IAsyncDisposable
{
    TransportCapabilities Capabilities { get; }

    /// <summary>Hands one message over. Failures of the server and the network are outcomes; only cancelling throws.</summary>
    /// <param name="mime">The whole message, RFC 5322, CRLF line ends.</param>
    Task<SendOutcome> SendAsync(MailEnvelope envelope, ReadOnlyMemory<byte> mime, CancellationToken cancel);
}
