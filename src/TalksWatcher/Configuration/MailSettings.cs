using System.ComponentModel.DataAnnotations;
using TalksWatcher.Digests.Readers;

namespace TalksWatcher.Configuration;

public sealed record MailSettings
{
    public MailTransportKind Transport { get; init; } = MailTransportKind.Pickup;

    /// <summary>Mailbox in the From header: <c>Name &lt;local@domain&gt;</c> or a bare address.</summary>
    [MinLength(3, ErrorMessage = "write it like TalksWatcher <digest@talks.example>")]
    public string From { get; init; } = "TalksWatcher <digest@talkswatcher.example>";

    /// <summary>Where readers reach this worker over https; without it only unsubscribing by mail is offered.</summary>
    [RegularExpression("https://.+", ErrorMessage = "write an https address")]
    public string? PublicUrl { get; init; }

    /// <summary>Takes the mail of those who unsubscribe by mail; default: the From address.</summary>
    public string? UnsubscribeAddress { get; init; }

    public BrakeSettings Brake { get; init; } = new();
}

/// <summary>Pickup writes each mail as a file into the data folder's <c>outbox</c>; smtp hands it to a server.</summary>
public enum MailTransportKind { Pickup, Smtp }
