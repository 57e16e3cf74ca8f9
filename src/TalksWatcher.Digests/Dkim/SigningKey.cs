using System.Security.Cryptography;

namespace TalksWatcher.Digests.Dkim;

/// <summary>The RSA key that signs.</summary>
internal static class SigningKey
{
    // RFC 8301 §3.2: fewer must not be used, more need not be understood.
    private const int FewestBits = 1_024;
    private const int MostBits = 4_096;

    /// <param name="file">PEM, PKCS #1 or PKCS #8, without a passphrase.</param>
    /// <exception cref="InvalidDataException">The file holds no key that signs; says why, and nothing of the key.</exception>
    public static RSA Read(string file)
    {
        var key = Import(file);
        if (FaultOf(key) is not { } fault)
            return key;
        key.Dispose();
        throw new InvalidDataException($"the key in \"{file}\" {fault}");
    }

    private static RSA Import(string file)
    {
        var key = RSA.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(file));
            return key;
        }
        catch (Exception fault) when (fault is ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw new InvalidDataException($"\"{file}\" is no RSA private key in PEM without a passphrase", fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            key.Dispose();
            throw new InvalidDataException(fault.Message, fault);
        }
    }

    private static string? FaultOf(RSA key) =>
        key.KeySize is < FewestBits or > MostBits ? $"has {key.KeySize} bits: {FewestBits} to {MostBits} are allowed, 2048 is usual"
        : Signs(key) ? null
        : "does not sign: it is a public key, or broken";

    private static bool Signs(RSA key)
    {
        try
        {
            var signature = key.SignData("trial"u8, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            return key.VerifyData("trial"u8, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
