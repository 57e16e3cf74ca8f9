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

    private static SourceDefinition Feed(string name, string? outlet) =>
        new() { Name = name, Kind = SourceKind.Feed, Url = $"https://{name}.example/rss", Outlet = outlet };
}
