using System.Globalization;
using System.Net;

namespace TalksWatcher.Scenarios.Tests.Running;

/// <param name="Text">Paragraphs parted by a blank line.</param>
/// <param name="Link">The report's own address, by which it is known in whatever feed it stands.</param>
internal sealed record Story(string Id, string Title, string Text, DateTimeOffset Published, string? Link = null);

/// <summary>A feed whose entries carry the whole report.</summary>
internal static class RssText
{
    public static string Of(IEnumerable<Story> stories) => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Loopback Wire</title>
        {string.Concat(stories.Select(Item))}
        </channel></rss>
        """;

    private static string Item(Story story) => $"""
        <item><title>{WebUtility.HtmlEncode(story.Title)}</title><guid isPermaLink="false">{story.Id}</guid>{(story.Link is { } link ? $"<link>{link}</link>" : "")}
        <pubDate>{story.Published.UtcDateTime.ToString("R", CultureInfo.InvariantCulture)}</pubDate>
        <content:encoded><![CDATA[{string.Concat(story.Text.Split("\n\n").Select(p => $"<p>{WebUtility.HtmlEncode(p)}</p>"))}]]></content:encoded></item>
        """;
}
