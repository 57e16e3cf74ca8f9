using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TalksWatcher.Digests.Outbox;
using TalksWatcher.Flow;
using TalksWatcher.Scenarios.Tests.Replicas;
using TalksWatcher.Scenarios.Tests.Running;
using TalksWatcher.Storage.Checks;

namespace TalksWatcher.Scenarios.Tests.Crashes;

/// <summary>The whole flow at work on fresh news, killed again and again; after each death the stored state is examined.</summary>
/// <param name="random">Where it dies.</param>
internal sealed class CrashDrill(NewsSites sites, Random random)
{
    public const int Feeds = 4;

    /// <summary>Log lines after which there is nothing left to wait for.</summary>
    private const int MostLines = 40;

    private const int LongestMoment = 1000;

    private static readonly string[] Stages = ["[100] Started", "[200] Polled", "[300] Taken in", "[302] Raised", "[400] Digest built", "[500] Outbox"];

    private static readonly string[] Places = ["Geneva", "Istanbul", "Doha", "Riyadh", "Vienna", "Budapest", "Rome", "Minsk", "Astana", "Cairo"];
    private static readonly DateTimeOffset Beginning = TimeProvider.System.GetUtcNow().AddDays(-10);

    private int stories;

    /// <summary>The worker starts on an empty database, dies so many times, and is then left to complete its work.</summary>
    /// <returns>How many reports it was given, and how many mails they gave.</returns>
    public async Task<(int Reports, int Mails)> RunAsync(Replica replica, int kills)
    {
        var first = stories;
        for (var kill = 0; kill < kills; kill++)
        {
            Publish();
            await DieAsync(replica, started: kill > 0 && random.Next(4) > 0);
            await ExamineAsync(replica, kill);
        }

        replica.Start();
        await SettleAsync(replica);
        await replica.Process!.TerminateAsync();
        await ExamineAsync(replica, kills);
        return (stories - first, await MailsAsync(replica));
    }

    private void Publish()
    {
        for (var i = 0; i < 3; i++, stories++)
            sites.Publish(
                new Story(
                    string.Create(CultureInfo.InvariantCulture, $"story-{stories}"), $"Talks in {Places[stories % Places.Length]}",
                    ScenarioConfig.Planned(Places[stories % Places.Length]), Beginning.AddMinutes(10 * stories)),
                [random.Next(Feeds)]);
    }

    /// <summary>A moment after the process began, or after a stage wrote its first line: the points follow the work, however fast the machine is.</summary>
    /// <param name="started">Whether it may get through its start; else it may die while it migrates and seeds.</param>
    private async Task DieAsync(Replica replica, bool started)
    {
        replica.Start();
        var (stage, moment) = (Stages[random.Next(Stages.Length)], random.Next(LongestMoment));
        if (started)
            await Eventually.SeeAsync(() => replica.Process!.Output, output => IsReached(stage, output), () => replica.Process!.Error);
        await Task.Delay(moment);
        await replica.Process!.KillAsync();
        replica.Process.Dispose();
    }

    private static bool IsReached(string stage, string output) =>
        output.Contains(stage, StringComparison.Ordinal) || output.Count(c => c == '\n') > MostLines;

    private static async Task ExamineAsync(Replica replica, int kill)
    {
        await using var worker = await replica.OpenAsync();
        var findings = await new Doctor(worker.Database, worker.Clock).ExamineAsync(
            [.. worker.Watches.Select(w => w.Ledger)], worker.Config.Settings.Mail.LeaseTime, CancellationToken.None);
        Assert.All(findings, f => Assert.True(f.Ok, string.Create(CultureInfo.InvariantCulture, $"after kill {kill}: {f.Check}: {string.Join("; ", f.Faults)}")));
    }

    /// <summary>Every mail of the outbox has been delivered: nothing but what is in the database counts as sent.</summary>
    private static async Task<int> MailsAsync(Replica replica)
    {
        await using var worker = await replica.OpenAsync();
        await using var db = worker.Database.Open();
        var mails = await db.Outbox.CountAsync();
        Assert.Equal(mails, replica.Delivered.Count());
        return mails;
    }

    /// <summary>Until every published report is stored and everything that follows from it is done.</summary>
    private async Task SettleAsync(Replica replica)
    {
        await using var worker = await replica.OpenAsync();
        await Eventually.SeeAsync(() => LeftAsync(worker), left => left == (0, 0), () => replica.Process!.Output + replica.Process.Error);
    }

    private async Task<(int Missing, int Undone)> LeftAsync(Worker worker)
    {
        await using var db = worker.Database.Open();
        return (
            sites.Stories - await db.Documents.CountAsync(),
            await db.Documents.CountAsync(d => d.TakenInAt == null) + await db.Developments.CountAsync(d => d.OwedSince != null)
                + await db.DigestItems.CountAsync(i => i.DigestId == null) + await db.Outbox.CountAsync(o => o.State != OutboxState.Sent));
    }
}
