using System.Net;

namespace TalksWatcher.Sources.Pages;

/// <summary>Metadata as it is displayed: character references resolved, spaces folded.</summary>
internal static class PlainText
{
    private const int Longest = 1000;

    /// <returns><c>null</c> where nothing is displayed or it is too long to be a title or a name.</returns>
    public static string? Of(string? source)
        => source is { Length: <= Longest } && Fold(source) is { Length: > 0 } text ? text : null;

    public static string Fold(string source)
    {
        var folder = new TextFolder();
        folder.Append(WebUtility.HtmlDecode(source));
        return folder.Take();
    }
}
