using System.Globalization;

namespace TalksWatcher.Claims.Benchmarks;

/// <summary>Reads many megabytes of reports on one core, beside a literal scan of the same bytes for all names.</summary>
internal static class CorpusRun
{
    public static void Print(int megabytes)
    {
        var (origin, unrelated) = Material.Unrelated();
        var bytes = megabytes * 1_000_000L;
        Console.WriteLine("| reports | MB/s | literal scan, MB/s | times as long | bytes allocated per byte |");
        Console.WriteLine("| --- | --- | --- | --- | --- |");
        Print("relevant", Material.Relevant(), bytes);
        Print($"unrelated ({origin})", unrelated, bytes);
    }

    private static void Print(string name, IReadOnlyList<Report> reports, long bytes)
    {
        Measured.Reading(reports, Math.Min(bytes, 3_000_000));
        var reading = Measured.Reading(reports, bytes, name);
        var scan = LiteralScan.Run(reports, bytes, Material.Names()) is { } time ? reading.Bytes / 1e6 / time.TotalSeconds : double.NaN;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {reading.Speed:0.00} | {(double.IsNaN(scan) ? "ripgrep is not installed" : $"{scan:0}")} | {scan / reading.Speed:0} | {reading.AllocatedPerByte:0.0} |"));
    }
}
