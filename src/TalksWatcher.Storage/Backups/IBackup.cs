namespace TalksWatcher.Storage.Backups;

/// <summary>Whole and consistent copies of a live database.</summary>
public interface IBackup
{
    /// <summary>Copies while others read and write; the file appears whole or not at all.</summary>
    /// <exception cref="BackupException">It could not be done; the message is for the operator.</exception>
    Task WriteAsync(string file, CancellationToken cancel);

    /// <summary>
    /// Puts a copy in place of what the database holds and pauses sending, in one transaction; others may have it open.
    /// </summary>
    /// <param name="at">Time of the pause (UTC).</param>
    /// <exception cref="BackupException">The file is no sound copy, or it could not be done; the database is as it was.</exception>
    Task RestoreAsync(string file, DateTimeOffset at, CancellationToken cancel);
}

public sealed class BackupException : Exception
{
    public BackupException(string message)
        : base(message)
    {
    }

    public BackupException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
