using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TalksWatcher.Digests.Mail;

namespace TalksWatcher.Digests.Dkim;

/// <summary>Signs messages by RFC 6376: rsa-sha256, relaxed/relaxed. Not for two callers at once.</summary>
internal sealed class DkimSigner : IDisposable
{
    private const int CharactersPerLine = 72;

    /// <summary>What RFC 6376 §5.4.1 and RFC 8058 §4 want covered of the fields that we write.</summary>
    private static readonly string[] Covered =
    [
        "From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type", "List-Id", "List-Unsubscribe",
        "List-Unsubscribe-Post", "References", "In-Reply-To", "Auto-Submitted",
    ];

    private readonly RSA key;
    private readonly string signedBy;

    private DkimSigner(RSA key, string signedBy) => (this.key, this.signedBy) = (key, signedBy);

    /// <param name="fault">Why domain, selector or key cannot sign.</param>
    public static bool TryLoad(DkimSettings settings, [NotNullWhen(true)] out DkimSigner? signer, [NotNullWhen(false)] out string? fault)
    {
        ArgumentNullException.ThrowIfNull(settings);
        (signer, fault) = (null, null);
        try
        {
            var names = $"d={DnsName("domain", settings.Domain)}; s={DnsName("selector", settings.Selector)}";
            signer = new DkimSigner(SigningKey.Read(settings.KeyFile), names);
            return true;
        }
        catch (InvalidDataException reason)
        {
            fault = $"mail cannot be signed (DKIM): {reason.Message}";
            return false;
        }
    }

    /// <param name="message">As it will go out, CRLF line ends.</param>
    /// <returns>The DKIM-Signature field that is to stand before the message, with its line end.</returns>
    public byte[] Sign(ReadOnlyMemory<byte> message, DateTimeOffset now)
    {
        var end = message.Span.IndexOf("\r\n\r\n"u8) is >= 0 and var found ? found + 2 : message.Length;
        var content = new ArrayBufferWriter<byte>();
        var names = WriteCovered(RawField.ReadAll(message[..end]), content);
        var body = message.Span[Math.Min(end + 2, message.Length)..];
        var tags = string.Create(CultureInfo.InvariantCulture,
            $"v=1; a=rsa-sha256; c=relaxed/relaxed; {signedBy}; t={now.ToUnixTimeSeconds()}; h={string.Join(": ", names)}; bh={HashOf(body)}; b=");
        Encoding.ASCII.GetBytes($"dkim-signature:{tags}", content);
        var signature = Convert.ToBase64String(key.SignData(content.WrittenSpan, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        var lines = string.Join(' ', signature.Chunk(CharactersPerLine).Select(line => new string(line)));
        return Encoding.ASCII.GetBytes(HeaderWriter.Structured("DKIM-Signature", tags + lines));
    }

    public void Dispose() => key.Dispose();

    /// <summary>Of several fields of a name the last comes first (§5.4.2). From is named once too often, so that none can be added (§8.15).</summary>
    /// <returns>The names in the order in which their fields are signed.</returns>
    private static List<string> WriteCovered(List<RawField> fields, IBufferWriter<byte> content)
    {
        var names = new List<string>();
        foreach (var name in Covered)
        {
            foreach (var field in fields.FindAll(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).AsEnumerable().Reverse())
            {
                RelaxedForm.WriteField(field, content);
                names.Add(name);
            }

            if (name == "From")
                names.Add(name);
        }

        return names;
    }

    private static string HashOf(ReadOnlySpan<byte> body)
    {
        var relaxed = new ArrayBufferWriter<byte>(body.Length + 2);
        RelaxedForm.WriteBody(body, relaxed);
        return Convert.ToBase64String(SHA256.HashData(relaxed.WrittenSpan));
    }

    private static string DnsName(string what, string name)
    {
        try
        {
            var ascii = new IdnMapping { UseStd3AsciiRules = true }.GetAscii(name).ToLowerInvariant();
            if (!ascii.EndsWith('.'))
                return ascii;
        }
        catch (ArgumentException)
        {
            // Not a name, as is said below.
        }

        throw new InvalidDataException($"the {what} \"{name}\" is no name of the DNS");
    }
}
