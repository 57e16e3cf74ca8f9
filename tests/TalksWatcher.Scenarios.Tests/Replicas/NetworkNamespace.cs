using System.Diagnostics;
using System.Globalization;

namespace TalksWatcher.Scenarios.Tests.Replicas;

/// <summary>A network of its own for one process, with one link to this machine that can be cut.</summary>
internal sealed class NetworkNamespace : IDisposable
{
    private const string Program = "/usr/sbin/ip";

    private readonly string name = string.Create(CultureInfo.InvariantCulture, $"tw{Environment.ProcessId}");
    private readonly string subnet = string.Create(CultureInfo.InvariantCulture, $"10.203.{Environment.ProcessId % 250}");

    private NetworkNamespace()
    {
    }

    /// <summary>This machine's end of the link.</summary>
    public string Host => $"{subnet}.1";

    public string Subnet => $"{subnet}.0/30";

    /// <summary>What starts a program within it.</summary>
    public string[] Prefix => [Program, "netns", "exec", name];

    private string Link => $"{name}h";

    /// <returns><c>null</c> where this machine does not permit it.</returns>
    public static NetworkNamespace? TryCreate()
    {
        if (!File.Exists(Program) || !Environment.IsPrivilegedProcess)
            return null;
        var made = new NetworkNamespace();
        string[] steps =
        [
            $"netns add {made.name}",
            $"link add {made.Link} type veth peer name {made.name}n netns {made.name}",
            $"addr add {made.Host}/30 dev {made.Link}",
            $"link set {made.Link} up",
            $"-n {made.name} addr add {made.subnet}.2/30 dev {made.name}n",
            $"-n {made.name} link set {made.name}n up",
            $"-n {made.name} link set lo up",
        ];
        if (steps.All(Run))
            return made;
        made.Dispose();
        return null;
    }

    public void Cut() => Run($"link set {Link} down");

    public void Mend() => Run($"link set {Link} up");

    public void Dispose()
    {
        Run($"link del {Link}");
        Run($"netns del {name}");
    }

    private static bool Run(string command)
    {
        using var process = Process.Start(new ProcessStartInfo(Program, command.Split(' ')) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
