using TalksWatcher.Configuration;

namespace TalksWatcher.Scenarios.Tests.Configuration;

/// <summary><c>config show</c>: every value and where it comes from.</summary>
public sealed class EffectiveValuesTests : IDisposable
{
    private readonly TemporaryFolder folder = TemporaryFolder.WithConfig();

    private readonly Dictionary<string, string> environment = new(StringComparer.Ordinal)
    {
        ["TALKSWATCHER__MAIL__SMTP__USER"] = "relay",
        ["TALKSWATCHER__MAIL__SMTP__PASSWORD"] = "hidden",
    };

    [Theory]
    [InlineData("$.mail.transport", "\"pickup\"", "talkswatcher.json")]
    [InlineData("$.mail.smtp.user", "\"relay\"", "TALKSWATCHER__MAIL__SMTP__USER")]
    [InlineData("$.mail.smtp.port", "25", "default")]
    [InlineData("$.subscribers[1].timeZone", "\"Europe/Kyiv\"", "talkswatcher.json")]
    [InlineData("$.subscribers[0].timeZone", "\"UTC\"", "default")]
    public void A_value_names_its_origin(string path, string value, string origin) =>
        Assert.Equal(new EffectiveValue("talkswatcher.json", path, value, origin), Values().Single(v => v.File == "talkswatcher.json" && v.Path == path));

    [Fact]
    public void A_watch_names_the_defaults_of_its_ledger_too() =>
        Assert.Contains(new EffectiveValue("watches/ukraine/watch.json", "$.ledger.heldFromTier", "4", "default"), Values());

    [Fact]
    public void A_secret_is_masked_wherever_it_comes_from()
    {
        folder.Edit("config/watches/ukraine/watch.json", text => text.Replace(
            "\"sources\": [", "\"sources\": [{\"name\": \"paid\", \"kind\": \"feed\", \"url\": \"https://reader:hidden@news.example/feed\"},", StringComparison.Ordinal));

        var values = Values();

        Assert.DoesNotContain(values, v => v.Value.Contains("hidden", StringComparison.Ordinal));
        Assert.Contains(values, v => v is { Path: "$.mail.smtp.password", Value: "\"***\"" });
        Assert.Contains(values, v => v is { Path: "$.sources[0].url", Value: "\"https://***@news.example/feed\"" });
    }

    public void Dispose() => folder.Dispose();

    private IReadOnlyList<EffectiveValue> Values() =>
        EffectiveValues.Of(ConfigFolder.Load(folder.At("config"), environment), environment);
}
