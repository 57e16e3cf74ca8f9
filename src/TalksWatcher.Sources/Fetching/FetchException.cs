namespace TalksWatcher.Sources.Fetching;

/// <summary>An exchange was given up for a reason that we name ourselves; never leaves the fetcher.</summary>
internal sealed class FetchException(FailureReason reason, string detail) : Exception(detail)
{
    public FailureReason Reason => reason;
}
