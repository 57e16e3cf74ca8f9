using System.Diagnostics;
using System.Globalization;
using System.Text;
using TalksWatcher.Claims.Tests;

namespace TalksWatcher.Claims.Benchmarks;

/// <param name="Bytes">Length of the texts in UTF-8.</param>
/// <param name="Wall">By the clock.</param>
/// <param name="Processor">Time on the processor, which others on the machine do not lengthen much.</param>
/// <param name="Allocated">Bytes.</param>
internal sealed record Measured(long Bytes, TimeSpan Wall, TimeSpan Processor, long Allocated)
{
    public double Speed => Bytes / 1e6 / Processor.TotalSeconds;

    public double AllocatedPerByte => (double)Allocated / Bytes;

    /// <summary>Reads reports over and over until so many bytes are read; says on the error stream how far it is.</summary>
    public static Measured Reading(IReadOnlyList<Report> reports, long bytes, string name = "")
    {
        var lengths = reports.Select(r => Encoding.UTF8.GetByteCount(r.Text)).ToArray();
        var (read, shown) = (0L, 0L);
        var (clock, processor, allocated) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime, GC.GetAllocatedBytesForCurrentThread());
        for (var i = 0; read < bytes; i = (i + 1) % reports.Count)
        {
            Checkout.Reader.Read(reports[i]);
            read += lengths[i];
            if (name.Length > 0 && read - shown >= bytes / 20)
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {(shown = read) / 1e6:0} of {bytes / 1e6:0} MB"));
        }

        return new Measured(read, clock.Elapsed, Environment.CpuUsage.TotalTime - processor, GC.GetAllocatedBytesForCurrentThread() - allocated);
    }
}
