using System.Security.Cryptography;
using TalksWatcher.Digests.Mail;

namespace TalksWatcher.Digests.Transports;

/// <summary>Leaves each message as one <c>.eml</c> file; the same message again overwrites its file.</summary>
public sealed class PickupFolderTransport(string folder) : IMailTransport
{
    public static TransportCapabilities Can { get; } = new() { ByteIdenticalResend = true };

    public TransportCapabilities Capabilities => Can;

    /// <summary>Written beside and renamed, so that nobody picks up half a message.</summary>
    public async Task<SendOutcome> SendAsync(MailEnvelope envelope, ReadOnlyMemory<byte> mime, CancellationToken cancel)
    {
        var path = Path.Combine(folder, NameOf(mime) + ".eml");
        try
        {
            Directory.CreateDirectory(folder);
            await WriteAsync(path + ".tmp", mime, cancel).ConfigureAwait(false);
            File.Move(path + ".tmp", path, overwrite: true);
            return new SendOutcome.Sent();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return SmtpReply.Refused(null, $"pickup folder: {fault.Message}");
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task WriteAsync(string path, ReadOnlyMemory<byte> mime, CancellationToken cancel)
    {
        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None);
        await file.WriteAsync(mime, cancel).ConfigureAwait(false);
        file.Flush(flushToDisk: true);
    }

    /// <summary>The left side of the Message-ID where it can be a file's name, else a hash.</summary>
    private static string NameOf(ReadOnlyMemory<byte> mime)
    {
        var id = MimeReader.ReadHeaders(mime).FirstOrDefault(header => header.Name.Equals("Message-ID", StringComparison.OrdinalIgnoreCase))?.Value;
        var name = id?.Trim('<', '>').Split('@')[0] ?? "";
        return name.Length is > 0 and <= 100 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            ? name : Convert.ToHexStringLower(SHA256.HashData(id is null ? mime.Span : System.Text.Encoding.UTF8.GetBytes(id)))[..32];
    }
}
