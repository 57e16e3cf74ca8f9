using System.Text.Json;
using System.Text.Json.Nodes;
using TalksWatcher.Sources.Feeds;

namespace TalksWatcher.Sources.Tests.Feeds;

public class PublicFeedCasesTests
{
    [SkippableFact]
    public void Every_case_of_the_public_half_is_read_as_its_suite_expects()
    {
        var folder = SharedFolder.Find("feeds");
        Skip.If(folder is null, "no shared/feeds beside this checkout");
        var cases = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "cases.json")))!.AsArray();

        var failed = cases.Select(@case => Check(folder, @case!)).OfType<string>();

        Assert.Empty(failed);
        Assert.NotEmpty(cases);
    }

    private static string? Check(string folder, JsonNode @case)
    {
        var (file, field, want) = ((string)@case["file"]!, (string)@case["field"]!, (string)@case["value"]!);
        JsonNode? got = FeedJson.ToJson(FeedReader.Read(File.ReadAllBytes(Path.Combine(folder, "xml", file))));
        foreach (var step in field.Replace("[0]", ".0", StringComparison.Ordinal).Split('.'))
            got = step == "0" ? got?[0] : got?[step];
        return got is not null && Words(want).SequenceEqual(Words((string)got!)) ? null : $"{file} {field}: want {want}, got {got}";
    }

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
