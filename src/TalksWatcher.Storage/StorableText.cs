using System.Diagnostics.CodeAnalysis;
using System.Text;
using TalksWatcher.Sources;

namespace TalksWatcher.Storage;

/// <summary>Text from outside as every provider can hold it: no NUL (PostgreSQL takes none), no half of a surrogate pair.</summary>
internal static class StorableText
{
    public static Document Of(Document document) => document with
    {
        Key = Of(document.Key),
        Title = Of(document.Title),
        Text = Of(document.Text),
        Outlet = Of(document.Outlet),
        Url = Of(document.Url),
    };

    [return: NotNullIfNotNull(nameof(text))]
    public static string? Of(string? text)
    {
        if (text is null || !text.Any(c => c == '\0' || char.IsSurrogate(c)))
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (rune.Value != 0)
                clean.Append(rune);
        return clean.ToString();
    }
}
