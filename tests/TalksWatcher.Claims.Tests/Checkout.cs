using System.Text.Json;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Tests;

/// <summary>Files of the checkout that tests read.</summary>
internal static class Checkout
{
    public static string Root { get; } = FindRoot();

    public static Vocabulary Vocabulary { get; } = ReadVocabulary();

    public static ClaimReader Reader { get; } = new(Vocabulary);

    /// <summary>The folder beside the checkout with material that is not ours to copy; <c>null</c> where it is absent.</summary>
    public static string? Shared()
    {
        for (var folder = Directory.GetParent(Root); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "shared", "webpages")))
                return Path.Combine(folder.FullName, "shared");
        }

        return null;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "TalksWatcher.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("not inside the checkout");
        return folder.FullName;
    }

    private static Vocabulary ReadVocabulary()
    {
        using var watch = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Root, "config", "watches", "ukraine", "watch.json")));
        return watch.RootElement.GetProperty("vocabulary").Deserialize<Vocabulary>(ClaimJson.Options)!;
    }
}
