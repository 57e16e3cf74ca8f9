using MailKit;

namespace TalksWatcher.Digests.Transports;

/// <summary>Notices when a message's content begins to flow, and keeps nothing of what it sees.</summary>
internal sealed class MailKitMessageWatch : IProtocolLogger
{
    public bool MessageStarted { get; private set; }

    public IAuthenticationSecretDetector? AuthenticationSecretDetector { get; set; }

    public void Reset() => MessageStarted = false;

    public void LogConnect(Uri uri) => Reset();

    public void LogClient(byte[] buffer, int offset, int count)
    {
        var sent = buffer.AsSpan(offset, count);
        MessageStarted |= sent.StartsWith("DATA\r\n"u8) || sent.StartsWith("BDAT "u8) || sent.IndexOf("\r\nDATA\r\n"u8) >= 0;
    }

    public void LogServer(byte[] buffer, int offset, int count)
    {
    }

    public void Dispose()
    {
    }
}
