using System.Text.Json.Nodes;
using TalksWatcher.Digests.Mail;
using TalksWatcher.Digests.Outbox;

namespace TalksWatcher.Scenarios.Tests.Delivery;

/// <summary>Silence that can be trusted: a weekly sign of life to those who want one.</summary>
public sealed class StillWatchingTests : IDisposable
{
    private const string Reader = "desk@newsroom.example";

    private static readonly DateTimeOffset Joined = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset SecondMonday = new(2026, 12, 7, 8, 0, 1, TimeSpan.Zero);

    private readonly Operator @operator = new();

    public StillWatchingTests() => ScenarioConfig.Change(@operator.Folder, "config/talkswatcher.json", settings =>
        settings["subscribers"] = new JsonArray(new JsonObject { ["address"] = Reader, ["stillWatching"] = true }));

    public void Dispose() => @operator.Dispose();

    [Fact]
    public async Task A_week_without_news_gives_one_mail_however_often_it_is_looked_at()
    {
        await BuildAsync(Joined);
        Assert.Equal((1, 0), (await BuildAsync(SecondMonday), await BuildAsync(SecondMonday.AddDays(3))));
    }

    [Fact]
    public async Task The_mail_says_that_nothing_moved_and_which_sources_answered()
    {
        await BuildAsync(Joined);
        await BuildAsync(SecondMonday);
        await using var worker = await @operator.OpenAsync();
        var mail = Assert.Single(await worker.Outbox.ListAsync(OutboxState.Waiting, 10, CancellationToken.None));
        Assert.Equal("Still watching: nothing moved, all 1 sources answered", mail.Subject);
        var message = MimeReader.Read((await worker.Merge.WriteOutAsync(mail))!.Mime);
        Assert.Contains("Nothing moved. All 1 sources answered.", message.All().First(part => part.MediaType == "text/plain").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_further_week_of_silence_gives_one_more()
    {
        await BuildAsync(Joined);
        Assert.Equal((1, 1), (await BuildAsync(SecondMonday), await BuildAsync(SecondMonday.AddDays(7))));
    }

    [Fact]
    public async Task Who_joined_within_the_week_hears_nothing_yet()
    {
        await BuildAsync(Joined);
        Assert.Equal(0, await BuildAsync(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public async Task Who_was_told_news_within_the_week_hears_nothing_more()
    {
        @operator.Clock.Now = Joined;
        await @operator.RunAsync("once");
        Assert.Equal(0, await BuildAsync(new DateTimeOffset(2026, 11, 29, 12, 0, 0, TimeSpan.Zero)));
    }

    private async Task<int> BuildAsync(DateTimeOffset at)
    {
        @operator.Clock.Now = at;
        await using var worker = await @operator.OpenAsync();
        return await worker.StillWatching.BuildDueAsync(worker.Watches[0], CancellationToken.None);
    }
}
