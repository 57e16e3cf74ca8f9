using TalksWatcher.Sources.Charsets;
using TalksWatcher.Sources.Identity;
using TalksWatcher.Sources.Pages;

namespace TalksWatcher.Sources.Folders;

/// <summary>One file, one report or one fault.</summary>
internal static class ReportFiles
{
    private const int MostBytes = 10 * 1024 * 1024;

    private static readonly ArticleReader Articles = new();

    public static (Document? Document, SourceFault? Fault) Read(ReportFile file, ReportDefaults defaults)
    {
        try
        {
            var length = new FileInfo(file.Path).Length;
            if (length > MostBytes)
                return Refused(file, $"is larger than {MostBytes / 1024 / 1024} MB", "a report is text: check what the file holds");
            return Parse(file, File.ReadAllBytes(file.Path), defaults);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return (null, ReportFolder.Unreadable(file.Path, error));
        }
    }

    internal static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>Text of a file as a fault may show it: short and on one line.</summary>
    internal static string Shown(string text)
    {
        var line = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
        return line.Length <= 40 ? $"\"{line}\"" : $"\"{line[..40]}…\"";
    }

    private static (Document? Document, SourceFault? Fault) Parse(ReportFile file, byte[] bytes, ReportDefaults defaults) =>
        Path.GetExtension(file.Path).ToUpperInvariant() switch
        {
            ".JSON" => ReportJson.Read(file, bytes, defaults),
            ".HTML" or ".HTM" => Page(file, bytes, defaults),
            _ => Text(file, bytes, defaults),
        };

    private static (Document? Document, SourceFault? Fault) Page(ReportFile file, byte[] bytes, ReportDefaults defaults)
    {
        var article = Articles.Read(CharsetDetector.Decode(bytes).Text, HttpAddress.Parse(file.Url));
        if (article.Body.Length == 0)
            return Refused(file, "holds no article", "check that the page was saved whole");
        var published = file.Published ?? defaults.Published ?? article.Published;
        return Document(file, file.Id, article.Title ?? "", article.Body, published, file.Outlet ?? article.Outlet, defaults);
    }

    private static (Document? Document, SourceFault? Fault) Text(ReportFile file, byte[] bytes, ReportDefaults defaults)
    {
        if (bytes.AsSpan(0, Math.Min(bytes.Length, 4096)).Contains((byte)0) && !IsWide(bytes))
            return Refused(file, "is no text", "check what the file holds");
        var text = PlainText.Paragraphs(CharsetDetector.Decode(bytes).Text);
        if (text.Length == 0)
            return Refused(file, "holds no text", "remove it or fill it");
        return Document(file, file.Id, PlainText.Headline(text), text, file.Published ?? defaults.Published, file.Outlet, defaults);
    }

    private static bool IsWide(byte[] bytes) => bytes is [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..];

    internal static (Document? Document, SourceFault? Fault) Document(
        ReportFile file,
        string id,
        string title,
        string text,
        DateTimeOffset? published,
        string? outlet,
        ReportDefaults defaults,
        string? url = null) =>
        (new Document(
            id,
            defaults.Source,
            title,
            text,
            published,
            outlet ?? defaults.Outlet,
            HttpAddress.Parse(url ?? file.Url)?.AbsoluteUri,
            DocumentIdentity.TextHash(title, text),
            defaults.FetchedAt), null);

    internal static (Document? Document, SourceFault? Fault) Refused(ReportFile file, string problem, string remedy) =>
        (null, new SourceFault(file.Path, problem, remedy));
}
