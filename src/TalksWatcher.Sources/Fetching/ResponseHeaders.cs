using System.Net.Http.Headers;
using TalksWatcher.Sources.Identity;

namespace TalksWatcher.Sources.Fetching;

/// <summary>What the headers of an answer ask of us.</summary>
internal static class ResponseHeaders
{
    private const int LongestValidator = 1024;

    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(7);

    /// <summary>Retry-After (RFC 9110, 10.2.3) as a moment, at most a week away.</summary>
    public static DateTimeOffset? RetryAt(HttpResponseHeaders headers, DateTimeOffset now)
    {
        var retry = headers.RetryAfter;
        var at = retry?.Date ?? (retry?.Delta is { } delta ? now + Shorter(delta, LongestWait) : null);
        return at is null || at <= now ? null : Earlier(at.Value, now + LongestWait);
    }

    /// <summary>How long the answer stays fresh (RFC 9111, 4.2.1), less the time that caches have held it.</summary>
    public static TimeSpan? FreshFor(HttpResponseMessage response)
    {
        var caching = response.Headers.CacheControl;
        if (caching is { NoCache: true } or { NoStore: true })
            return null;
        var left = (caching?.MaxAge ?? UntilExpiry(response)) - (response.Headers.Age ?? TimeSpan.Zero);
        return left > TimeSpan.Zero ? Shorter(left.Value, LongestWait) : null;
    }

    /// <summary>Both by the server's own clock, whatever ours says.</summary>
    private static TimeSpan? UntilExpiry(HttpResponseMessage response) => response.Content.Headers.Expires - response.Headers.Date;

    /// <summary>A validator as it came; too long a one is not kept.</summary>
    public static string? Validator(HttpResponseMessage response, string name)
    {
        var found = response.Headers.NonValidated.TryGetValues(name, out var values)
            || response.Content.Headers.NonValidated.TryGetValues(name, out values);
        var value = found ? values.ToString() : null;
        return value is { Length: > 0 and <= LongestValidator } ? value : null;
    }

    public static Uri? Location(HttpResponseMessage response, Uri address) =>
        response.Headers.NonValidated.TryGetValues("Location", out var values)
        && values.ToString().Length > 0
        && Uri.TryCreate(address, values.ToString(), out var target)
        && HttpAddress.Parse(target.AbsoluteUri) is { } parsed
            ? parsed
            : null;

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}
