using System.Collections;
using Spectre.Console;

namespace TalksWatcher;

/// <summary>What a command has of the outside: where it prints, the clock, the environment.</summary>
internal sealed record Terminal(TextWriter Out, TextWriter Error, TimeProvider Clock, IReadOnlyDictionary<string, string> Environment)
{
    public static Terminal OfProcess() => new(
        Console.Out,
        Console.Error,
        TimeProvider.System,
        System.Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(e => (string)e.Key, e => (string?)e.Value ?? "", StringComparer.OrdinalIgnoreCase));

    /// <summary>Tables and colour; plain text where the output is no terminal.</summary>
    public IAnsiConsole Ansi => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(Out),
        Ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect,
        Interactive = InteractionSupport.No,
    });

    public void Print(Table table)
    {
        var console = Ansi;
        if (Console.IsOutputRedirected)
            console.Profile.Width = 160;
        console.Write(table);
    }
}

/// <summary>The input was bad: one clear line and exit code 2.</summary>
internal sealed class BadInputException(string message) : Exception(message);
