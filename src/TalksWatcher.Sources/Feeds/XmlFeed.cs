using System.Globalization;
using TalksWatcher.Sources.Feeds.Xml;

namespace TalksWatcher.Sources.Feeds;

/// <summary>
/// RSS 0.9x to 2.0 (https://www.rssboard.org/rss-specification), RDF Site Summary 1.0, Atom 0.3 and 1.0 (RFC 4287), CDF.
/// </summary>
internal static class XmlFeed
{
    private static readonly string[] Roots = ["rss", "rdf", "feed", "channel", "entry"];

    public static Feed? Read(XmlElement document, Uri? address)
    {
        if (document.Elements.FirstOrDefault(element => Roots.Contains(element.Name, StringComparer.Ordinal)) is not { } root)
            return null;
        var vocabulary = new FeedVocabulary(root);
        var channel = root.Elements.FirstOrDefault(element => element.Name == "channel" && IsFormat(element, vocabulary)) ?? root;
        var fields = XmlFeedFields.Read(channel, vocabulary, address);
        var entryBase = address ?? AbsoluteOrNull(fields.Link);
        return new Feed(
            fields.Title,
            fields.Link,
            fields.Id,
            fields.UpdatedAt ?? fields.PublishedAt,
            [.. root.Descendants().Prepend(root).Where(element => IsEntry(element, vocabulary)).Select(entry => Entry(entry, vocabulary, entryBase))],
            TimeToLive: TimeToLive(channel, vocabulary),
            SkipHours: SkipHours(channel, vocabulary),
            SkipDays: SkipDays(channel, vocabulary));
    }

    private static FeedEntry Entry(XmlElement entry, FeedVocabulary vocabulary, Uri? address)
    {
        var fields = XmlFeedFields.Read(entry, vocabulary, address);
        return new FeedEntry(fields.Title, fields.Link, fields.Id, fields.Summary, fields.Content, fields.PublishedAt, fields.UpdatedAt);
    }

    private static bool IsEntry(XmlElement element, FeedVocabulary vocabulary) =>
        element.Name is "item" or "entry" && IsFormat(element, vocabulary);

    private static bool IsFormat(XmlElement element, FeedVocabulary vocabulary) =>
        vocabulary.Of(element.Space) is FeedNamespace.Core or FeedNamespace.Atom or FeedNamespace.Rdf;

    private static Uri? AbsoluteOrNull(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri : null;

    private static XmlElement? Child(XmlElement channel, string name, FeedVocabulary vocabulary) =>
        channel.Elements.FirstOrDefault(child => child.Name == name && IsFormat(child, vocabulary));

    private static TimeSpan? TimeToLive(XmlElement channel, FeedVocabulary vocabulary) =>
        Number(Child(channel, "ttl", vocabulary)) is { } minutes and > 0 and <= 60 * 24 * 7 ? TimeSpan.FromMinutes(minutes) : null;

    private static int[] SkipHours(XmlElement channel, FeedVocabulary vocabulary) =>
        [.. Listed(channel, "skiphours", vocabulary).Select(Number).OfType<int>().Where(hour => hour is >= 0 and <= 24).Select(hour => hour % 24)];

    private static DayOfWeek[] SkipDays(XmlElement channel, FeedVocabulary vocabulary) =>
        [.. Enum.GetValues<DayOfWeek>().Where(day =>
            Listed(channel, "skipdays", vocabulary).Any(listed => listed.Text.Trim().Equals(day.ToString(), StringComparison.OrdinalIgnoreCase)))];

    private static IEnumerable<XmlElement> Listed(XmlElement channel, string name, FeedVocabulary vocabulary) =>
        Child(channel, name, vocabulary)?.Elements ?? [];

    private static int? Number(XmlElement? element) =>
        int.TryParse(element?.Text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
