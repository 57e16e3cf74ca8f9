namespace TalksWatcher.Digests.Rendering;

/// <summary>What the foot of one reader's digest says and links to.</summary>
/// <param name="Address">The address that the digest goes to.</param>
/// <param name="Unsubscribe"><c>https:</c> or <c>mailto:</c>; <c>null</c> leaves the link out.</param>
public sealed record ReaderLinks(string Address, string? Unsubscribe);
