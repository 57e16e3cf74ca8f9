namespace TalksWatcher.Digests.Bounces;

/// <summary>Where delivery reports and complaints come in.</summary>
public interface IBounceMailbox
{
    /// <summary>
    /// Hands over what each new mail says, oldest first, and puts the mail aside once that has come back: a crash in between
    /// hands it over again.
    /// </summary>
    /// <returns>How many mails were read, reports or not.</returns>
    Task<int> ReadNewAsync(Func<IReadOnlyList<Bounce>, CancellationToken, Task> handle, CancellationToken cancel);
}
