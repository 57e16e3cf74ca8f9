using System.Globalization;
using System.Text;

namespace TalksWatcher.Storage.Benchmarks;

/// <summary>What a report costs after the first thousand, ten thousand and hundred thousand.</summary>
internal static class FigureTable
{
    public static string Of(IReadOnlyList<Sample> samples, TimeSpan restart, long bytes)
    {
        var table = new StringBuilder("| reports | ms a report | of it processor | against the first row | most memory, MB |\n| --- | --- | --- | --- | --- |\n");
        var first = (double?)null;
        foreach (var count in new[] { 1_000, 10_000, 100_000 }.Where(count => samples.Any(s => s.Until == count)))
        {
            var last = samples.Where(s => s.Until <= count && s.Until > count - Math.Max(1_000, count / 10)).ToList();
            var (wall, busy) = (Each(last, s => s.Wall), Each(last, s => s.Busy));
            first ??= wall;
            table.AppendLine(CultureInfo.InvariantCulture,
                $"| {count} | {wall:0.00} | {busy:0.00} | {wall / first:0.00} | {samples.Where(s => s.Until <= count).Max(s => s.WorkingSet) >> 20} |");
        }

        return table.Append(CultureInfo.InvariantCulture, $"ready {restart.TotalMilliseconds:0} ms after a restart with {samples[^1].Until} reports; database {bytes >> 20} MB").ToString();
    }

    private static double Each(List<Sample> samples, Func<Sample, TimeSpan> time) =>
        samples.Sum(s => time(s).TotalMilliseconds) / samples.Sum(s => s.Reports);
}
