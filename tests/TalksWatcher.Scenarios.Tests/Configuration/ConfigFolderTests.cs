using TalksWatcher.Configuration;

namespace TalksWatcher.Scenarios.Tests.Configuration;

public sealed class ConfigFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = TemporaryFolder.WithConfig();

    [Fact]
    public void The_shipped_configuration_has_no_fault()
    {
        var config = Load();

        Assert.Equal(["ukraine"], config.Watches.Select(w => w.Id));
    }

    [Fact]
    public async Task A_relative_folder_is_the_callers()
    {
        var relative = Path.GetRelativePath(Path.GetTempPath(), folder.At("config"));

        Assert.Equal((0, ""), await CheckAsync(relative));

        static async Task<(int, string)> CheckAsync(string config)
        {
            var run = await Running.TalksWatcherProcess.RunAsync(config, "config", "check");
            return (run.ExitCode, run.Error);
        }
    }

    [Fact]
    public void All_faults_of_all_files_are_listed_at_once()
    {
        folder.Edit("config/talkswatcher.json", text => text.Replace("\"storage\"", "\"storrage\"").Replace("\"pickup\"", "\"pigeon\""));
        folder.Edit("config/watches/ukraine/watch.json", text => text.Replace("\"title\":", "\"titel\":"));

        var faults = Assert.Throws<ConfigException>(Load).Faults.Select(f => $"{f.File} {f.Path}");

        Assert.Equal(
            [
                "talkswatcher.json $.mail.transport",
                "talkswatcher.json $.storrage",
                "watches/ukraine/watch.json $.titel",
                "watches/ukraine/watch.json $.title",
            ],
            faults.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("\"poll\": \"00:15:00\"", "\"poll\": \"00:00:01\"", "$.schedule.poll", "5 seconds to 7 days")]
    [InlineData("\"poll\": \"00:15:00\"", "\"poll\": \"soon\"", "$.schedule.poll", "write it like")]
    [InlineData("\"poll\": \"00:15:00\"", "\"poll\": 15", "$.schedule.poll", "write a string")]
    [InlineData("\"provider\": \"sqlite\"", "\"provider\": \"oracle\"", "$.storage.provider", "sqlite, postgres")]
    [InlineData("\"provider\": \"sqlite\"", "\"provider\": \"postgres\", \"postgres\": {\"connection\": \"Host=db\"}", "$.storage.postgres.connection", "write it like Host=")]
    [InlineData("\"provider\": \"sqlite\"", "\"provider\": \"postgres\", \"postgres\": {\"connection\": \"Sever=db\"}", "$.storage.postgres.connection", "write it like Host=")]
    [InlineData("\"provider\": \"sqlite\"", "\"provider\": \"postgres\", \"postgres\": {\"connection\": \"Host=db;Database=d;Password=p\"}", "$.storage.postgres.connection", "the password beside it")]
    [InlineData("\"provider\": \"sqlite\"", "\"provider\": \"postgres\", \"postgres\": {\"passwordFile\": \"/nowhere/secret\"}", "$.storage.postgres.passwordFile", "mount the secret")]
    [InlineData("\"provider\": \"sqlite\"", "\"provider\": \"postgres\", \"postgres\": {\"password\": \"p\", \"passwordFile\": \"/nowhere/secret\"}", "$.storage.postgres.passwordFile", "keep one of them")]
    [InlineData("\"folder\": \"data\"", "\"folder\": \"data\", \"keepTexts\": \"01:00:00\"", "$.storage.keepTexts", "1 day to 36500 days")]
    [InlineData("\"schema\": 1", "\"schema\": 2", "$.schema", "this program reads schema 1")]
    [InlineData("\"pace\": \"at-once\"", "\"pace\": \"hourly\"", "$.subscribers[0].pace", "at-once, daily, weekly")]
    [InlineData("\"desk@newsroom.example\"", "\"not an address\"", "$.subscribers[0].address", "write an address like")]
    [InlineData("\"schema\": 1,", "\"schema\": 1, \"fetching\": { \"allowPrivateHosts\": [\"feeds.internal\", \"10.1.0.0/99\"] },", "$.fetching.allowPrivateHosts[1]", "10.1.0.0/16")]
    [InlineData("\"transport\": \"pickup\",", "\"transport\": \"pickup\", \"operator\": \"nobody\",", "$.mail.operator", "write an address like")]
    [InlineData("\"Europe/Kyiv\"", "\"Europe/Atlantis\"", "$.subscribers[1].timeZone", "IANA")]
    public void A_fault_names_its_place_and_a_remedy(string good, string bad, string path, string remedy)
    {
        folder.Edit("config/talkswatcher.json", text => text.Replace(good, bad));

        var fault = Assert.Single(Assert.Throws<ConfigException>(Load).Faults);

        Assert.Equal(path, fault.Path);
        Assert.Contains(remedy, fault.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Invalid_JSON_is_one_fault_with_its_line()
    {
        folder.Edit("config/talkswatcher.json", text => text.Replace("\"schema\": 1,", "\"schema\": 1,,"));

        var fault = Assert.Single(Assert.Throws<ConfigException>(Load).Faults);

        Assert.Contains("line 2", fault.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_a_fault()
    {
        File.Delete(folder.At("config/talkswatcher.json"));

        Assert.Equal("cannot be read", Assert.Single(Assert.Throws<ConfigException>(Load).Faults).Problem);
    }

    [Fact]
    public void The_environment_overrides_a_value()
    {
        var environment = new Dictionary<string, string> { ["TALKSWATCHER__MAIL__PUBLICURL"] = "https://talks.example", ["TALKSWATCHER__LISTENER__ENABLED"] = "false" };

        var settings = ConfigFolder.Load(folder.At("config"), environment).Settings;

        Assert.Equal(("https://talks.example", false), (settings.Mail.PublicUrl, settings.Listener.Enabled));
    }

    public void Dispose() => folder.Dispose();

    private ConfigFolder Load() => ConfigFolder.Load(folder.At("config"), new Dictionary<string, string>());
}
