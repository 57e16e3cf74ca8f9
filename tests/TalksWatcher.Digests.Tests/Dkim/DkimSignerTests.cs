using System.Security.Cryptography;
using System.Text;
using TalksWatcher.Digests.Dkim;
using TalksWatcher.Digests.Mail;
using TalksWatcher.Digests.Rendering;
using TalksWatcher.Digests.Tests.Rendering;

namespace TalksWatcher.Digests.Tests.Dkim;

public sealed class DkimSignerTests
{
    private const string Covered = "From:From:To:Subject:Date:Message-ID:MIME-Version:Content-Type:List-Id:List-Unsubscribe:List-Unsubscribe-Post:"
        + "References:In-Reply-To:Auto-Submitted";

    private static readonly DateTimeOffset Now = new(2026, 2, 13, 9, 0, 0, TimeSpan.Zero);

    private static readonly RSA Key = RSA.Create(2048);

    [Fact]
    public async Task A_receiver_finds_a_signed_digest_in_order() =>
        Assert.Equal("pass", DkimVerifier.Verdict(await SignedAsync(), Key));

    [Fact]
    public async Task The_signature_says_who_signed_when_and_what()
    {
        var tags = DkimVerifier.TagsOf(await SignedAsync());
        Assert.Equal(
            ["v=1", "a=rsa-sha256", "c=relaxed/relaxed", "d=xn--bcher-kva.example", "s=s1", $"t={Now.ToUnixTimeSeconds()}", $"h={Covered}", "bh=", "b="],
            tags.Select(tag => $"{tag.Key}={(tag.Key is "bh" or "b" ? "" : tag.Value)}"));
    }

    [Fact]
    public async Task The_signature_is_folded_into_short_lines() =>
        Assert.All(Text(await SignatureAsync()).Split("\r\n"), line => Assert.InRange(line.Length, 0, 76));

    [Theory]
    [InlineData("\r\nFrom: ", "\r\nFrom: eve@x.example\r\nFrom: ")]
    [InlineData("\r\nSubject: ", "\r\nSubject: not ")]
    [InlineData("/unsubscribe/tok.en", "/unsubscribe/tok.en2")]
    [InlineData("multipart/mixed; boundary=", "multipart/mixed; boundary=x")]
    [InlineData("List-Unsubscribe-Post: ", "X-Gone: ")]
    public async Task A_header_changed_on_the_way_is_found_out(string before, string after) =>
        Assert.Equal("header changed", DkimVerifier.Verdict(Changed(await SignedAsync(), before, after), Key));

    [Fact]
    public async Task A_body_changed_on_the_way_is_found_out() =>
        Assert.Equal("body changed", DkimVerifier.Verdict(Changed(await SignedAsync(), "BEGIN:VCALENDAR", "BEGIN:VCALENDER"), Key));

    [Theory]
    [InlineData("DKIM-Signature: ", "Received: from a by b\r\nDKIM-Signature: ")]
    [InlineData("\r\nAuto-Submitted: ", "\r\nauto-submitted:\r\n\t")]
    [InlineData("BEGIN:VCALENDAR\r\n", "BEGIN:VCALENDAR  \r\n")]
    public async Task What_servers_may_do_on_the_way_breaks_nothing(string before, string after) =>
        Assert.Equal("pass", DkimVerifier.Verdict(Changed(await SignedAsync(), before, after), Key));

    [Theory]
    [InlineData("From: a@us.example\r\nFrom: b@us.example\r\nSubject: s\r\n\r\nText\r\n", "From:From:From:Subject")]
    [InlineData("From: a@us.example\r\n\r\n", "From:From")]
    [InlineData("From: a@us.example\r\n", "From:From")]
    public void Each_field_of_a_name_is_signed(string message, string covered)
    {
        var mail = Encoding.Latin1.GetBytes(message);
        byte[] signed = [.. Sign(mail), .. mail];
        Assert.Equal((covered, "pass"), (DkimVerifier.TagsOf(signed)["h"], DkimVerifier.Verdict(signed, Key)));
    }

    private static async Task<byte[]> SignedAsync()
    {
        var mail = await DigestAsync();
        return [.. Sign(mail), .. mail];
    }

    private static async Task<byte[]> SignatureAsync() => Sign(await DigestAsync());

    private static byte[] Sign(byte[] mail)
    {
        using var file = KeyFile.Of(Key);
        Assert.True(DkimSigner.TryLoad(new("Bücher.example", "s1", file.File), out var signer, out var fault), fault);
        using (signer)
            return signer.Sign(mail, Now);
    }

    private static async Task<byte[]> DigestAsync()
    {
        var identity = new MailIdentity { From = new("talks@us.example", "Talks"), UnsubscribeAddress = "leave@us.example", PublicUrl = new("https://us.example/") };
        await using var renderer = new DigestRenderer(Samples.Names);
        var letter = await DigestMail.WriteAsync(Samples.Full, renderer, identity);
        return MimeWriter.Write(letter.To(new("ann@x.example"), "<1@us.example>", UnsubscribeLinks.For(identity, "tok.en"), identity.From));
    }

    private static byte[] Changed(byte[] mail, string before, string after)
    {
        var at = Text(mail).IndexOf(before, StringComparison.Ordinal);
        Assert.NotEqual(-1, at);
        return Encoding.Latin1.GetBytes(Text(mail).Remove(at, before.Length).Insert(at, after));
    }

    private static string Text(byte[] mail) => Encoding.Latin1.GetString(mail);
}
