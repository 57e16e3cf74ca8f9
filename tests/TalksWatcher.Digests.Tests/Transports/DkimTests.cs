using System.Security.Cryptography;
using System.Text;
using TalksWatcher.Digests.Transports;

namespace TalksWatcher.Digests.Tests.Transports;

/// <summary>The signature of a mail as it arrives, checked by hand against RFC 6376 with the public key.</summary>
public sealed class DkimTests
{
    private const string Message =
        "Message-ID: <1@us.example>\r\nDate: Fri, 13 Feb 2026 09:00:00 +0000\r\nFrom: talks@us.example\r\nTo: ann@x.example\r\n"
        + "Subject: Talks:  Geneva\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nWas: A  \r\nNow:\tB\r\n\r\n";

    [SkippableFact]
    public async Task A_signed_mail_verifies_with_the_public_key()
    {
        Skip.IfNot(MailTransports.HasMailKit, "MailKit is not in this build");
        using var key = RSA.Create(2048);
        var signed = await DeliverAsync(key);
        var (headers, body) = Split(signed);
        var signature = headers.Single(h => h.StartsWith("DKIM-Signature:", StringComparison.OrdinalIgnoreCase));
        var tags = Tags(signature);

        Assert.Equal(("us.example", "s1", "rsa-sha256", "relaxed/relaxed"), (tags["d"], tags["s"], tags["a"], tags["c"]));
        Assert.Equal(tags["bh"], Convert.ToBase64String(SHA256.HashData(Encoding.Latin1.GetBytes(RelaxedBody(body)))));
        var covered = tags["h"].Split(':').Select(name => headers.Last(h => h.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase)));
        var unsigned = signature[..(signature.LastIndexOf("b=", StringComparison.Ordinal) + 2)];
        var content = string.Concat(covered.Select(h => Relaxed(h) + "\r\n")) + Relaxed(unsigned);
        Assert.True(key.VerifyData(Encoding.Latin1.GetBytes(content), Convert.FromBase64String(tags["b"]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    [SkippableFact]
    public void A_build_or_a_key_that_cannot_sign_is_known_at_start()
    {
        Skip.IfNot(MailTransports.HasMailKit, "MailKit is not in this build");
        var fault = Assert.Single(MailTransports.Validate(new() { Kind = TransportKind.MailKit, Dkim = new("us.example", "s1", "/no/such/key.pem") }));
        Assert.StartsWith("mail cannot be signed (DKIM): ", fault, StringComparison.Ordinal);
    }

    private static async Task<string> DeliverAsync(RSA key)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, key.ExportRSAPrivateKeyPem());
            await using var server = new ScriptedSmtpServer(SmtpDialogue.Parse("all well"));
            await using var transport = MailTransports.Create(new()
            {
                Kind = TransportKind.MailKit,
                Host = "localhost",
                Port = server.Port,
                Security = TransportSecurity.None,
                Dkim = new("us.example", "s1", file),
            });
            Assert.Equal(new SendOutcome.Sent(), await transport.SendAsync(new("talks@us.example", "ann@x.example"), Encoding.ASCII.GetBytes(Message), CancellationToken.None));
            return Assert.Single(server.Messages);
        }
        catch (NotSupportedException)
        {
            Skip.If(true, "This MimeKit is built without cryptography (MimeKitLite)");
            throw;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static (List<string> Headers, string Body) Split(string message)
    {
        var end = message.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var head = message[..end].Replace("\r\n\t", "\n\t", StringComparison.Ordinal).Replace("\r\n ", "\n ", StringComparison.Ordinal);
        return ([.. head.Split("\r\n")], message[(end + 4)..]);
    }

    private static Dictionary<string, string> Tags(string signature) => signature[(signature.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(';')
        .Select(tag => tag.Split('=', 2)).Where(pair => pair.Length == 2)
        .ToDictionary(pair => pair[0].Trim(), pair => string.Concat(pair[1].Where(c => !char.IsWhiteSpace(c))), StringComparer.Ordinal);

    /// <summary>RFC 6376 §3.4.2.</summary>
    private static string Relaxed(string header)
    {
        var colon = header.IndexOf(':', StringComparison.Ordinal);
        return $"{header[..colon].Trim().ToLowerInvariant()}:{Spaces(header[(colon + 1)..]).Trim()}";
    }

    /// <summary>RFC 6376 §3.4.4.</summary>
    private static string RelaxedBody(string body)
    {
        var lines = body.Split("\r\n").Select(line => Spaces(line).TrimEnd(' '));
        var text = string.Join("\r\n", lines).TrimEnd('\r', '\n');
        return text.Length == 0 ? "" : text + "\r\n";
    }

    /// <summary>Each stretch of white space as one blank; a stretch at the beginning stays one.</summary>
    private static string Spaces(string text)
    {
        var words = string.Join(' ', text.Split([' ', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));
        return text.Length > 0 && char.IsWhiteSpace(text[0]) ? " " + words : words;
    }
}
