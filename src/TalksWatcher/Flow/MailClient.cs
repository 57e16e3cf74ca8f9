using System.Net.Mail;
using TalksWatcher.Configuration;
using TalksWatcher.Digests.Bounces;
using TalksWatcher.Digests.Outbox;
using TalksWatcher.Digests.Transports;

namespace TalksWatcher.Flow;

/// <summary>Which way mail goes out.</summary>
internal static class MailClient
{
    public static OutboxSender Sender(ConfigFolder config, IOutbox outbox, MailMerge merge, TimeProvider clock)
    {
        var mail = config.Settings.Mail;
        var transport = Transport(config);
        var settings = new SenderSettings
        {
            EnvelopeSender = new MailAddress(mail.From).Address,
            Verp = mail.Smtp.Verp,
            Connections = mail.Connections,
            MailsPerConnection = mail.MailsPerConnection,
            MailsPerSecond = mail.MailsPerSecond,
            MailsPerSecondToOneDomain = mail.MailsPerSecondToOneDomain,
            LeaseTime = mail.LeaseTime,
        };
        return new OutboxSender(outbox, merge.WriteOutAsync, () => MailTransports.Create(transport, clock), settings, clock, new Random());
    }

    /// <summary>The client in this build ("MailKit 4.16.0", "System.Net.Mail"), and the pickup folder where mail goes there.</summary>
    public static string Name(MailSettings mail) => mail.Transport == TransportKind.Pickup
        ? $"{MailTransports.NameOf(TransportKind.Smtp)}, unused: mail goes to the {MailTransports.NameOf(TransportKind.Pickup)}"
        : MailTransports.NameOf(mail.Transport);

    /// <summary>What people are told of where mails went.</summary>
    public static string Place(ConfigFolder config) => config.Settings.Mail.Transport == TransportKind.Pickup
        ? Transport(config).PickupFolder
        : $"{config.Settings.Mail.Smtp.Host}:{config.Settings.Mail.Smtp.Port}";

    public static TransportSettings Transport(ConfigFolder config) => Transport(config.Settings.Mail, Path.Combine(config.DataFolder, "outbox"));

    public static TransportSettings Transport(MailSettings mail, string pickupFolder) => new()
    {
        Kind = mail.Transport,
        PickupFolder = pickupFolder,
        Host = mail.Smtp.Host,
        Port = mail.Smtp.Port,
        Security = mail.Smtp.Security,
        User = mail.Smtp.User,
        Password = Password(mail.Smtp.PasswordFile, mail.Smtp.Password) is { } password ? new Secret(password) : null,
        Timeout = mail.Smtp.Timeout,
        Verp = mail.Smtp.Verp,
        Dkim = mail.Smtp.Dkim,
        Imap = mail.Bounces?.Imap is not null,
    };

    /// <summary>Where bounces come in; <c>null</c> where nothing is configured.</summary>
    public static IBounceMailbox? Bounces(ConfigFolder config) => config.Settings.Mail.Bounces switch
    {
        { Maildir: { } folder } => new BounceMaildir(Path.GetFullPath(folder, config.DataFolder)),
        { Imap: { } imap } => BounceMailboxes.Imap(Account(imap)),
        _ => null,
    };

    public static BounceReader BounceReader(MailSettings mail) => new(new MailAddress(mail.From).Address);

    private static ImapAccount Account(ImapSettings imap) => new()
    {
        Host = imap.Host,
        Port = imap.Port,
        Security = imap.Security,
        User = imap.User,
        Password = new Secret(Password(imap.PasswordFile, imap.Password) ?? ""),
        Folder = imap.Folder,
    };

    private static string? Password(string? file, string? password) =>
        file is null ? password : File.ReadAllText(file).TrimEnd('\r', '\n');
}
