using BenchmarkDotNet.Attributes;
using TalksWatcher.Claims.Tests;

namespace TalksWatcher.Claims.Benchmarks;

/// <summary>Reading every report of a kind once.</summary>
[MemoryDiagnoser]
public class ReadingBenchmark
{
    private IReadOnlyList<Report> reports = [];

    [Params("relevant", "unrelated")]
    public string Kind { get; set; } = "";

    [GlobalSetup]
    public void Load() => reports = Kind == "relevant" ? Material.Relevant() : Material.Unrelated().Reports;

    [Benchmark]
    public int Read() => reports.Sum(report => Checkout.Reader.Read(report).Claims.Count);
}
