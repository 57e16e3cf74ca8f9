using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace TalksWatcher.Digests.Readers;

/// <summary>
/// Proof that a link came from us: base64url of what it is about, a dot, base64url of HMAC-SHA256. It never expires, since
/// an old mail's link has to work.
/// </summary>
/// <param name="key">Secret of the installation, at least 32 bytes.</param>
/// <param name="purpose">What the link does; a token for one purpose is none for another.</param>
public sealed class SignedToken(ReadOnlyMemory<byte> key, string purpose)
{
    private const int LongestToken = 512;

    private readonly ReadOnlyMemory<byte> key = key.Length >= 32
        ? key : throw new ArgumentException("The key needs at least 32 bytes.", nameof(key));

    public string For(string subject)
    {
        var id = Encoding.UTF8.GetBytes(subject);
        return $"{Base64Url.EncodeToString(id)}.{Base64Url.EncodeToString(Sign(id))}";
    }

    public bool TryRead(string? token, [NotNullWhen(true)] out string? subject)
    {
        subject = null;
        if (token is null || token.Length > LongestToken || token.Split('.') is not [var id, var signature]
            || !Base64Url.IsValid(id) || !Base64Url.IsValid(signature))
            return false;
        var bytes = Base64Url.DecodeFromChars(id);
        if (!CryptographicOperations.FixedTimeEquals(Sign(bytes), Base64Url.DecodeFromChars(signature)))
            return false;
        subject = Encoding.UTF8.GetString(bytes);
        return true;
    }

    private byte[] Sign(byte[] id) => HMACSHA256.HashData(key.Span, [.. Encoding.UTF8.GetBytes(purpose), (byte)'\n', .. id]);
}
