using TalksWatcher.Digests.Dkim;

namespace TalksWatcher.Digests.Transports;

/// <summary>The mail clients in this build.</summary>
public static class MailTransports
{
#if MAILKIT
    public const bool HasMailKit = true;
#else
    public const bool HasMailKit = false;
#endif

    /// <summary>For <c>--version</c> and the log: "MailKit 4.16.0" or "System.Net.Mail".</summary>
    public static string NameOf(TransportKind kind) => Resolve(kind) switch
    {
        TransportKind.Pickup => "pickup folder",
        TransportKind.MailKit => MailKitName,
        _ => "System.Net.Mail",
    };

    public static TransportCapabilities CapabilitiesOf(TransportKind kind) => Resolve(kind) switch
    {
        TransportKind.Pickup => PickupFolderTransport.Can,
        TransportKind.MailKit => MailKitCan,
        _ => SystemNetMailTransport.Can,
    };

    /// <summary>What is wrong with the settings in this build; empty where nothing is. Where mail is to be signed, it tries to.</summary>
    public static IReadOnlyList<string> Validate(TransportSettings settings) => Lacks(settings) is { Count: > 0 } lacks
        ? lacks
        : settings.Dkim is { } dkim && SigningFault(dkim) is { } fault ? [fault] : [];

    /// <summary>One transport, that is one connection.</summary>
    /// <param name="clock">Dates signatures; the system's where none is given.</param>
    /// <exception cref="InvalidOperationException">The settings cannot pass <see cref="Validate"/>.</exception>
    public static IMailTransport Create(TransportSettings settings, TimeProvider? clock = null)
    {
        if (Lacks(settings) is { Count: > 0 } faults)
            throw new InvalidOperationException(string.Join("; ", faults));
        return Resolve(settings.Kind) switch
        {
            TransportKind.Pickup => new PickupFolderTransport(settings.PickupFolder),
            TransportKind.MailKit => NewMailKit(settings, clock ?? TimeProvider.System),
            _ => new SystemNetMailTransport(settings),
        };
    }

    private static IReadOnlyList<string> Lacks(TransportSettings settings) => !HasMailKit && settings.Kind is TransportKind.MailKit
        ? ["MailKit is asked for, and this build has none"]
        : [.. settings.Validate(CapabilitiesOf(settings.Kind))];

    private static string? SigningFault(DkimSettings dkim)
    {
        if (DkimSigner.TryLoad(dkim, out var signer, out var fault))
            signer.Dispose();
        return fault;
    }

    private static TransportKind Resolve(TransportKind kind) =>
        kind is not TransportKind.Smtp ? kind : HasMailKit ? TransportKind.MailKit : TransportKind.SystemNetMail;

#if MAILKIT
    private static string MailKitName => $"MailKit {typeof(MailKit.Net.Smtp.SmtpClient).Assembly.GetName().Version?.ToString(3)}";

    private static TransportCapabilities MailKitCan => MailKitTransport.Can;

    private static MailKitTransport NewMailKit(TransportSettings settings, TimeProvider clock) => new(settings, clock);
#else
    private const string MailKitName = "MailKit (not in this build)";

    private static readonly TransportCapabilities MailKitCan = new();

    private static IMailTransport NewMailKit(TransportSettings settings, TimeProvider clock) =>
        throw new InvalidOperationException($"{settings.Kind} is not in this build.");
#endif
}
