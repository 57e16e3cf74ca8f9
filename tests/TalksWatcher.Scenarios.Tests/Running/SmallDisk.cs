using System.Diagnostics;

namespace TalksWatcher.Scenarios.Tests.Running;

/// <summary>A disk of a few megabytes, in memory.</summary>
internal sealed class SmallDisk(string path) : IDisposable
{
    private string Filler => Path.Combine(path, "filler");

    public static SmallDisk? Mount(string path) =>
        OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", path) ? new SmallDisk(path) : null;

    public void Fill()
    {
        try
        {
            using var file = File.Create(Filler);
            while (true)
            {
                file.Write(new byte[4096]);
                file.Flush();
            }
        }
        catch (IOException)
        {
            // Full: what was wanted.
        }
    }

    public void MakeReadOnly() => Remount("ro");

    public void MakeWritable() => Remount("rw");

    public void Clear() => File.Delete(Filler);

    public void Dispose() => Run("umount", "-l", path);

    private void Remount(string mode)
    {
        if (!Run("mount", "-o", $"remount,{mode}", path))
            throw new InvalidOperationException($"{path} could not be remounted {mode}");
    }

    private static bool Run(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
