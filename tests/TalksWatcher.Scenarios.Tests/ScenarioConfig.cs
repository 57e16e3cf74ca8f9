using System.Text.Json;
using System.Text.Json.Nodes;

namespace TalksWatcher.Scenarios.Tests;

/// <summary>The shipped configuration, changed for one scenario.</summary>
internal static class ScenarioConfig
{
    public const string Reader = "desk@newsroom.example";

    /// <summary>One feed, one reader, quick schedules, and no baseline.</summary>
    public static void WatchOneFeed(TemporaryFolder folder, string feed, int listenerPort)
    {
        File.Delete(folder.At("config/watches/ukraine/baseline.json"));
        Watch(folder, new JsonArray(
            new JsonObject { ["name"] = "wire", ["kind"] = "feed", ["url"] = feed, ["outlet"] = "Loopback Wire", ["interval"] = "00:00:01" }));
        Change(folder, "config/talkswatcher.json", settings =>
        {
            settings["schedule"] = new JsonObject { ["poll"] = "00:00:05", ["digests"] = "00:00:01", ["outbox"] = "00:00:01" };
            settings["fetching"] = new JsonObject { ["allowPrivateHosts"] = new JsonArray("127.0.0.1"), ["hostSpacing"] = "00:00:00" };
            settings["listener"] = new JsonObject { ["address"] = $"http://127.0.0.1:{listenerPort}" };
            settings["subscribers"] = new JsonArray(new JsonObject { ["address"] = Reader });
        });
    }

    /// <summary>These sources, and none of those that ship switched on.</summary>
    public static void Watch(TemporaryFolder folder, JsonArray sources)
    {
        File.Delete(folder.At("config/watches/ukraine/sources/samples.json"));
        Change(folder, "config/watches/ukraine/watch.json", watch => watch["sources"] = sources);
    }

    /// <summary>Mail goes to a server on loopback, for its one mailbox.</summary>
    public static void SendTo(TemporaryFolder folder, int port, string reader) => Change(folder, "config/talkswatcher.json", settings =>
    {
        settings["mail"] = new JsonObject
        {
            ["transport"] = "smtp",
            ["from"] = "TalksWatcher <talks@us.example>",
            ["leaseTime"] = "00:00:03",
            ["smtp"] = new JsonObject { ["host"] = "127.0.0.1", ["port"] = port, ["security"] = "none" },
        };
        settings["subscribers"] = new JsonArray(new JsonObject { ["address"] = reader });
    });

    public static void Change(TemporaryFolder folder, string file, Action<JsonObject> change) => folder.Edit(file, text =>
    {
        var json = JsonNode.Parse(text)!.AsObject();
        change(json);
        return json.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    });

    /// <summary>A report that announces a round of talks.</summary>
    public static string Planned(string place) =>
        $"The next round of talks between Russia and Ukraine will take place in {place} next week, Kremlin spokesman Dmitry Peskov said.\n\n"
        + "Delegations of both countries are expected to attend the meeting.";
}
