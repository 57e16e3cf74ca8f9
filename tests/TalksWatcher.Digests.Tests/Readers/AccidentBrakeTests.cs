using TalksWatcher.Claims;
using TalksWatcher.Digests.Readers;
using TalksWatcher.Ledger;

namespace TalksWatcher.Digests.Tests.Readers;

public sealed class AccidentBrakeTests
{
    [Theory]
    [InlineData(8, 2, null)]
    [InlineData(9, 0, "9 developments in one digest, the limit is 8")]
    [InlineData(1, 3, "already 3 digests to this reader today, the limit is 3")]
    public void A_flood_is_held_with_its_reason(int developments, int digestsToday, string? reason) =>
        Assert.Equal(reason, AccidentBrake.Decide(DigestOf(developments), digestsToday, new BrakeSettings()));

    private static Digest DigestOf(int developments) => new()
    {
        Id = "d",
        Watch = "ukraine",
        WatchTitle = "Ukraine",
        BuiltAt = DateTimeOffset.UnixEpoch,
        Developments = Enumerable.Range(0, developments).Select(DevelopmentNumber).ToValueList(),
    };

    private static Development DevelopmentNumber(int number) => new()
    {
        Id = $"{number}",
        Watch = "ukraine",
        Track = "t",
        Subject = "s",
        At = DateTimeOffset.UnixEpoch,
        Topic = Topic.Talks,
        Change = Change.New,
        Now = new Claim { Kind = ClaimKind.Meeting },
        Headline = "h",
        Importance = 1,
        Voices = 1,
    };
}
