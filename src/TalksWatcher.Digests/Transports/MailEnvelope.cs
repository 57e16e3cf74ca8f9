namespace TalksWatcher.Digests.Transports;

/// <summary>SMTP's own sender and recipient, which need not be those of the headers (RFC 5321 §2.3.1).</summary>
/// <param name="Sender">Bare address that bounces go to.</param>
/// <param name="Recipient">Bare address, normalised.</param>
public sealed record MailEnvelope(string Sender, string Recipient);
