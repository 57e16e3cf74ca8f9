using System.IO.Compression;
using AngleSharp.Html.Parser;
using BenchmarkDotNet.Attributes;
using TalksWatcher.Sources.Charsets;
using TalksWatcher.Sources.Pages;

namespace TalksWatcher.Sources.Benchmarks;

/// <summary>
/// Reading every page of a folder beside plain parsing of the same pages. The target: at most 2.5 times as long, and
/// 150 pages a second on one core.
/// </summary>
[SimpleJob(warmupCount: 8, iterationCount: 12, invocationCount: 1)]
[MemoryDiagnoser]
public class ArticleBenchmark
{
    private readonly ArticleReader _reader = new();
    private string[] _pages = [];

    /// <summary>The folder of <c>.html.gz</c> files named by PAGES.</summary>
    [GlobalSetup]
    public void Load()
    {
        var folder = Environment.GetEnvironmentVariable("PAGES") ?? throw new InvalidOperationException("set PAGES to a folder of .html.gz files");
        _pages = [.. Directory.EnumerateFiles(folder, "*.html.gz").Order(StringComparer.Ordinal).Select(Inflate)];
    }

    [Benchmark(Baseline = true)]
    public int Parse()
    {
        var elements = 0;
        foreach (var page in _pages)
        {
            using var document = new HtmlParser().ParseDocument(page);
            elements += document.ChildElementCount;
        }
        return elements;
    }

    [Benchmark]
    public int Read() => _pages.Sum(page => _reader.Read(page, null).Body.Length);

    private static string Inflate(string path)
    {
        using var inflated = new MemoryStream();
        using (var zipped = new GZipStream(File.OpenRead(path), CompressionMode.Decompress))
            zipped.CopyTo(inflated);
        return CharsetDetector.Decode(inflated.ToArray()).Text;
    }
}
