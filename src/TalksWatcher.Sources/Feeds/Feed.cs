namespace TalksWatcher.Sources.Feeds;

/// <summary>A feed as its publisher wrote it, whatever the format. Text is plain, addresses are absolute where a base is known.</summary>
/// <param name="Id">Verbatim: ids are compared, never normalised (RFC 4287, 4.2.6.1).</param>
/// <param name="UpdatedAt">UTC; <c>null</c> where absent or unreadable.</param>
/// <param name="Charset">Charset the bytes were read in.</param>
/// <param name="TimeToLive">How long the publisher says that the feed may be kept; <c>null</c> where it does not say.</param>
/// <param name="SkipHours">Hours of the day, UTC, in which the publisher asks not to be polled.</param>
/// <param name="SkipDays">Days, UTC, on which the publisher asks not to be polled.</param>
public sealed record Feed(
    string? Title,
    string? Link,
    string? Id,
    DateTimeOffset? UpdatedAt,
    IReadOnlyList<FeedEntry> Entries,
    string Charset = "utf-8",
    TimeSpan? TimeToLive = null,
    IReadOnlyList<int>? SkipHours = null,
    IReadOnlyList<DayOfWeek>? SkipDays = null);

/// <summary>One entry (RSS calls it an item).</summary>
/// <param name="Id">Verbatim <c>id</c>, <c>guid</c> or <c>rdf:about</c>; without any, the address of its enclosure.</param>
/// <param name="Summary">Plain text; the content where the entry has nothing else.</param>
/// <param name="Content">Plain text of the whole report, where the feed carries it.</param>
public sealed record FeedEntry(
    string? Title,
    string? Link,
    string? Id,
    string? Summary,
    string? Content,
    DateTimeOffset? PublishedAt,
    DateTimeOffset? UpdatedAt);
