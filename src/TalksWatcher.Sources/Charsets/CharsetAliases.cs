using System.Collections.Frozen;

namespace TalksWatcher.Sources.Charsets;

/// <summary>
/// Names that other software gives to charsets, parted by whatever it likes: keys are without hyphens, underscores and
/// colons. Later editions of a charset stand for the one that we can read; they differ in rare characters.
/// </summary>
internal static class CharsetAliases
{
    private static readonly FrozenDictionary<string, string> Charsets = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["shift_jis"] = ["sjis", "shiftjis", "mskanji", "sjis2004", "shiftjis2004", "sjisx0213", "shiftjisx0213"],
        ["euc-jp"] = ["ujis", "eucjp", "eucjis2004", "eucjisx0213", "jisx0213"],
        ["iso-2022-jp"] = ["iso2022jp", "iso2022jp1", "iso2022jp2", "iso2022jp3", "iso2022jp2004", "iso2022jpext"],
        ["iso-2022-kr"] = ["iso2022kr"],
        ["euc-kr"] = ["euckr", "ksx1001", "ksc5601", "ksc56011987", "uhc", "korean"],
        ["gbk"] = ["euccn", "eucgb2312cn", "gb23121980", "macsimpchinese", "xmacsimpchinese"],
        ["gb18030"] = ["gb180302000"],
        ["hz-gb-2312"] = ["hz", "hzgb"],
        ["big5"] = ["big5hkscs", "hkscs", "big5tw", "mactradchinese", "xmactradchinese"],
        ["windows-874"] = ["thai", "tis620", "tis6200", "tis62025290", "tis62025291", "isoir166", "iso885911"],
        ["iso-8859-13"] = ["latin7", "l7"],
        ["x-mac-icelandic"] = ["maciceland", "xmaciceland"],
        ["cp775"] = ["cspc775baltic"],
        ["cp850"] = ["cspc850multilingual"],
        ["cp862"] = ["cspc862latinhebrew"],
        ["cp869"] = ["cpgr"],
        ["ibm424"] = ["ebcdiccphe"],
    }.SelectMany(charset => charset.Value, (charset, alias) => (alias, charset.Key)).ToFrozenDictionary(
        entry => entry.alias, entry => entry.Key, StringComparer.Ordinal);

    /// <returns>A name that is better known; <c>null</c> where there is none.</returns>
    public static string? Find(string label)
    {
        var squeezed = string.Concat(label.Where(c => c is not ('-' or '_' or ':' or ' ')));
        return Charsets.TryGetValue(squeezed, out var charset) ? charset : WithoutYear(squeezed);
    }

    /// <summary>ISO names its charsets with the year of the edition: "ISO_8859-5:1988".</summary>
    private static string? WithoutYear(string squeezed) =>
        squeezed.StartsWith("iso8859", StringComparison.Ordinal) && squeezed.Length is 12 or 13
            ? squeezed[7..^4] == "11" ? "windows-874" : $"iso-8859-{squeezed[7..^4]}"
            : null;
}
