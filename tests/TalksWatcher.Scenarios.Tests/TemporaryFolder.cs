namespace TalksWatcher.Scenarios.Tests;

/// <summary>A folder of its own for one test, gone afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("talkswatcher-");

    public string Root => folder.FullName;

    /// <summary>With a copy of the shipped configuration in <c>config/</c>.</summary>
    public static TemporaryFolder WithConfig()
    {
        var copy = new TemporaryFolder();
        var source = Path.Combine(Repository.Root, "config");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = copy.At(Path.Combine("config", Path.GetRelativePath(source, file)));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    public string At(string path) => Path.Combine(Root, path);

    public void Edit(string path, Func<string, string> change) => File.WriteAllText(At(path), change(File.ReadAllText(At(path))));

    public void Dispose() => folder.Delete(recursive: true);
}
