namespace TalksWatcher.Sources.Folders;

/// <summary>What is said of reports from outside, for files that do not say it themselves.</summary>
/// <param name="Source">Name of the source.</param>
/// <param name="FetchedAt">The time of reading.</param>
/// <param name="Published">Date of <c>.txt</c> and <c>.html</c> files; wins over what a page says of itself.</param>
/// <param name="Outlet">Outlet of reports that name none.</param>
public sealed record ReportDefaults(string Source, DateTimeOffset FetchedAt, DateTimeOffset? Published = null, string? Outlet = null);
