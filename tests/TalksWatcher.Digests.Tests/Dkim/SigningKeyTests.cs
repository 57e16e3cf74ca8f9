using System.Security.Cryptography;
using TalksWatcher.Digests.Dkim;

namespace TalksWatcher.Digests.Tests.Dkim;

public sealed class SigningKeyTests
{
    private const string NoKey = "\"FILE\" is no RSA private key in PEM without a passphrase";

    public static TheoryData<string, string> Faulty => new()
    {
        { "", NoKey },
        { "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", NoKey },
        { Rsa(2048, key => key.ExportPkcs8PrivateKeyPem() + "\n" + key.ExportPkcs8PrivateKeyPem()), NoKey },
        { Rsa(2048, key => key.ExportEncryptedPkcs8PrivateKeyPem("secret", new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1_000))), NoKey },
        { EllipticCurve(), NoKey },
        { Rsa(2048, key => key.ExportSubjectPublicKeyInfoPem()), "the key in \"FILE\" does not sign: it is a public key, or broken" },
        { Rsa(1016, key => key.ExportRSAPrivateKeyPem()), "the key in \"FILE\" has 1016 bits: 1024 to 4096 are allowed, 2048 is usual" },
    };

    [Fact]
    public void A_key_is_read_in_either_form_of_PEM()
    {
        using var key = RSA.Create(1024);
        foreach (var pem in (string[])[key.ExportRSAPrivateKeyPem(), key.ExportPkcs8PrivateKeyPem()])
        {
            using var file = new KeyFile(pem);
            using var read = SigningKey.Read(file.File);
            Assert.Equal(key.ExportRSAPrivateKey(), read.ExportRSAPrivateKey());
        }
    }

    [Theory]
    [MemberData(nameof(Faulty))]
    public void A_faulty_key_is_told_in_one_sentence(string pem, string fault)
    {
        using var file = new KeyFile(pem);
        Assert.Equal(fault, Assert.Throws<InvalidDataException>(() => SigningKey.Read(file.File)).Message.Replace(file.File, "FILE", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("us.example", "s 1", "mail cannot be signed (DKIM): the selector \"s 1\" is no name of the DNS")]
    [InlineData("us.example; x=1", "s1", "mail cannot be signed (DKIM): the domain \"us.example; x=1\" is no name of the DNS")]
    [InlineData("us.example.", "s1", "mail cannot be signed (DKIM): the domain \"us.example.\" is no name of the DNS")]
    [InlineData("", "s1", "mail cannot be signed (DKIM): the domain \"\" is no name of the DNS")]
    [InlineData("us.example", "s1", "mail cannot be signed (DKIM): Could not find file '/no-such-key.pem'.")]
    public void Settings_that_cannot_sign_are_known_before_any_mail(string domain, string selector, string fault)
    {
        Assert.False(DkimSigner.TryLoad(new(domain, selector, "/no-such-key.pem"), out _, out var told));
        Assert.Equal(fault, told);
    }

    private static string Rsa(int bits, Func<RSA, string> export)
    {
        using var key = RSA.Create(bits);
        return export(key);
    }

    private static string EllipticCurve()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem();
    }
}
