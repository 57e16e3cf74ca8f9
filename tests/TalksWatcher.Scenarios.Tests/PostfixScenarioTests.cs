using System.Text;
using TalksWatcher.Digests.Mail;
using TalksWatcher.Digests.Tests.Transports;
using TalksWatcher.Scenarios.Tests.Running;

namespace TalksWatcher.Scenarios.Tests;

/// <summary>From a news site to a mailbox: local feed, the worker, a real Postfix, and back from the maildir.</summary>
public sealed class PostfixScenarioTests : IDisposable
{
    private const string Reader = "ann@x.example";

    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private readonly TemporaryFolder folder = TemporaryFolder.WithConfig();

    [SkippableFact]
    public async Task News_reaches_the_mailbox_though_the_worker_is_killed_on_the_way()
    {
        Skip.If(PostfixServer.Missing is not null, PostfixServer.Missing);
        await using var server = await PostfixServer.StartAsync();
        await using var site = await FeedServer.StartAsync();
        ScenarioConfig.WatchOneFeed(folder, site.Address, listenerPort: 0);
        ScenarioConfig.SendTo(folder, server.Port, Reader);
        site.Publish("old", "Round set for Geneva", ScenarioConfig.Planned("Geneva"), Now.AddDays(-2));
        using (var worker = TalksWatcherProcess.Start(folder.At("config"), "run"))
        {
            await Eventually.SeeAsync(() => site.NotModified, count => count > 0, () => worker.Output);
            site.Publish("new", "Round moves to Istanbul", ScenarioConfig.Planned("Istanbul"), Now.AddHours(-1));
            await worker.KillAsync();
        }

        await KilledAtAsync("Polled: ukraine/wire Read, 2 documents");
        await KilledAtAsync("Raised: ukraine");
        await KilledAtAsync("Digest built: ukraine");
        using var last = TalksWatcherProcess.Start(folder.At("config"), "run");
        var mail = MimeReader.Read((await server.DeliveredAsync(1, TimeSpan.FromSeconds(60)))[0]);
        await Eventually.SeeAsync(() => last.Output, output => output.Contains("Outbox: 1 sent", StringComparison.Ordinal));
        Assert.Equal(0, await last.TerminateAsync());

        Assert.Equal("<" + Reader + ">", "<" + mail.Header("To") + ">");
        Assert.Contains("Istanbul", mail.Header("Subject"), StringComparison.Ordinal);
        Assert.Contains("Istanbul", mail.All().First(part => part.MediaType == "text/plain").Text, StringComparison.Ordinal);
        await server.DrainAsync(TimeSpan.FromSeconds(60));
        // One that was killed after the server took the mail, and before it wrote that down, has it go again as the same letter.
        var delivered = await server.DeliveredAsync(1, TimeSpan.FromSeconds(1));
        Assert.Single(delivered.Select(letter => MimeReader.Read(letter).Header("Message-ID")).Distinct(StringComparer.Ordinal));
    }

    public void Dispose() => folder.Dispose();

    /// <summary>Starts the worker and kills it as soon as its log shows the stage; one that has nothing left to do there is killed all the same.</summary>
    private async Task KilledAtAsync(string stage)
    {
        using var worker = TalksWatcherProcess.Start(folder.At("config"), "run");
        await Eventually.SeeAsync(
            () => worker.Output,
            output => output.Contains(stage, StringComparison.Ordinal) || output.Contains("NotModified", StringComparison.Ordinal) || output.Contains("Outbox: 1 sent", StringComparison.Ordinal));
        await worker.KillAsync();
    }
}
