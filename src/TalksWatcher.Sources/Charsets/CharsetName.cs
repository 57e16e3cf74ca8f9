using System.Diagnostics.CodeAnalysis;
using System.Text;
using AngleSharp.Text;

namespace TalksWatcher.Sources.Charsets;

/// <summary>Charset names as the web writes them (Encoding Standard, section 4.2, and misspellings).</summary>
internal static class CharsetName
{
    static CharsetName() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The encoding that replaces what it cannot read by U+FFFD; <c>false</c> for an unknown name.</summary>
    public static bool TryResolve(string? name, [NotNullWhen(true)] out Encoding? encoding)
    {
        encoding = null;
        var label = Normalise(name);
        // UTF-7 hides markup from every filter.
        if (label.Length is 0 or > 40 || label.StartsWith("utf-7", StringComparison.Ordinal))
            return false;
        encoding = TextEncoding.IsSupported(label) ? TextEncoding.Resolve(label) : FindByPlatform(label);
        return encoding is not null;
    }

    private static Encoding? FindByPlatform(string label)
    {
        try
        {
            return Encoding.GetEncoding(label);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static string Normalise(string? name)
    {
        var label = (name ?? "").Trim(' ', '\t', '\r', '\n', '"', '\'', ';').ToLowerInvariant();
        if (label.StartsWith("win-", StringComparison.Ordinal) || label.StartsWith("cp-", StringComparison.Ordinal))
            return string.Concat("windows-", label.AsSpan(label.IndexOf('-') + 1));
        return label;
    }
}
