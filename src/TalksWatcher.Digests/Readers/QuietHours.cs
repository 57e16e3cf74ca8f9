namespace TalksWatcher.Digests.Readers;

/// <summary>Local hours in which nothing is sent; may run over midnight ("22:00" to "07:00").</summary>
/// <param name="From">First quiet minute.</param>
/// <param name="To">First minute that is not quiet.</param>
public sealed record QuietHours(TimeOnly From, TimeOnly To);
