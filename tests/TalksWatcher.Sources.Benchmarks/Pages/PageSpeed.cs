using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using AngleSharp.Html.Parser;
using TalksWatcher.Sources.Charsets;
using TalksWatcher.Sources.Pages;

namespace TalksWatcher.Sources.Benchmarks.Pages;

/// <summary>
/// Reading every page of a folder beside plain parsing of the same pages, in turns on one thread. The target: 150 pages a
/// second, and at most 2.5 times as long.
/// </summary>
internal static class PageSpeed
{
    private const int WarmUps = 5;
    private const int Turns = 15;
    private const double LeastPerSecond = 150;
    private const double MostRatio = 2.5;

    public static int Run(string folder)
    {
        string[] pages = [.. Directory.EnumerateFiles(folder, "*.html.gz").Order(StringComparer.Ordinal).Select(Inflate)];
        var reader = new ArticleReader();
        var (parsing, reading) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var turn = -WarmUps; turn < Turns; turn++)
        {
            var parse = Time(() => Parse(pages));
            var read = Time(() => pages.Sum(page => reader.Read(page, null).Body.Length));
            if (turn < 0)
                continue;
            parsing.Add(parse);
            reading.Add(read);
        }
        return Report(pages.Length, Median(parsing), Median(reading));
    }

    private static int Report(int pages, TimeSpan parsing, TimeSpan reading)
    {
        var (perSecond, ratio) = (pages / reading.TotalSeconds, reading / parsing);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pages} pages, medians of {Turns} turns on one thread"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"plain parsing  {parsing.TotalMilliseconds,8:F0} ms  {pages / parsing.TotalSeconds,6:F0} pages/s"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"reading        {reading.TotalMilliseconds,8:F0} ms  {perSecond,6:F0} pages/s  {ratio:F2} x plain parsing"));
        return perSecond >= LeastPerSecond && ratio <= MostRatio ? 0 : 1;
    }

    private static int Parse(string[] pages)
    {
        var elements = 0;
        foreach (var page in pages)
        {
            using var document = new HtmlParser().ParseDocument(page);
            elements += document.ChildElementCount;
        }
        return elements;
    }

    private static TimeSpan Time(Func<int> work)
    {
        GC.Collect();
        var started = Stopwatch.GetTimestamp();
        GC.KeepAlive(work());
        return Stopwatch.GetElapsedTime(started);
    }

    private static TimeSpan Median(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2);

    private static string Inflate(string path)
    {
        using var inflated = new MemoryStream();
        using (var zipped = new GZipStream(File.OpenRead(path), CompressionMode.Decompress))
            zipped.CopyTo(inflated);
        return CharsetDetector.Decode(inflated.ToArray()).Text;
    }
}
