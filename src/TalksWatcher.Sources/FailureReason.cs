namespace TalksWatcher.Sources;

/// <summary>
/// Why a poll was given up. Each is counted under its kebab-case name (<see cref="FailureReasons.Name"/>); the numbers
/// are stored and never change their meaning.
/// </summary>
public enum FailureReason
{
    /// <summary>The configured or redirected address is no absolute http or https URL.</summary>
    BadAddress = 1,

    /// <summary>The host resolves to an address that only an operator may allow (loopback, private, metadata …).</summary>
    ForbiddenAddress = 2,
    ForbiddenPort = 3,
    NameNotResolved = 4,
    ConnectionRefused = 5,
    ConnectionFailed = 6,
    ConnectionReset = 7,

    /// <summary>TLS could not be agreed: expired, untrusted or wrong certificate, no common version.</summary>
    TlsFailed = 8,

    /// <summary>No whole answer within the attempt's or the total time.</summary>
    TimedOut = 9,

    /// <summary>The server answers, but slower than the least rate we wait for.</summary>
    TooSlow = 10,

    /// <summary>More bytes on the wire than the limit.</summary>
    TooLarge = 11,

    /// <summary>More bytes than the limit once inflated (a gzip bomb).</summary>
    TooLargeInflated = 12,
    HeadersTooLarge = 13,

    /// <summary>The body is not the compressed stream that its header says.</summary>
    BadEncoding = 14,
    UnsupportedEncoding = 15,

    /// <summary>The connection ended before the announced length.</summary>
    Truncated = 16,
    RedirectLoop = 17,
    TooManyRedirects = 18,

    /// <summary>A redirect without, or with an unreadable, Location.</summary>
    BadRedirect = 19,
    RobotsDisallowed = 20,

    /// <summary>401, 403, 407, 451.</summary>
    AccessDenied = 21,
    NotFound = 22,

    /// <summary>410: the source is disabled until an operator enables it.</summary>
    Gone = 23,

    /// <summary>429.</summary>
    TooManyRequests = 24,

    /// <summary>5xx.</summary>
    ServerError = 25,

    /// <summary>Any other status that is no answer to a GET.</summary>
    UnexpectedStatus = 26,

    /// <summary>The host has failed so often that we leave it alone for a while.</summary>
    CircuitOpen = 27,

    /// <summary>The host's queue is full.</summary>
    HostBusy = 28,

    /// <summary>The answer breaks the rules of HTTP.</summary>
    BadResponse = 29,

    /// <summary>The body is no format that the feed reader knows.</summary>
    NotAFeed = 30,

    /// <summary>The page holds no article, or no link that the selector finds.</summary>
    NoArticle = 31,

    /// <summary>The folder is absent or may not be read.</summary>
    FolderUnreadable = 32,
}

public static class FailureReasons
{
    private static readonly Dictionary<FailureReason, string> Names = Enum.GetValues<FailureReason>()
        .ToDictionary(reason => reason, reason => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(reason.ToString()));

    /// <summary>The reason as metrics and status print it ("too-large-inflated").</summary>
    public static string Name(this FailureReason reason) => Names[reason];
}
