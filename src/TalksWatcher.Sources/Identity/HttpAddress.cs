namespace TalksWatcher.Sources.Identity;

public static class HttpAddress
{
    /// <returns>An absolute http or https address with a host and no user information; else <c>null</c>.</returns>
    public static Uri? Parse(string? address) =>
        Uri.TryCreate(address?.Trim(), UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.Host.Length > 0
        && uri.UserInfo.Length == 0
            ? uri
            : null;
}
