using TalksWatcher.Commands;

namespace TalksWatcher.Scenarios.Tests.Sources;

/// <summary>Runs a command in this process on a configuration of its own.</summary>
internal sealed class SourceCommands : IDisposable
{
    private readonly Dictionary<string, string> environment = [];

    private SourceCommands()
    {
    }

    public TemporaryFolder Folder { get; } = TemporaryFolder.WithConfig();

    public TimeProvider Clock { get; set; } = TimeProvider.System;

    public string Lists => Folder.At("config/watches/ukraine/sources");

    public static SourceCommands OnOwnConfig() => new();

    public async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(
            [.. arguments, "--config", Folder.At("config")], new Terminal(output, error, Clock, environment));
        return (code, output.ToString(), error.ToString());
    }

    public string Write(string name, string text)
    {
        File.WriteAllText(Folder.At(name), text);
        return Folder.At(name);
    }

    public void Dispose() => Folder.Dispose();
}
