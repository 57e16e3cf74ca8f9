namespace TalksWatcher.Scenarios.Tests;

/// <summary>Where the checkout is, seen from the built tests.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The folder beside the checkout that not everyone has; <c>null</c> where it is absent.</summary>
    public static string? Shared
    {
        get
        {
            for (var folder = Directory.GetParent(Root); folder is not null; folder = folder.Parent)
                if (File.Exists(Path.Combine(folder.FullName, "shared", "corpus", "SCHEMA.md")))
                    return Path.Combine(folder.FullName, "shared");
            return null;
        }
    }

    private static string Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "TalksWatcher.sln")))
                return folder.FullName;
        throw new DirectoryNotFoundException("the tests run outside the checkout");
    }
}
