using System.Net.Mail;
using TalksWatcher.Configuration;
using TalksWatcher.Digests.Outbox;
using TalksWatcher.Digests.Transports;

namespace TalksWatcher.Flow;

/// <summary>Which way mail goes out.</summary>
internal static class MailClient
{
    public const string Name = "System.Net.Mail";

    public static OutboxSender Sender(ConfigFolder config, IOutbox outbox, TimeProvider clock) => new(
        outbox,
        () => new PickupFolderTransport(PickupFolder(config)),
        new SenderSettings { EnvelopeSender = new MailAddress(config.Settings.Mail.From).Address },
        clock,
        new Random());

    public static string PickupFolder(ConfigFolder config) => Path.Combine(config.DataFolder, "outbox");
}
