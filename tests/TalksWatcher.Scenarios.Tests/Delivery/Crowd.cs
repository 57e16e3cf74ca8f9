using System.Globalization;
using System.Text.Json.Nodes;
using TalksWatcher.Scenarios.Tests.Running;

namespace TalksWatcher.Scenarios.Tests.Delivery;

/// <summary>Many readers of the sample reports, whose digests are built and wait in the outbox.</summary>
internal static class Crowd
{
    /// <param name="change">Further changes to the mail settings.</param>
    public static void Configure(TemporaryFolder folder, int port, Action<JsonObject> change) =>
        ScenarioConfig.Change(folder, "config/talkswatcher.json", settings =>
        {
            var mail = new JsonObject
            {
                ["transport"] = "smtp",
                ["from"] = "TalksWatcher <talks@us.example>",
                ["smtp"] = new JsonObject { ["host"] = "127.0.0.1", ["port"] = port, ["security"] = "none" },
                ["brake"] = new JsonObject { ["maxDevelopments"] = 1_000, ["maxDigestsPerDay"] = 1_000 },
            };
            change(mail);
            settings["mail"] = mail;
            settings["subscribers"] = new JsonArray();
        });

    public static string Address(int number) => string.Create(CultureInfo.InvariantCulture, $"reader{number:000000}@crowd.example");

    public static async Task ImportAsync(TemporaryFolder folder, int readers)
    {
        var file = folder.At("crowd.csv");
        await File.WriteAllLinesAsync(file, Enumerable.Range(0, readers).Select(Address).Prepend("address"));
        await SucceedAsync(folder, "subscribers", "import", file);
    }

    /// <summary>Reads the samples and builds all digests, and sends none.</summary>
    public static async Task BuildAsync(TemporaryFolder folder)
    {
        await SucceedAsync(folder, "mail", "pause");
        await SucceedAsync(folder, "once");
        await SucceedAsync(folder, "mail", "resume");
    }

    public static async Task<string> SucceedAsync(TemporaryFolder folder, params string[] arguments)
    {
        var (code, output, error) = await TalksWatcherProcess.RunAsync(folder.At("config"), arguments);
        return code == 0 ? output : throw new InvalidOperationException($"{string.Join(' ', arguments)}: exit code {code}\n{output}\n{error}");
    }
}
