using System.Globalization;

namespace TalksWatcher.Storage.Benchmarks;

/// <param name="Until">Reports in the file after it.</param>
/// <param name="Reports">Reports in it.</param>
/// <param name="Busy">Processor time.</param>
/// <param name="WorkingSet">Bytes of the process at its end.</param>
internal sealed record Sample(int Until, int Reports, TimeSpan Wall, TimeSpan Busy, long WorkingSet);

/// <summary>The samples of all runs on one database, a line each.</summary>
internal sealed class SampleFile(string path)
{
    public void Add(Sample sample) => File.AppendAllText(path, string.Create(
        CultureInfo.InvariantCulture, $"{sample.Until},{sample.Reports},{sample.Wall.TotalMilliseconds:0},{sample.Busy.TotalMilliseconds:0},{sample.WorkingSet}\n"));

    public IReadOnlyList<Sample> Read() => [.. File.ReadLines(path).Select(line => line.Split(',')).Select(cells => new Sample(
        Number(cells[0]), Number(cells[1]), TimeSpan.FromMilliseconds(Number(cells[2])), TimeSpan.FromMilliseconds(Number(cells[3])),
        long.Parse(cells[4], CultureInfo.InvariantCulture)))];

    private static int Number(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);
}
