using AngleSharp.Dom;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace TalksWatcher.Sources.Feeds;

/// <summary>Strips the markup from a piece of HTML. Reads tokens, not a tree, so that no nesting is too deep.</summary>
internal static class HtmlText
{
    public static string Strip(string html)
    {
        var writer = new PlainTextWriter();
        if (html.AsSpan().IndexOfAny('<', '&') < 0)
            writer.Text(html);
        else
            Write(html, writer);
        return writer.ToString();
    }

    private static void Write(string html, PlainTextWriter writer)
    {
        using var source = new TextSource(html);
        using var tokenizer = new HtmlTokenizer(source, FeedEntities.All);
        while (tokenizer.Get() is { Type: not HtmlTokenType.EndOfFile } token)
        {
            switch (token.Type)
            {
                case HtmlTokenType.Character:
                    writer.Text(token.Data);
                    break;
                case HtmlTokenType.StartTag:
                    writer.Start(token.Name);
                    tokenizer.State = StateIn(token);
                    break;
                case HtmlTokenType.EndTag:
                    writer.End(token.Name);
                    break;
            }
        }
    }

    /// <summary>The tree builder's part of tokenizing: some elements hold no markup (HTML standard, 13.2.6.4.7).</summary>
    private static HtmlParseMode StateIn(HtmlToken token) => token.Name switch
    {
        "script" => HtmlParseMode.Script,
        "style" or "xmp" or "iframe" or "noembed" or "noframes" => HtmlParseMode.Rawtext,
        "title" or "textarea" => HtmlParseMode.RCData,
        _ => HtmlParseMode.PCData,
    };
}
