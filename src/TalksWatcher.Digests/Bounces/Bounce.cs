using TalksWatcher.Digests.Transports;

namespace TalksWatcher.Digests.Bounces;

/// <summary>What a report that came back says of one of our mails.</summary>
/// <param name="Recipient">Normalised address that it is about; <c>null</c> where the report does not tell.</param>
/// <param name="MessageId">Message-ID of our mail, with angle brackets; <c>null</c> where the report does not tell.</param>
/// <param name="Kind">Why delivery failed; for a complaint <see cref="FailureKind.Policy"/>.</param>
/// <param name="Text">Diagnosis in a line, for the operator.</param>
public sealed record Bounce(BounceEvent Event, string? Recipient, string? MessageId, FailureKind Kind, string Text);

/// <summary>Delivery failed for good; it is late and still being tried; the reader called the mail spam.</summary>
public enum BounceEvent { Failed, Delayed, Complaint }
