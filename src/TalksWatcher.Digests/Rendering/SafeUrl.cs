namespace TalksWatcher.Digests.Rendering;

/// <summary>Only addresses that a click may follow reach a reader.</summary>
public static class SafeUrl
{
    private const int Longest = 2_000;

    /// <returns>The absolute http or https address, escaped; else <c>null</c>.</returns>
    public static string? Web(string? url) => Of(url, Uri.UriSchemeHttp, Uri.UriSchemeHttps);

    /// <returns>The https or mailto address, escaped; else <c>null</c>.</returns>
    public static string? Unsubscribe(string? url) => Of(url, Uri.UriSchemeHttps, Uri.UriSchemeMailto);

    private static string? Of(string? url, params string[] schemes) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && schemes.Contains(uri.Scheme, StringComparer.Ordinal)
            && uri.AbsoluteUri.Length <= Longest ? uri.AbsoluteUri : null;
}
