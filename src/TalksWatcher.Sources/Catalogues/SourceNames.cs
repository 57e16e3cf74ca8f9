using System.Globalization;
using System.Text;

namespace TalksWatcher.Sources.Catalogues;

/// <summary>Makes names for sources that were found, not configured: short, plain and unique in one list.</summary>
/// <param name="used">Names that are given already.</param>
internal sealed class SourceNames(IEnumerable<string> used)
{
    private const int LongestName = 48;

    private readonly HashSet<string> taken = new(used, StringComparer.OrdinalIgnoreCase);

    /// <param name="title">As the publisher wrote it; the host stands in where nothing of it can be used.</param>
    public string For(string title, Uri address)
    {
        var plain = Plain(title);
        var name = plain.Length > 0 ? plain : address.IdnHost.ToLowerInvariant();
        var unique = name;
        for (var number = 2; !taken.Add(unique); number++)
            unique = string.Create(CultureInfo.InvariantCulture, $"{name}-{number}");
        return unique;
    }

    private static string Plain(string title)
    {
        var name = new StringBuilder();
        foreach (var c in title.Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(c))
                name.Append(char.ToLowerInvariant(c));
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && name.Length > 0 && name[^1] != '-')
                name.Append('-');
            if (name.Length == LongestName)
                break;
        }
        return name.ToString().Trim('-').Normalize(NormalizationForm.FormC);
    }
}
