namespace TalksWatcher.Sources;

/// <summary>One fetched report, before anything is read in it.</summary>
/// <param name="Key">Content identity: one report is one document, whatever address or feed carried it.</param>
/// <param name="Source">Name of the configured source.</param>
/// <param name="Title">Plain text.</param>
/// <param name="Text">Plain text; paragraphs parted by a blank line.</param>
/// <param name="Published">UTC; <c>null</c> where absent or unreadable, never now.</param>
/// <param name="TextHash">SHA-256 of the normalised title and text; a new hash under the same key is a new revision.</param>
public sealed record Document(
    string Key,
    string Source,
    string Title,
    string Text,
    DateTimeOffset? Published,
    string? Outlet,
    string? Url,
    string TextHash,
    DateTimeOffset FetchedAt);
