namespace TalksWatcher.Claims;

/// <summary>One document as the reader sees it: plain text, paragraphs parted by a blank line.</summary>
/// <param name="Id">Stable identity of the document; claims, evidence and ledger entries refer to it.</param>
/// <param name="Title">Headline, without the outlet's name; empty where there is none.</param>
/// <param name="Text">Body as plain text; paragraph 1 is the first one.</param>
/// <param name="Published">When the outlet published it (UTC); <c>null</c> where unknown. A bare date is its midnight.</param>
/// <param name="Outlet">Name of the outlet, as the watch spells it; <c>null</c> where unknown.</param>
/// <param name="Url">Address a reader can open; <c>null</c> where there is none.</param>
public sealed record Report(
    string Id,
    string Title,
    string Text,
    DateTimeOffset? Published,
    string? Outlet = null,
    string? Url = null)
{
    /// <summary>The day that date phrases are resolved against; <c>null</c> where the report is undated.</summary>
    public DateOnly? Day => Published is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : null;
}
