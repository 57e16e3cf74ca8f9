using System.Text;
using TalksWatcher.Sources.Feeds;

namespace TalksWatcher.Sources.Tests.Feeds;

internal static class SampleFeed
{
    public static readonly DateTimeOffset NewYear = new(2026, 1, 1, 12, 30, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset NextDay = NewYear.AddDays(1);

    public static Feed Read(string text, string? address = null) =>
        FeedReader.Read(Encoding.UTF8.GetBytes(text), address: address is null ? null : new Uri(address));

    /// <summary>The only entry of an RSS feed that holds one item.</summary>
    public static FeedEntry Item(string item, string? address = null) => Assert.Single(Read($"<rss><channel><item>{item}</item></channel></rss>", address).Entries);
}
