namespace TalksWatcher.Digests.Bounces;

/// <summary>The maildir that bounces are delivered to. Each mail is read once and then moved from <c>new</c> to <c>cur</c>.</summary>
public sealed class BounceMaildir(string folder) : IBounceMailbox
{
    /// <inheritdoc/>
    public async Task<int> ReadNewAsync(Func<ReadOnlyMemory<byte>, CancellationToken, Task> handle, CancellationToken cancel)
    {
        var fresh = new DirectoryInfo(Path.Combine(folder, "new"));
        if (!fresh.Exists)
            return 0;
        var seen = Directory.CreateDirectory(Path.Combine(folder, "cur"));
        var read = 0;
        foreach (var mail in fresh.EnumerateFiles().OrderBy(file => file.Name, StringComparer.Ordinal).Where(IsPlain).ToList())
        {
            var message = mail.Length > BounceReader.LongestMail ? [] : await File.ReadAllBytesAsync(mail.FullName, cancel).ConfigureAwait(false);
            await handle(message, cancel).ConfigureAwait(false);
            mail.MoveTo(Path.Combine(seen.FullName, mail.Name + ":2,S"), overwrite: true);
            read++;
        }

        return read;
    }

    /// <summary>A link could lead anywhere; mail is delivered as files.</summary>
    private static bool IsPlain(FileInfo mail)
    {
        return mail.LinkTarget is null && !mail.Name.StartsWith('.');
    }
}
