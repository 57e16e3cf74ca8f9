using System.CommandLine;
using System.Text;
using TalksWatcher.Flow;

namespace TalksWatcher.Commands;

/// <summary><c>subscribers import|export</c>: many subscribers as a CSV file.</summary>
internal static class SubscriberFileCommands
{
    private const long LongestFile = 200L * 1024 * 1024;

    public static Command Import(Terminal terminal)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "CSV with a header line; only the column address is needed." };
        var command = new Command("import", "Add or change all subscribers of a CSV file, or none where any row is faulty.") { file };
        command.SetAction(async (parsed, cancel) =>
        {
            var rows = Read(parsed.GetValue(file)!);
            foreach (var fault in rows.Faults)
                await terminal.Error.WriteLineAsync($"talkswatcher: {parsed.GetValue(file)!.Name}: {fault}");
            if (rows.Faults.Count > 0)
                throw new BadInputException("nothing was imported; mend the rows and import again");
            await using var worker = await Worker.OpenAsync(CommandLine.Configuration(parsed, terminal), terminal, cancel);
            var added = await worker.Subscribers.SaveAsync(rows.Subscribers, cancel);
            await terminal.Out.WriteLineAsync($"{added} added, {rows.Subscribers.Count - added} were there and have the wishes of the file");
            return 0;
        });
        return command;
    }

    public static Command Export(Terminal terminal)
    {
        var file = new Argument<FileInfo?>("FILE") { Description = "File to write; without it, the terminal.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("export", "All subscribers as CSV, in the form that import reads.") { file };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var worker = await Worker.OpenAsync(CommandLine.Configuration(parsed, terminal), terminal, cancel);
            if (parsed.GetValue(file) is not { } target)
            {
                await SubscriberCsv.WriteAsync(terminal.Out, worker.Subscribers.AllAsync(cancel));
                return 0;
            }

            await using var writer = new StreamWriter(target.FullName, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            await terminal.Out.WriteLineAsync($"{await SubscriberCsv.WriteAsync(writer, worker.Subscribers.AllAsync(cancel))} subscriber(s) written to {target}");
            return 0;
        });
        return command;
    }

    private static SubscriberCsv.Rows Read(FileInfo file)
    {
        if (!file.Exists)
            throw new BadInputException($"{file}: no such file");
        if (file.Length > LongestFile)
            throw new BadInputException($"{file}: larger than 200 MB; import it in parts");
        using var reader = new StreamReader(file.FullName, Encoding.UTF8);
        return SubscriberCsv.Read(reader);
    }
}
