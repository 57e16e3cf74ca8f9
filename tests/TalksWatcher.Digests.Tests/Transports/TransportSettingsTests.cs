using TalksWatcher.Digests.Transports;

namespace TalksWatcher.Digests.Tests.Transports;

public sealed class TransportSettingsTests
{
    private static readonly TransportSettings Asking = new()
    {
        Kind = TransportKind.SystemNetMail,
        Host = "mail.example",
        Security = TransportSecurity.TlsOnConnect,
        Verp = true,
        Dkim = new("us.example", "s1", "key.pem"),
        Imap = true,
    };

    [Fact]
    public void What_the_framework_cannot_do_is_refused_one_by_one() => Assert.Equal(
        [
            "TLS on connect needs MailKit, and this build or setting uses System.Net.Mail",
            "VERP needs MailKit, and this build or setting uses System.Net.Mail",
            "DKIM needs MailKit, and this build or setting uses System.Net.Mail",
            "IMAP needs MailKit, and this build or setting uses System.Net.Mail",
        ],
        MailTransports.Validate(Asking));

    [Fact]
    public void A_client_that_can_do_it_all_is_taken() => Assert.Empty(Asking.Validate(new()
    {
        TlsOnConnect = true,
        Verp = true,
        Dkim = true,
        Imap = true,
    }));

    [Fact]
    public void MailKit_is_refused_exactly_where_the_build_lacks_it() => Assert.Equal(
        MailTransports.HasMailKit, MailTransports.Validate(new() { Kind = TransportKind.MailKit }).Count == 0);

    [Theory]
    [InlineData("mail.example", TransportSecurity.None, "a password would cross the network in the clear: ask for StartTls or TlsOnConnect")]
    [InlineData("mail.example", TransportSecurity.StartTls, null)]
    [InlineData("localhost", TransportSecurity.None, null)]
    public void A_password_never_crosses_the_network_in_the_clear(string host, TransportSecurity security, string? fault)
    {
        var settings = new TransportSettings { Kind = TransportKind.SystemNetMail, Host = host, Security = security, User = "ann", Password = new("s3cret") };
        Assert.Equal(fault is null ? [] : [fault], MailTransports.Validate(settings));
    }

    [Fact]
    public void Settings_that_are_refused_make_no_transport() =>
        Assert.Throws<InvalidOperationException>(() => MailTransports.Create(Asking));

    [Fact]
    public void Settings_in_a_log_show_no_password() =>
        Assert.DoesNotContain("s3cret", new TransportSettings { User = "ann", Password = new("s3cret") }.ToString(), StringComparison.Ordinal);

    [Fact]
    public void Mail_goes_to_a_pickup_folder_unless_told_otherwise() =>
        Assert.Equal("pickup folder", MailTransports.NameOf(new TransportSettings().Kind));
}
