using TalksWatcher.Digests.Tests.Transports;

namespace TalksWatcher.Scenarios.Tests.Delivery;

/// <summary>The short form of the drill; the long one is <c>TalksWatcher.Drills kill</c>.</summary>
public sealed class KillDrillTests
{
    [SkippableFact]
    public async Task Killed_while_it_sends_nothing_is_lost_and_no_more_is_doubled_than_connections_were_open()
    {
        Skip.If(PostfixServer.Missing is not null, PostfixServer.Missing);
        using var drill = new KillDrill(mails: 120, kills: 8, connections: 2, seed: 7, say: _ => { });
        var result = await drill.RunAsync();
        Assert.Equal(0, result.Lost);
        Assert.InRange(result.Doubled, 0, result.Kills * result.Connections);
        Assert.InRange(result.Kills, 1, 8);
    }
}
