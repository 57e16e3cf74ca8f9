using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TalksWatcher.Configuration;
using TalksWatcher.Digests.Outbox;
using TalksWatcher.Digests.Transports;
using TalksWatcher.Flow;
using TalksWatcher.Scenarios.Tests;
using TalksWatcher.Scenarios.Tests.Delivery;

namespace TalksWatcher.Drills;

/// <summary>
/// Digests written to each reader as they leave, with durable marks in SQLite, beside <c>smtp-source</c> with the same
/// sessions, reuse and size, in turns. In the first round our own code is still being compiled.
/// </summary>
internal static class Throughput
{
    private const int Rounds = 4;

    public static async Task RunAsync(int mails, int sessions)
    {
        using var folder = TemporaryFolder.WithConfig();
        using var sink = new SmtpSink();
        await sink.ReadyAsync();
        Console.WriteLine($"{mails} mails, {sessions} sessions kept open");
        await PrepareAsync(folder, sink, mails, sessions);
        var size = await SizeAsync(folder);
        Console.WriteLine($"{size} bytes a mail");
        foreach (var client in (TransportKind[])[TransportKind.MailKit, TransportKind.SystemNetMail])
        {
            if (client is TransportKind.MailKit && !MailTransports.HasMailKit)
                Console.WriteLine("MailKit: not in this build");
            else
                await CompareAsync(folder, sink, client, mails, sessions, size);
        }
    }

    private static async Task PrepareAsync(TemporaryFolder folder, SmtpSink sink, int mails, int sessions)
    {
        Crowd.Configure(folder, sink.Port, mail => (mail["connections"], mail["mailsPerConnection"]) = (sessions, 100_000));
        await Crowd.ImportAsync(folder, mails);
        var started = Stopwatch.GetTimestamp();
        await Crowd.BuildAsync(folder);
        Console.WriteLine(Line($"digests built and stored in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s (three runs of the program)"));
    }

    private static async Task CompareAsync(TemporaryFolder folder, SmtpSink sink, TransportKind client, int mails, int sessions, int size)
    {
        ScenarioConfig.Change(folder, "config/talkswatcher.json", settings =>
            settings["mail"]!["transport"] = client is TransportKind.MailKit ? "mail-kit" : "system-net-mail");
        for (var round = 0; round < Rounds; round++)
        {
            var before = await sink.SourceAsync(mails, sessions, size);
            var used = Environment.CpuUsage.TotalTime;
            var ours = await SendAsync(folder, mails);
            var cpu = (Environment.CpuUsage.TotalTime - used).TotalMicroseconds / mails;
            var after = await sink.SourceAsync(mails, sessions, size);
            var source = (before + after) / 2;
            Console.WriteLine(Line($"{client}: {ours:0} a second, smtp-source {before:0} and {after:0}: {ours / source:0.00} ({cpu:0} µs of processor time a mail)"));
        }
    }

    private static async Task<double> SendAsync(TemporaryFolder folder, int mails)
    {
        await using var worker = await OpenAsync(folder);
        await using (var db = worker.Database.Open())
            await db.Outbox.ExecuteUpdateAsync(o => o.SetProperty(r => r.State, OutboxState.Waiting).SetProperty(r => r.NotBefore, worker.Clock.GetUtcNow()));
        var started = Stopwatch.GetTimestamp();
        var report = await worker.Sending.SendDueAsync(CancellationToken.None);
        return report.Sent == mails ? mails / Stopwatch.GetElapsedTime(started).TotalSeconds : throw new InvalidOperationException(report.ToString());
    }

    private static async Task<int> SizeAsync(TemporaryFolder folder)
    {
        await using var worker = await OpenAsync(folder);
        var mail = (await worker.Outbox.ListAsync(state: null, most: 1, CancellationToken.None))[0];
        return (await worker.Merge.WriteOutAsync(mail))!.Mime.Length;
    }

    private static Task<Worker> OpenAsync(TemporaryFolder folder) => Worker.OpenAsync(
        ConfigFolder.Load(folder.At("config"), new Dictionary<string, string>(StringComparer.Ordinal)), Terminal.OfProcess(), CancellationToken.None);

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
