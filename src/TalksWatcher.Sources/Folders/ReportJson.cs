using System.Text.Json;
using TalksWatcher.Sources.Charsets;
using TalksWatcher.Sources.Dates;

namespace TalksWatcher.Sources.Folders;

/// <summary>
/// A report as one JSON object: <c>id</c>, <c>title</c>, <c>outlet</c>, <c>url</c>, <c>published</c>, <c>text</c>; the rest
/// is not read.
/// </summary>
internal static class ReportJson
{
    private static readonly JsonDocumentOptions Shallow = new() { MaxDepth = 32 };

    public static (Document? Document, SourceFault? Fault) Read(ReportFile file, byte[] bytes, ReportDefaults defaults)
    {
        try
        {
            using var json = JsonDocument.Parse(CharsetDetector.Decode(bytes).Text, Shallow);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? Read(file, json.RootElement, defaults)
                : ReportFiles.Refused(file, "is no report: a JSON object was expected", "write one report a file");
        }
        catch (JsonException error)
        {
            return ReportFiles.Refused(
                file with { Path = $"{file.Path}, line {error.LineNumber + 1}" }, "is no valid JSON", "correct it at that line");
        }
    }

    private static (Document? Document, SourceFault? Fault) Read(ReportFile file, JsonElement report, ReportDefaults defaults)
    {
        foreach (var name in (ReadOnlySpan<string>)["id", "title", "outlet", "url", "published", "text"])
        {
            if (report.TryGetProperty(name, out var value) && value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null))
                return ReportFiles.Refused(At(file, name), "is no string", "write it in quotation marks");
        }
        if (Text(report, "text") is not { } text)
            return ReportFiles.Refused(At(file, "text"), "is absent or empty", "give the report's text");
        var published = file.Published;
        if (Text(report, "published") is { } date && (published ??= SourceDate.Read(date)) is null)
            return ReportFiles.Refused(
                At(file, "published"), $"is no date: {ReportFiles.Shown(date)}", "write it as 2026-01-31 or 2026-01-31T12:00:00Z");
        return ReportFiles.Document(
            file,
            Text(report, "id") ?? file.Id,
            Text(report, "title") ?? "",
            PlainText.Paragraphs(text),
            published,
            file.Outlet ?? Text(report, "outlet"),
            defaults,
            Text(report, "url"));
    }

    private static ReportFile At(ReportFile file, string field) => file with { Path = $"{file.Path}, $.{field}" };

    private static string? Text(JsonElement report, string name) =>
        report.TryGetProperty(name, out var value) ? ReportFiles.NullIfEmpty(value.GetString()) : null;
}
