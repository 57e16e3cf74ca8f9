using System.Runtime.CompilerServices;
using TalksWatcher.Digests.Transports;

namespace TalksWatcher.Digests.Tests.Transports;

/// <summary>
/// One text file of <c>Dialogues/</c>: what the server answers to each command ("RCPT: 550 no"), what the client is set
/// to ("security: StartTls"), and what must come of it ("expect: permanent 550 Mailbox no"; "expect MailKit: …" for one
/// client alone). "|" parts the lines of an answer; "drop" hangs up, "silence" never answers, "slow …" after half a second; "*" ends a text of any end.
/// </summary>
internal sealed record SmtpDialogue(string Name, IReadOnlyDictionary<string, string> Lines)
{
    private static readonly Dictionary<string, string> Usual = new(StringComparer.Ordinal)
    {
        ["greeting"] = "220 test ESMTP",
        ["EHLO"] = "250 test",
        ["HELO"] = "250 test",
        ["STARTTLS"] = "220 go ahead",
        ["AUTH"] = "235 2.7.0 welcome",
        ["MAIL"] = "250 2.1.0 ok",
        ["RCPT"] = "250 2.1.5 ok",
        ["DATA"] = "354 go ahead",
        ["content"] = "250 2.0.0 queued",
        ["RSET"] = "250 2.0.0 ok",
        ["NOOP"] = "250 2.0.0 ok",
        ["QUIT"] = "221 2.0.0 bye",
    };

    public static IEnumerable<string> Names([CallerFilePath] string here = "") =>
        Directory.EnumerateFiles(Folder(here), "*.txt").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    public static SmtpDialogue Read(string name, [CallerFilePath] string here = "") =>
        Parse(name, File.ReadAllLines(Path.Combine(Folder(here), name + ".txt")));

    public static SmtpDialogue Parse(string name, params string[] lines) => new(name, lines
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split(": ", 2))
        .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal));

    public string AnswerTo(string command) =>
        Lines.GetValueOrDefault(command) ?? Usual.GetValueOrDefault(command) ?? "502 5.5.2 no such command";

    public string Expected(TransportKind client) => Lines.GetValueOrDefault($"expect {client}") ?? Lines["expect"];

    public string? Setting(string name) => Lines.GetValueOrDefault(name);

    private static string Folder(string here) => Path.Combine(Path.GetDirectoryName(here)!, "Dialogues");
}
