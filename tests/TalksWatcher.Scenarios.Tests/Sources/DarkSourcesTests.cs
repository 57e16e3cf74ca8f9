using System.Text.Json.Nodes;
using TalksWatcher.Digests.Mail;
using TalksWatcher.Flow;
using TalksWatcher.Sources;

namespace TalksWatcher.Scenarios.Tests.Sources;

public sealed class DarkSourcesTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("wire=25", "Wire")]
    [InlineData("wire=24", "")]
    [InlineData("wire=0", "")]
    [InlineData("", "")]
    [InlineData("wire=25 agency-en=30", "Wire")]
    [InlineData("wire=25 agency-en=30 agency-ru=26", "Agency, Wire")]
    [InlineData("inbox=25", "inbox")]
    public void An_outlet_is_dark_when_all_its_sources_have_failed_for_longer_than_a_day(string failing, string dark)
    {
        SourceDefinition[] sources = [Feed("wire", "Wire"), Feed("agency-en", "Agency"), Feed("agency-ru", "Agency"), Feed("inbox", outlet: null)];
        var states = failing.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(state => state.Split('=')).ToDictionary(
            state => state[0],
            state => SourceState.New.AfterFailure(
                Noon.AddHours(-int.Parse(state[1], System.Globalization.CultureInfo.InvariantCulture)), FailureReason.TimedOut, notBefore: null));

        Assert.Equal(dark, string.Join(", ", DarkSources.Of(sources, states, Noon, TimeSpan.FromDays(1))));
    }

    [Fact]
    public async Task A_digest_names_whom_its_readers_have_not_heard_from()
    {
        using var commands = SourceCommands.OnOwnConfig();
        var folder = commands.Folder;
        ScenarioConfig.Change(folder, "config/watches/ukraine/watch.json", watch => watch["sources"]!.AsArray().Add(
            new JsonObject { ["name"] = "silent", ["kind"] = "feed", ["url"] = "http://127.0.0.1/rss", ["outlet"] = "Silent Wire" }));
        Directory.Move(folder.At("config/samples"), folder.At("later"));
        Directory.CreateDirectory(folder.At("config/samples"));
        await commands.RunAsync("once");
        Directory.Delete(folder.At("config/samples"));
        Directory.Move(folder.At("later"), folder.At("config/samples"));

        commands.Clock = new SetClock { Now = DateTimeOffset.UtcNow.AddDays(2) };
        await commands.RunAsync("once");

        var mails = Directory.GetFiles(folder.At("data/outbox"), "*.eml");
        Assert.NotEmpty(mails);
        Assert.All(mails, mail => Assert.Contains(
            "Not heard from for too long: Silent Wire.",
            MimeReader.Read(File.ReadAllBytes(mail)).All().First(part => part.MediaType == "text/plain").Text,
            StringComparison.Ordinal));
    }

    private static SourceDefinition Feed(string name, string? outlet) =>
        new() { Name = name, Kind = SourceKind.Feed, Url = $"https://{name}.example/rss", Outlet = outlet };
}
