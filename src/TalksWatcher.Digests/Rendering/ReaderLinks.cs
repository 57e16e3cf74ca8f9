namespace TalksWatcher.Digests.Rendering;

/// <summary>What the foot of one reader's digest says and links to.</summary>
/// <param name="Address">The address that the digest goes to; <c>null</c> on the web, where no reader is known.</param>
/// <param name="Unsubscribe"><c>https:</c> or <c>mailto:</c>; <c>null</c> leaves the link out.</param>
/// <param name="Page">Where the digest stands on the web, the same for all its readers; <c>null</c> leaves the link out.</param>
public sealed record ReaderLinks(string? Address, string? Unsubscribe, string? Page = null)
{
    /// <summary>Of a digest that is read on the web.</summary>
    public static readonly ReaderLinks OfPage = new(null, null);
}
