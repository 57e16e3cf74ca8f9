namespace TalksWatcher.Sources.Fetching;

/// <param name="Address">Absolute, http or https.</param>
/// <param name="Accept">Media types, in HTTP's notation.</param>
/// <param name="ETag">Verbatim, of the answer that is already held.</param>
/// <param name="LastModified">Verbatim, of the answer that is already held.</param>
public sealed record FetchRequest(Uri Address, string Accept, string? ETag = null, string? LastModified = null)
{
    public const string AcceptFeed =
        "application/atom+xml, application/rss+xml, application/rdf+xml;q=0.9, application/feed+json;q=0.9, "
        + "application/xml;q=0.8, text/xml;q=0.7, */*;q=0.5";

    public const string AcceptPage = "text/html, application/xhtml+xml;q=0.9, */*;q=0.5";
}
