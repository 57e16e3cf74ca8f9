namespace TalksWatcher.Digests.Tests;

internal static class TestFolders
{
    private const int MostTries = 50;

    /// <summary>Deletes a folder that the last children of a stopped server may still write to for a moment.</summary>
    public static async Task DeleteAsync(this DirectoryInfo folder)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                folder.Delete(recursive: true);
                return;
            }
            catch (IOException) when (tries < MostTries)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
            }
        }
    }
}
