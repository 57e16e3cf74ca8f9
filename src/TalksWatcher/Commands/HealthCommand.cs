using System.CommandLine;

namespace TalksWatcher.Commands;

/// <summary><c>health</c>: asks the running worker whether it is ready; exit code 1 where it is not.</summary>
internal static class HealthCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("health", "Ask the running worker on this machine whether it is ready.");
        command.SetAction((parsed, cancel) => RunAsync(parsed, terminal, cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancel)
    {
        var listener = CommandLine.Configuration(parsed, terminal).Settings.Listener;
        if (!listener.Enabled)
            throw new BadInputException("the listener is off; set $.listener.enabled to true in talkswatcher.json");
        var address = listener.Address.Replace("://*", "://127.0.0.1", StringComparison.Ordinal)
            .Replace("://0.0.0.0", "://127.0.0.1", StringComparison.Ordinal)
            .Replace("://[::]", "://[::1]", StringComparison.Ordinal);
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        try
        {
            using var answer = await client.GetAsync(new Uri($"{address}/health/ready"), cancel);
            await terminal.Out.WriteLineAsync(await answer.Content.ReadAsStringAsync(cancel));
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancel.IsCancellationRequested)
        {
            await terminal.Error.WriteLineAsync($"talkswatcher: no answer from {address}: {e.Message}");
            return 1;
        }
    }
}
