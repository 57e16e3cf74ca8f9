using System.Collections.Frozen;

namespace TalksWatcher.Sources.Pages;

/// <summary>Kinds of HTML elements by how browsers display them.</summary>
internal static class HtmlTags
{
    private static readonly FrozenSet<string> Blocks = Words(
        "address article aside blockquote body button center dd details dialog dir div dl dt fieldset figcaption "
        + "figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html iframe legend li main menu nav "
        + "noscript ol optgroup option p pre search section select summary table tbody td tfoot th thead tr ul video");

    private static readonly FrozenSet<string> Unread = Words(
        "area audio base button canvas col colgroup datalist dialog embed frame frameset head iframe img input "
        + "link map math meta meter nav noembed noframes noscript object optgroup option output param picture progress "
        + "rp rt script select source style svg template textarea title track video wbr");

    private static readonly FrozenSet<string> Texts = Words(
        "p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre table caption thead tbody tfoot tr td th center");

    public static bool IsHeading(string name) => name is ['h', >= '1' and <= '6'];

    public static bool IsMedia(string name) => name is "img" or "picture" or "video" or "audio" or "iframe";

    /// <summary>Part of a running text rather than of the page's layout.</summary>
    public static bool IsTextual(string name) => Texts.Contains(name);

    /// <summary>Starts and ends a paragraph.</summary>
    public static bool IsBlock(string name) => Blocks.Contains(name);

    /// <summary>Holds no text of the article: code, media, controls, navigation.</summary>
    public static bool IsUnread(string name) => Unread.Contains(name);

    private static FrozenSet<string> Words(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
