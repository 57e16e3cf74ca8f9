using System.ComponentModel;
using System.Diagnostics;

namespace TalksWatcher.Claims.Benchmarks;

/// <summary>What it costs only to find all names: ripgrep over the same bytes, on one core.</summary>
internal static class LiteralScan
{
    /// <summary>Time by the clock; <c>null</c> where ripgrep is not installed.</summary>
    public static TimeSpan? Run(IReadOnlyList<Report> reports, long bytes, IReadOnlyList<string> names)
    {
        var folder = Directory.CreateTempSubdirectory("literal-scan");
        try
        {
            var (text, list) = (Path.Combine(folder.FullName, "reports.txt"), Path.Combine(folder.FullName, "names.txt"));
            File.WriteAllLines(list, names);
            using (var file = File.CreateText(text))
            {
                for (var i = 0; file.BaseStream.Position < bytes; i = (i + 1) % reports.Count)
                    file.WriteLine(reports[i].Text);
            }

            Scan(list, text);
            return Scan(list, text);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static TimeSpan? Scan(string names, string text)
    {
        try
        {
            var clock = Stopwatch.StartNew();
            using var scan = Process.Start(new ProcessStartInfo("rg", ["-c", "-F", "-j1", "-f", names, text]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            scan.WaitForExit();
            return clock.Elapsed;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
