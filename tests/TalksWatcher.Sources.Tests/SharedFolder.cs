namespace TalksWatcher.Sources.Tests;

/// <summary>The material that lies beside a developer's checkout; absent elsewhere.</summary>
internal static class SharedFolder
{
    /// <returns>The path; <c>null</c> where no <c>shared</c> folder lies beside the checkout or a folder above it.</returns>
    public static string? Find(string relative)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", relative);
            if (Path.Exists(path))
                return path;
        }
        return null;
    }
}
