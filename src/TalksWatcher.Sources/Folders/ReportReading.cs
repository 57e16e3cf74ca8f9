namespace TalksWatcher.Sources.Folders;

/// <param name="Documents">The reports that were read, in the order of their files.</param>
/// <param name="Faults">One for each file that was not.</param>
public sealed record ReportReading(IReadOnlyList<Document> Documents, IReadOnlyList<SourceFault> Faults);

/// <summary>One file that holds a report, with what a manifest says of it.</summary>
/// <param name="Id">Stem of the file's name; the report's key where it has no id of its own.</param>
/// <param name="Path">Where the file lies.</param>
/// <param name="Outlet">From the manifest; <c>null</c> where there is none or it does not say.</param>
/// <param name="Published">From the manifest.</param>
/// <param name="Url">From the manifest.</param>
public sealed record ReportFile(string Id, string Path, string? Outlet = null, DateTimeOffset? Published = null, string? Url = null);

/// <param name="Files">The files of reports, in the order they are read.</param>
/// <param name="Faults">What a manifest says wrongly.</param>
public sealed record ReportListing(IReadOnlyList<ReportFile> Files, IReadOnlyList<SourceFault> Faults);
