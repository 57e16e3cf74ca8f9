using TalksWatcher.Commands;
using TalksWatcher.Configuration;
using TalksWatcher.Flow;
using TalksWatcher.Scenarios.Tests.Sources;

namespace TalksWatcher.Scenarios.Tests.Delivery;

/// <summary>An operator at the command line of one installation, whose clock a test sets.</summary>
internal sealed class Operator : IDisposable
{
    public TemporaryFolder Folder { get; } = TemporaryFolder.WithConfig();

    public SetClock Clock { get; } = new();

    public async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(
            [.. arguments, "--config", Folder.At("config")], new Terminal(output, error, Clock, new Dictionary<string, string>(StringComparer.Ordinal)));
        return (code, output.ToString(), error.ToString());
    }

    public Task<Worker> OpenAsync() => Worker.OpenAsync(
        ConfigFolder.Load(Folder.At("config"), new Dictionary<string, string>(StringComparer.Ordinal)),
        new Terminal(TextWriter.Null, TextWriter.Null, Clock, new Dictionary<string, string>(StringComparer.Ordinal)),
        CancellationToken.None);

    public void Dispose() => Folder.Dispose();
}
