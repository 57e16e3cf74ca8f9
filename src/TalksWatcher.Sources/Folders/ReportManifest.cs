using System.Text.Json;
using System.Text.Json.Serialization;
using TalksWatcher.Sources.Dates;

namespace TalksWatcher.Sources.Folders;

/// <summary><c>manifest.json</c>: an array of <c>{"file", "outlet", "published", "url"?}</c>; the files lie beside it.</summary>
internal static class ReportManifest
{
    private const int MostBytes = 4 * 1024 * 1024;

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web) { MaxDepth = 8 };

    public static ReportListing Read(string path)
    {
        if (new FileInfo(path).Length > MostBytes)
            return Refused(path, "is larger than 4 MB", "split the folder");
        Line[] lines;
        try
        {
            lines = JsonSerializer.Deserialize<Line[]>(File.ReadAllBytes(path), Strict) ?? [];
        }
        catch (JsonException error)
        {
            return Refused($"{path}, line {error.LineNumber + 1}", "is no list of {\"file\", \"outlet\", \"published\"}", "correct the JSON");
        }
        var read = lines.Select((line, index) => Read(line, index, path)).ToList();
        return new ReportListing([.. read.Select(r => r.File).OfType<ReportFile>()], [.. read.Select(r => r.Fault).OfType<SourceFault>()]);
    }

    private static (ReportFile? File, SourceFault? Fault) Read(Line line, int index, string manifest)
    {
        var place = $"{manifest}, [{index}]";
        if (string.IsNullOrWhiteSpace(line.File) || Path.GetFileName(line.File) != line.File || line.File is "." or "..")
            return (null, new SourceFault(place, "\"file\" is no plain file name", "name a file of the same folder"));
        DateTimeOffset? published = null;
        if (!string.IsNullOrWhiteSpace(line.Published) && (published = SourceDate.Read(line.Published)) is null)
            return (null, new SourceFault(place, $"\"published\" is no date: {ReportFiles.Shown(line.Published)}", "write it as 2026-01-31"));
        var path = Path.Combine(Path.GetDirectoryName(manifest)!, line.File);
        var (id, outlet, url) = (Path.GetFileNameWithoutExtension(line.File), ReportFiles.NullIfEmpty(line.Outlet), ReportFiles.NullIfEmpty(line.Url));
        return (new ReportFile(id, path, outlet, published, url), null);
    }

    private static ReportListing Refused(string place, string problem, string remedy) => new([], [new SourceFault(place, problem, remedy)]);

    private sealed record Line(
        [property: JsonPropertyName("file")] string? File,
        [property: JsonPropertyName("outlet")] string? Outlet,
        [property: JsonPropertyName("published")] string? Published,
        [property: JsonPropertyName("url")] string? Url);
}
