using System.Globalization;

namespace TalksWatcher.Sources.Benchmarks.Rounds;

/// <param name="Cpu">Of the reader's process alone.</param>
/// <param name="Memory">Its working set in bytes, at the end of the round or the most that was seen.</param>
internal sealed record RoundFigures(string Reader, string Round, TimeSpan Elapsed, TimeSpan Cpu, long Memory, string Outcome)
{
    public static string Header => $"{"reader",-14} {"round",-14} {"seconds",8} {"CPU s",7} {"MB",6}  outcome";

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Reader,-14} {Round,-14} {Elapsed.TotalSeconds,8:F1} {Cpu.TotalSeconds,7:F1} {Memory >> 20,6}  {Outcome}");
}
