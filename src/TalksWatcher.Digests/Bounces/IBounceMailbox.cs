namespace TalksWatcher.Digests.Bounces;

/// <summary>Where delivery reports, complaints and the mail of readers who leave come in.</summary>
public interface IBounceMailbox
{
    /// <summary>
    /// Hands over each new mail, oldest first, and puts it aside once that has come back: a crash in between hands it over
    /// again. A mail longer than <see cref="BounceReader.LongestMail"/> is handed over empty.
    /// </summary>
    /// <returns>How many mails were read, whatever they were.</returns>
    Task<int> ReadNewAsync(Func<ReadOnlyMemory<byte>, CancellationToken, Task> handle, CancellationToken cancel);
}
