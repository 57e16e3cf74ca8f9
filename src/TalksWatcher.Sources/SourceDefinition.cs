namespace TalksWatcher.Sources;

/// <summary>One configured source of a watch.</summary>
public sealed record SourceDefinition
{
    /// <summary>Unique within the watch; names it in logs, status and metrics.</summary>
    public required string Name { get; init; }

    public required SourceKind Kind { get; init; }

    /// <summary>Feed and page sources: an http or https address.</summary>
    public string? Url { get; init; }

    /// <summary>Folder sources: a path, relative to the configuration folder.</summary>
    public string? Path { get; init; }

    /// <summary>Outlet of its reports where they do not name one.</summary>
    public string? Outlet { get; init; }

    /// <summary>Listing pages: CSS selector of the links to follow.</summary>
    public string? LinkSelector { get; init; }

    /// <summary>Feeds: read the linked page where an entry does not carry the whole report.</summary>
    public bool FollowLinks { get; init; } = true;

    /// <summary>Time between polls; <c>null</c> means the schedule's default.</summary>
    public TimeSpan? Interval { get; init; }

    public bool Enabled { get; init; } = true;

    /// <summary>A collection of dated reports: all of it is news, however old and even on the first poll.</summary>
    public bool Archive { get; init; }
}

public enum SourceKind { Folder, Feed, Page }
