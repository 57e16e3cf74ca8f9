using TalksWatcher.Digests.Readers;
using TalksWatcher.Digests.Transports;
using TalksWatcher.Flow;
using TalksWatcher.Storage;

namespace TalksWatcher.Configuration;

/// <summary>What must hold of the settings beyond the shape of their JSON.</summary>
internal static class SettingsRules
{
    public static IEnumerable<ConfigFault> Check(Settings settings) =>
    [
        .. Storage(settings.Storage), .. Subscribers(settings), .. Mail(settings.Mail), .. Bounces(settings.Mail.Bounces), .. Fetching(settings.Fetching),
    ];

    private static IEnumerable<ConfigFault> Storage(StorageSettings storage)
    {
        if (storage.Provider != StorageProvider.Postgres)
            yield break;
        if (PostgresConnection.Fault(storage.Postgres.Connection) is { } problem)
            yield return Fault(
                "$.storage.postgres.connection", problem, "write it like Host=db;Database=talkswatcher;Username=talkswatcher, and the password beside it");
        if (storage.Postgres is { Password: not null, PasswordFile: not null })
            yield return Fault("$.storage.postgres.passwordFile", "is given beside a password", "keep one of them");
        else if (storage.Postgres.PasswordFile is { } file && !File.Exists(file))
            yield return Fault("$.storage.postgres.passwordFile", $"\"{file}\" is not there", "mount the secret or mend the path");
    }

    private static IEnumerable<ConfigFault> Mail(MailSettings mail)
    {
        if (!System.Net.Mail.MailAddress.TryCreate(mail.From, out var from) || !MailAddressRule.TryNormalise(from.Address, out _))
            yield return Fault("$.mail.from", $"\"{mail.From}\" is no mailbox", "write it like TalksWatcher <digest@talks.example>");
        if (mail.UnsubscribeAddress is { } address && !MailAddressRule.TryNormalise(address, out _))
            yield return Fault("$.mail.unsubscribeAddress", $"\"{address}\" is no mail address", "write an address like unsubscribe@talks.example");
        if (mail.Operator is { } op && !MailAddressRule.TryNormalise(op, out _))
            yield return Fault("$.mail.operator", $"\"{op}\" is no mail address", "write an address like operator@talks.example");
        if (mail.Smtp is { Password: not null, PasswordFile: not null })
            yield return Fault("$.mail.smtp.passwordFile", "is given beside a password", "keep one of them");
        else if (mail.Smtp.PasswordFile is { } file && !File.Exists(file))
            yield return Fault("$.mail.smtp.passwordFile", $"\"{file}\" is not there", "mount the secret or mend the path");
        else
            foreach (var problem in MailTransports.Validate(MailClient.Transport(mail, pickupFolder: "outbox")))
                yield return Fault("$.mail", problem, "change the setting, or use a build that can");
    }

    private static IEnumerable<ConfigFault> Bounces(BounceSettings? bounces)
    {
        if (bounces is { Maildir: null, Imap: null })
            yield return Fault("$.mail.bounces", "names no mailbox", "give a maildir or imap");
        if (bounces is { Maildir: not null, Imap: not null })
            yield return Fault("$.mail.bounces", "names two mailboxes", "keep one of maildir and imap");
        if (bounces?.Imap is not { } imap)
            yield break;
        if (imap is { Password: null, PasswordFile: null } or { Password: not null, PasswordFile: not null })
            yield return Fault("$.mail.bounces.imap", "needs one password", "give password or passwordFile");
        else if (imap.PasswordFile is { } file && !File.Exists(file))
            yield return Fault("$.mail.bounces.imap.passwordFile", $"\"{file}\" is not there", "mount the secret or mend the path");
        if (imap.Security is TransportSecurity.None && imap.Host is not ("localhost" or "127.0.0.1" or "::1"))
            yield return Fault("$.mail.bounces.imap.security", "would send the password in the clear", "write tls-on-connect or start-tls");
    }

    private static IEnumerable<ConfigFault> Subscribers(Settings settings)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < settings.Subscribers.Count; i++)
        {
            var subscriber = settings.Subscribers[i];
            var path = $"$.subscribers[{i}]";
            if (!MailAddressRule.TryNormalise(subscriber.Address, out var address))
                yield return Fault($"{path}.address", $"\"{subscriber.Address}\" is no mail address", "write an address like name@domain.example");
            else if (!seen.Add(MailAddressRule.KeyOf(address)))
                yield return Fault($"{path}.address", $"\"{subscriber.Address}\" is there twice", "keep one of them");
            if (!TimeZoneInfo.TryFindSystemTimeZoneById(subscriber.TimeZone, out _))
                yield return Fault($"{path}.timeZone", $"\"{subscriber.TimeZone}\" is not known", "write an IANA name like Europe/Kyiv");
        }
    }

    private static IEnumerable<ConfigFault> Fetching(FetchingSettings fetching)
    {
        for (var i = 0; i < fetching.AllowPrivateHosts.Count; i++)
            if (fetching.AllowPrivateHosts[i] is var entry && entry.Contains('/', StringComparison.Ordinal) && !System.Net.IPNetwork.TryParse(entry, out _))
                yield return Fault($"$.fetching.allowPrivateHosts[{i}]", $"\"{entry}\" is no network", "write it like 10.1.0.0/16");
    }

    private static ConfigFault Fault(string path, string problem, string remedy) => new(ConfigFolder.SettingsFile, path, problem, remedy);
}
