using TalksWatcher.Claims;

namespace TalksWatcher.Digests.Mail;

/// <summary>One message as it is meant; <see cref="MimeWriter"/> makes its bytes.</summary>
public sealed record OutgoingMail
{
    /// <summary>With angle brackets.</summary>
    public required string MessageId { get; init; }

    /// <summary>What the boundaries between parts are made from; the Message-ID where it is <c>null</c>.</summary>
    public string? BoundaryKey { get; init; }

    public required Mailbox From { get; init; }

    public required Mailbox To { get; init; }

    public required string Subject { get; init; }

    public required string Text { get; init; }

    public required string Html { get; init; }

    public required DateTimeOffset Date { get; init; }

    /// <summary>Further header fields in their order; values unfolded and not yet encoded.</summary>
    public ValueList<MailHeader> Headers { get; init; } = [];

    /// <summary>An iCalendar file to attach; <c>null</c> for none.</summary>
    public string? Calendar { get; init; }
}

/// <param name="Address">Bare address, normalised.</param>
/// <param name="Name">Display name; <c>null</c> for none.</param>
public sealed record Mailbox(string Address, string? Name = null);

public sealed record MailHeader(string Name, string Value);
