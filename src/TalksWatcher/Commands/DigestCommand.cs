using System.CommandLine;
using System.Text;
using TalksWatcher.Digests;
using TalksWatcher.Digests.Mail;
using TalksWatcher.Flow;

namespace TalksWatcher.Commands;

/// <summary><c>digest preview</c>: what a reader would get now, without building or sending it.</summary>
internal static class DigestCommand
{
    private static readonly Option<bool> Html = new("--html") { Description = "The HTML part." };
    private static readonly Option<bool> Text = new("--text") { Description = "The plain-text part (default)." };
    private static readonly Option<bool> Eml = new("--eml") { Description = "The whole message." };
    private static readonly Option<string?> To = new("--to") { Description = "Address of the reader; default: the first subscriber." };
    private static readonly Option<int> Last = new("--last") { Description = "Where nothing is owed, so many of the last developments.", DefaultValueFactory = _ => 8 };

    public static Command Create(Terminal terminal)
    {
        var preview = new Command("preview", "Print the digest a reader would get now.") { Html, Text, Eml, To, Last, ReportInput.WatchOption };
        preview.SetAction((parsed, cancel) => RunAsync(parsed, terminal, cancel));
        return new Command("digest", "What readers get.") { preview };
    }

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancel)
    {
        await using var worker = await Worker.OpenAsync(CommandLine.Configuration(parsed, terminal), terminal, cancel);
        var watch = worker.Watches.FirstOrDefault(w => parsed.GetValue(ReportInput.WatchOption) is not { } id || w.Id == id)
            ?? throw new BadInputException("--watch: no such watch");
        var reader = (await worker.Subscribers.ListAsync(cancel)).FirstOrDefault(s => parsed.GetValue(To) is not { } to || s.Address == to)
            ?? throw new BadInputException("--to: no such subscriber; see $.subscribers in talkswatcher.json");
        var digest = await worker.Digesting.PreviewAsync(watch, reader.Address, parsed.GetValue(Last), cancel);
        await terminal.Out.WriteLineAsync(await ShowAsync(parsed, worker, watch, digest, reader.Address));
        return 0;
    }

    private static async Task<string> ShowAsync(ParseResult parsed, Worker worker, WatchFlow watch, Digest digest, string address)
    {
        var letter = await worker.Letters.WriteAsync(watch, digest);
        var mail = worker.Letters.Address(letter, letter.Key, address, held: null);
        if (parsed.GetValue(Eml))
            return Encoding.UTF8.GetString(worker.Letters.WriteOut(worker.Letters.Encode(letter), mail).Span);
        var open = worker.Letters.Open(letter, mail);
        return parsed.GetValue(Html) ? open.Html : open.Text;
    }
}
