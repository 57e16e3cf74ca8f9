using TalksWatcher.Sources.Folders;
using TalksWatcher.Sources.Identity;

namespace TalksWatcher.Sources.Tests.Folders;

public sealed class ReportFolderTests : IDisposable
{
    private static readonly ReportDefaults Defaults = new("inbox", FixedClock.Noon);
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_json_report_is_read_whole()
    {
        var path = folder.Write("file.json", """
            {"id": "2026-01-31-round", "title": "A round", "outlet": "Example", "url": "https://news.example/a", "published": "2026-01-31T08:00:00Z",
             "text": "One.\n\nTwo.", "claims": [{"kind": "meeting"}]}
            """);

        var reading = ReportFolder.Read(path, Defaults);

        Assert.Equal(
            new Document(
                "2026-01-31-round", "inbox", "A round", "One.\n\nTwo.", new DateTimeOffset(2026, 1, 31, 8, 0, 0, TimeSpan.Zero), "Example",
                "https://news.example/a", DocumentIdentity.TextHash("A round", "One.\n\nTwo."), FixedClock.Noon),
            Assert.Single(reading.Documents));
        Assert.Empty(reading.Faults);
    }

    [Fact]
    public void A_text_takes_its_date_and_outlet_from_outside()
    {
        var published = new DateTimeOffset(2026, 1, 31, 0, 0, 0, TimeSpan.Zero);
        var path = folder.Write("round.txt", "A headline\r\n\r\nFirst line\r\nof one.\r\n\r\n\r\nSecond.\r\n");

        var document = Assert.Single(ReportFolder.Read(path, Defaults with { Published = published, Outlet = "Example" }).Documents);

        Assert.Equal(
            ("round", "A headline", "A headline\n\nFirst line\nof one.\n\nSecond.", published, "Example"),
            (document.Key, document.Title, document.Text, document.Published, document.Outlet));
    }

    [Fact]
    public void A_text_without_blank_lines_has_a_paragraph_a_line()
    {
        var path = folder.Write("round.txt", "It began on Monday.\nIt ended.\n");

        var document = Assert.Single(ReportFolder.Read(path, Defaults).Documents);

        Assert.Equal(("", "It began on Monday.\n\nIt ended.", null), (document.Title, document.Text, document.Published));
    }

    [Fact]
    public void A_folder_with_a_manifest_is_read_by_it_alone()
    {
        folder.Write("manifest.json", """
            [{"file": "b.txt", "outlet": "Example", "published": "2026-01-29"}, {"file": "a.txt", "outlet": "", "published": null}]
            """);
        folder.Write("a.txt", "Alpha.");
        folder.Write("b.txt", "Beta.");
        folder.Write("gold.json", "[]");

        var reading = ReportFolder.Read(folder.Root, Defaults);

        Assert.Equal(
            [("b", "Example", new DateTimeOffset(2026, 1, 29, 0, 0, 0, TimeSpan.Zero)), ("a", null, (DateTimeOffset?)null)],
            reading.Documents.Select(document => (document.Key, document.Outlet, document.Published)));
        Assert.Empty(reading.Faults);
    }

    [Fact]
    public void A_folder_without_a_manifest_is_read_file_by_file()
    {
        folder.Write("b.txt", "Beta.");
        folder.Write("a.json", """{"text": "Alpha."}""");
        folder.Write("notes.md", "No report.");

        Assert.Equal(["a", "b"], ReportFolder.Read(folder.Root, Defaults).Documents.Select(document => document.Key));
    }

    [Theory]
    [InlineData("x.json", "{\"text\":\n oops}", ", line 2: is no valid JSON; correct it at that line")]
    [InlineData("x.json", "[]", ": is no report: a JSON object was expected; write one report a file")]
    [InlineData("x.json", "{\"title\": \"T\"}", ", $.text: is absent or empty; give the report's text")]
    [InlineData("x.json", "{\"text\": \" \"}", ", $.text: is absent or empty; give the report's text")]
    [InlineData("x.json", "{\"text\": 5}", ", $.text: is no string; write it in quotation marks")]
    [InlineData("x.json", "{\"text\": \"T\", \"published\": \"2026-02-30\"}", ", $.published: is no date: \"2026-02-30\"; write it as 2026-01-31 or 2026-01-31T12:00:00Z")]
    [InlineData("x.txt", "  \n ", ": holds no text; remove it or fill it")]
    [InlineData("x.txt", "MZ\0\0\u0001binary", ": is no text; check what the file holds")]
    [InlineData("x.html", "<html><body></body></html>", ": holds no article; check that the page was saved whole")]
    public void A_bad_file_is_one_clear_fault_and_stops_no_other(string name, string text, string fault)
    {
        folder.Write("good.txt", "Good.");
        var path = folder.Write(name, text);

        var reading = ReportFolder.Read(folder.Root, Defaults);

        Assert.Equal("good", Assert.Single(reading.Documents).Key);
        Assert.Equal(path + fault, Assert.Single(reading.Faults).ToString());
    }

    [Fact]
    public void A_file_of_fifty_megabytes_is_refused_unread()
    {
        var path = Path.Combine(folder.Root, "huge.txt");
        using (var file = File.Create(path))
            file.SetLength(50L * 1024 * 1024);

        Assert.Equal(
            [new SourceFault(path, "is larger than 10 MB", "a report is text: check what the file holds")],
            ReportFolder.Read(path, Defaults).Faults);
    }

    [Fact]
    public void A_path_that_is_not_there_is_a_fault()
    {
        var path = Path.Combine(folder.Root, "absent");

        Assert.Equal([new SourceFault(path, "is not there", "check the path")], ReportFolder.Read(path, Defaults).Faults);
    }

    [Theory]
    [InlineData("../secret.txt", "\"file\" is no plain file name", "name a file of the same folder")]
    [InlineData("", "\"file\" is no plain file name", "name a file of the same folder")]
    public void A_manifest_reaches_no_other_folder(string file, string problem, string remedy)
    {
        var manifest = folder.Write("manifest.json", $$"""[{"file": "{{file}}", "published": "2026-01-29"}]""");

        Assert.Equal([new SourceFault($"{manifest}, [0]", problem, remedy)], ReportFolder.Read(folder.Root, Defaults).Faults);
    }

    [SkippableFact]
    public void The_seed_articles_are_read_with_their_manifest()
    {
        var seeds = SharedFolder.Find("seeds");
        Skip.If(seeds is null, "no shared/seeds beside this checkout");

        var reading = ReportFolder.Read(seeds, Defaults);

        Assert.Equal(5, reading.Documents.Count);
        Assert.All(reading.Documents, document => Assert.NotNull(document.Published));
        Assert.Empty(reading.Faults);
    }
}
