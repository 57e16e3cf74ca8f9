using TalksWatcher.Sources.Pages;

namespace TalksWatcher.Sources.Tests.Pages;

/// <summary>A page with a plain article of three paragraphs, to which each test adds what it is about.</summary>
internal static class SamplePage
{
    public const string First =
        "The two delegations met for three hours on Wednesday and agreed to continue the next morning, officials said.";

    public const string Second =
        "No statement was issued after the first round, which took place behind closed doors in the old palace.";

    public const string Third =
        "A member of one team said that the lists of prisoners had been compared, but that no number was settled yet.";

    public const string Elsewhere =
        "In other news, the harbour authority announced on Thursday that the northern pier would be closed all winter.";

    public const string Whole = $"<p>{First}</p><p>{Second}</p><p>{Third}</p>";

    public static string[] Paragraphs(string body, string head = "")
        => new ArticleReader().Read($"<!doctype html><html><head>{head}</head><body>{body}</body></html>", null)
            .Body.Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
}
