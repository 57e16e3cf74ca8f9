namespace TalksWatcher.Sources.Fetching;

/// <summary>What became of one request, redirects followed.</summary>
public abstract record FetchResult
{
    private protected FetchResult()
    {
    }

    /// <summary>HTTP status of the last answer; <c>null</c> where there was none.</summary>
    public int? Status { get; init; }

    /// <summary>Where the last answer came from.</summary>
    public required Uri Address { get; init; }

    /// <summary>Every address that redirected, in order.</summary>
    public IReadOnlyList<Uri> Redirects { get; init; } = [];

    /// <summary>The new home of the first address, where every redirect was permanent (301, 308); else <c>null</c>.</summary>
    public Uri? MovedTo { get; init; }
}

/// <summary>A whole answer.</summary>
public sealed record FetchedBody : FetchResult
{
    /// <summary>Inflated.</summary>
    public required ReadOnlyMemory<byte> Bytes { get; init; }

    public string? MediaType { get; init; }

    public string? Charset { get; init; }

    public string? ETag { get; init; }

    public string? LastModified { get; init; }

    /// <summary>How long the server says that the answer stays fresh (Cache-Control, Expires).</summary>
    public TimeSpan? FreshFor { get; init; }
}

/// <summary>304: what we hold is still true.</summary>
public sealed record FetchNotModified : FetchResult
{
    public TimeSpan? FreshFor { get; init; }
}

public sealed record FetchFailure : FetchResult
{
    public static FetchFailure At(Uri address, FailureReason reason, string detail) =>
        new() { Address = address, Reason = reason, Detail = detail };

    public required FailureReason Reason { get; init; }

    /// <summary>One clause for the operator; may hold text of the server.</summary>
    public required string Detail { get; init; }

    /// <summary>When the server asks to be left alone until (Retry-After).</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>Whether the same request may well succeed a moment later.</summary>
    public bool IsTransient => Reason is FailureReason.TimedOut or FailureReason.ConnectionFailed or FailureReason.ConnectionReset
        or FailureReason.ConnectionRefused or FailureReason.Truncated or FailureReason.ServerError or FailureReason.TooManyRequests;
}

/// <summary>A redirect that was not yet followed; stays inside the fetcher.</summary>
internal sealed record FetchRedirect : FetchResult
{
    public required Uri Target { get; init; }

    public required bool IsPermanent { get; init; }
}
