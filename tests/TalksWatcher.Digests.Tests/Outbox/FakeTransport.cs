using TalksWatcher.Digests.Transports;

namespace TalksWatcher.Digests.Tests.Outbox;

internal sealed class FakeTransport(Func<MailEnvelope, SendOutcome> server) : IMailTransport
{
    public TransportCapabilities Capabilities { get; } = new() { Verp = true };

    public Task<SendOutcome> SendAsync(MailEnvelope envelope, ReadOnlyMemory<byte> mime, CancellationToken cancel) =>
        Task.FromResult(server(envelope));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
