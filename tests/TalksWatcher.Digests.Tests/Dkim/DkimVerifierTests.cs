using System.Security.Cryptography;
using System.Text;

namespace TalksWatcher.Digests.Tests.Dkim;

/// <summary>The tests' own receiver, held to the signed message that RFC 8463 prints (appendix A.3; key of A.2).</summary>
public sealed class DkimVerifierTests
{
    private const string PublicKey = "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQoBTzWRiGs5V6NpP3idY6Wk08a5qhdR6wy5bdOKb2jLQiY/J16JYi0Qvx/byYzCNb3W91y3FutAC"
        + "DfzwQ/BC/e/8uBsCR+yz1Lxj+PL6lHvqMKrM3rG4hstT5QjvHO9PzoxZyVYLzBfO2EeC3Ip3G+2kryOTIKT+l/K4w3QIDAQAB";

    private const string Message = """
        DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;
         d=football.example.com; i=@football.example.com;
         q=dns/txt; s=test; t=1528637909; h=from : to : subject :
         date : message-id : from : subject : date;
         bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;
         b=F45dVWDfMbQDGHJFlXUNB2HKfbCeLRyhDXgFpEL8GwpsRe0IeIixNTe3
         DhCVlUrSjV4BwcVcOF6+FF3Zo9Rpo1tFOeS9mPYQTnGdaSGsgeefOsk2Jz
         dA+L10TeYt9BgDfQNZtKdN1WO//KgIqXP7OdEFE4LjFYNcUxZQ4FADY+8=
        From: Joe SixPack <joe@football.example.com>
        To: Suzie Q <suzie@shopping.example.net>
        Subject: Is dinner ready?
        Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)
        Message-ID: <20030712040037.46341.5F8J@football.example.com>

        Hi.

        We lost the game.  Are you hungry yet?

        Joe.

        """;

    [Theory]
    [InlineData("", "", "pass")]
    [InlineData("SixPack", "Sixpack", "header changed")]
    [InlineData("hungry", "thirsty", "body changed")]
    [InlineData("DKIM-Signature", "X-Signature", "none")]
    [InlineData("h=from : to : subject :\n date : message-id : from :", "h=to :", "From is not signed")]
    public void The_specification_s_message_verifies_until_it_is_changed(string before, string after, string verdict)
    {
        using var key = RSA.Create();
        key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(PublicKey), out _);
        var message = before.Length == 0 ? Message : Message.Replace(before, after, StringComparison.Ordinal);
        Assert.Equal(verdict, DkimVerifier.Verdict(Encoding.Latin1.GetBytes(message.ReplaceLineEndings("\r\n")), key));
    }
}
