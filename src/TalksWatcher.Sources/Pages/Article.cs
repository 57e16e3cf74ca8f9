namespace TalksWatcher.Sources.Pages;

/// <summary>What a news page reports, without the page around it.</summary>
/// <param name="Body">Plain text; paragraphs parted by a blank line; empty where the page holds no article.</param>
/// <param name="Title">The headline, without the outlet's name.</param>
/// <param name="Published">First publication; <c>null</c> where absent or unreadable, never now.</param>
/// <param name="Outlet">The publisher's name as the page gives it.</param>
public sealed record Article(string Body, string? Title, DateTimeOffset? Published, string? Outlet);
