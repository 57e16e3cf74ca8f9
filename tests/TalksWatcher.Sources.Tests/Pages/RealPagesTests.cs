using System.IO.Compression;
using System.Text.Json;
using TalksWatcher.Sources.Pages;

namespace TalksWatcher.Sources.Tests.Pages;

public sealed class RealPagesTests
{
    /// <summary>What is reached; raise it with the reader, never lower it.</summary>
    private const double Reached = 0.988;

    [SkippableFact]
    public void Articles_of_real_pages_are_read_as_well_as_ever()
    {
        var folder = SharedFolder.Find("webpages");
        Skip.If(folder is null, "no shared/webpages beside this checkout");
        using var truth = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "ground-truth.json")));
        var (score, reader) = (new ShingleScore(), new ArticleReader());
        foreach (var page in truth.RootElement.EnumerateObject())
            score.Add(
                page.Value.GetProperty("articleBody").GetString() ?? "",
                reader.Read(Inflate(Path.Combine(folder, "html", page.Name + ".html.gz")), null, null).Body);
        Assert.InRange(score.F1, Reached, 1);
    }

    private static byte[] Inflate(string path)
    {
        using var inflated = new MemoryStream();
        using (var zipped = new GZipStream(File.OpenRead(path), CompressionMode.Decompress))
            zipped.CopyTo(inflated);
        return inflated.ToArray();
    }
}
