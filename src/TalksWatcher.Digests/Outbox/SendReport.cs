namespace TalksWatcher.Digests.Outbox;

/// <summary>What one run over the outbox did.</summary>
/// <param name="ServerDown">Why the run stopped early, the server being out of reach; <c>null</c> where it did not.</param>
public sealed record SendReport(int Sent, int Retried, int Parked, string? ServerDown);
