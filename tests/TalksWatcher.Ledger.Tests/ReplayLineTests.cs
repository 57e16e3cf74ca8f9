using System.Text.Json;
using TalksWatcher.Claims;
using TalksWatcher.Ledger.Tests.Stories;

namespace TalksWatcher.Ledger.Tests;

public sealed class ReplayLineTests
{
    [Fact]
    public void A_line_is_the_public_json() => Assert.Equal(
        """{"schema":1,"document":"report-1","at":"2026-02-13T00:00:00+00:00","topic":"energy-truce","change":"new","held":true,"was":null,"now":{"kind":"energy-truce","status":"agreed","certainty":"stated","parties":["RU","UA"]},"headline":"Energy truce agreed","importance":30}""",
        JsonSerializer.Serialize(ReplayLine.Of(new Development
        {
            Id = "1",
            Watch = "ukraine",
            Track = TrackKey.Truces,
            Subject = "energy-truce/2026-02-13",
            Document = "report-1",
            At = new DateTimeOffset(2026, 2, 13, 0, 0, 0, TimeSpan.Zero),
            Topic = Topic.EnergyTruce,
            Change = Change.New,
            Held = true,
            Now = StoryWords.Read("truce agreed", 2026),
            Headline = "Energy truce agreed",
            Importance = 30,
            Voices = 1,
        }), ClaimJson.Options));
}
