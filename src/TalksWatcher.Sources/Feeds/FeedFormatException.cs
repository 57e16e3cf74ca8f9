namespace TalksWatcher.Sources.Feeds;

/// <summary>The bytes are no feed that we read, or break a limit; the message says which, without text of the source.</summary>
public sealed class FeedFormatException : FormatException
{
    public FeedFormatException()
    {
    }

    public FeedFormatException(string message)
        : base(message)
    {
    }

    public FeedFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
