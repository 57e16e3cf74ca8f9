namespace TalksWatcher.Sources.Folders;

/// <summary>
/// Reports in files: <c>.json</c> (the corpus format), <c>.txt</c>, <c>.html</c>. A folder that holds a
/// <c>manifest.json</c> is read by it alone; any other, file by file in order of name.
/// </summary>
public static class ReportFolder
{
    internal const string ManifestName = "manifest.json";

    private static readonly string[] Extensions = [".json", ".txt", ".html", ".htm"];

    /// <param name="path">A folder or one file.</param>
    public static ReportReading Read(string path, ReportDefaults defaults)
    {
        ArgumentNullException.ThrowIfNull(defaults);
        var listing = List(path);
        var readings = listing.Files.Select(file => ReportFiles.Read(file, defaults)).ToList();
        return new ReportReading(
            [.. readings.Select(reading => reading.Document).OfType<Document>()],
            [.. listing.Faults, .. readings.Select(reading => reading.Fault).OfType<SourceFault>()]);
    }

    public static ReportListing List(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (File.Exists(path))
            return new ReportListing([Plain(path)], []);
        try
        {
            var manifest = Path.Combine(path, ManifestName);
            return File.Exists(manifest) ? ReportManifest.Read(manifest) : new ReportListing([.. Files(path).Select(Plain)], []);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new ReportListing([], [Unreadable(path, error)]);
        }
    }

    internal static SourceFault Unreadable(string path, Exception error) => error switch
    {
        FileNotFoundException or DirectoryNotFoundException => new SourceFault(path, "is not there", "check the path"),
        UnauthorizedAccessException => new SourceFault(path, "may not be read", "give the watcher leave to read it"),
        _ => new SourceFault(path, "cannot be read", "check the disk and the file"),
    };

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder)
        .Where(file => Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
        .Order(StringComparer.Ordinal);

    private static ReportFile Plain(string path) => new(Path.GetFileNameWithoutExtension(path), path);
}
