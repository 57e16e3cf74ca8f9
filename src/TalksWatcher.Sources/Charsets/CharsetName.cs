using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using AngleSharp.Text;

namespace TalksWatcher.Sources.Charsets;

/// <summary>Charset names as the web writes them (Encoding Standard, section 4.2, and misspellings).</summary>
internal static class CharsetName
{
    private static readonly string[] CodePagePrefixes = ["csibm", "ibm-", "ibm", "cp_", "cp", "ms"];

    static CharsetName() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The encoding that replaces what it cannot read by U+FFFD; <c>false</c> for an unknown name.</summary>
    public static bool TryResolve(string? name, [NotNullWhen(true)] out Encoding? encoding)
    {
        encoding = null;
        var label = Normalise(name);
        // UTF-7 hides markup from every filter.
        if (label.Length is 0 or > 40 || label.StartsWith("utf-7", StringComparison.Ordinal))
            return false;
        encoding = Find(label) ?? Find(label.Replace('_', '-')) ?? FindByCodePage(label) ?? FindMacintosh(label)
            ?? (CharsetAliases.Find(label) is { } known ? Find(known) ?? FindByCodePage(known) : null);
        return encoding is not null;
    }

    private static Encoding? Find(string label) =>
        TextEncoding.IsSupported(label) ? TextEncoding.Resolve(label) : FindByPlatform(() => Encoding.GetEncoding(label));

    /// <summary>The number that IBM or Microsoft gave it, with or without a prefix ("850", "cp850", "ms932").</summary>
    private static Encoding? FindByCodePage(string label)
    {
        var prefix = Array.Find(CodePagePrefixes, prefix => label.StartsWith(prefix, StringComparison.Ordinal)) ?? "";
        return int.TryParse(label.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 36 and < 65536
            ? FindByPlatform(() => Encoding.GetEncoding(page))
            : null;
    }

    private static Encoding? FindMacintosh(string label)
    {
        var script = label.StartsWith("mac", StringComparison.Ordinal) ? label[3..].TrimStart('-', '_') : "";
        return script switch
        {
            "" => null,
            "roman" => Encoding.GetEncoding("macintosh"),
            "latin2" or "centeuro" or "centraleurope" => Encoding.GetEncoding("x-mac-ce"),
            _ => FindByPlatform(() => Encoding.GetEncoding($"x-mac-{script}")),
        };
    }

    private static Encoding? FindByPlatform(Func<Encoding> find)
    {
        try
        {
            return find();
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
