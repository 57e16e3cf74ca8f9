namespace TalksWatcher.Digests.Bounces;

/// <summary>The maildir that bounces are delivered to. Each mail is read once and then moved from <c>new</c> to <c>cur</c>.</summary>
public sealed class BounceMaildir(string folder, BounceReader reader)
{
    private const int LongestMail = 4 * 1024 * 1024;

    /// <summary>
    /// Hands over what each new mail says, oldest first, and moves the mail once that has come back: a crash in between
    /// hands it over again.
    /// </summary>
    /// <returns>How many mails were read, reports or not.</returns>
    public async Task<int> ReadNewAsync(Func<IReadOnlyList<Bounce>, CancellationToken, Task> handle, CancellationToken cancel)
    {
        var fresh = new DirectoryInfo(Path.Combine(folder, "new"));
        if (!fresh.Exists)
            return 0;
        var seen = Directory.CreateDirectory(Path.Combine(folder, "cur"));
        var mails = fresh.EnumerateFiles().OrderBy(file => file.Name, StringComparer.Ordinal).ToList();
        foreach (var mail in mails)
        {
            var bounces = mail.Length > LongestMail ? [] : reader.Read(await File.ReadAllBytesAsync(mail.FullName, cancel).ConfigureAwait(false));
            await handle(bounces, cancel).ConfigureAwait(false);
            mail.MoveTo(Path.Combine(seen.FullName, mail.Name + ":2,S"), overwrite: true);
        }

        return mails.Count;
    }
}
