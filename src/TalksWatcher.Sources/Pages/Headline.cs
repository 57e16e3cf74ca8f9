namespace TalksWatcher.Sources.Pages;

/// <summary>Frees a page's title from the outlet's name, which most pages write before or behind it.</summary>
/// <param name="heading">The page's first h1.</param>
/// <param name="outlet">The outlet's name, if known.</param>
/// <param name="address">Its host often spells the outlet's name.</param>
internal sealed class Headline(string? heading, string? outlet, Uri? address)
{
    private const int ShortestHeading = 16;
    private const int ShortestLabel = 5;

    /// <summary>How many of the separators also part a name from a motto.</summary>
    private const int Mottoes = 4;

    private static readonly string[] Separators =
        [" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", " / ", ": "];

    /// <param name="title">As the page states it.</param>
    public string In(string title)
    {
        if (heading is { Length: >= ShortestHeading } && !NamesOutlet(heading)
            && title.Contains(heading, StringComparison.OrdinalIgnoreCase))
            return heading;
        foreach (var separator in Separators)
        {
            var last = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (last > 0 && NamesOutlet(title[(last + separator.Length)..]))
                return title[..last].TrimEnd();
            var first = title.IndexOf(separator, StringComparison.Ordinal);
            if (first > 0 && NamesOutlet(title[..first]))
                return title[(first + separator.Length)..].TrimStart();
        }
        return title;
    }

    /// <summary>The outlet's name from a name with a motto behind it.</summary>
    public static string WithoutMotto(string name)
    {
        var cut = Separators.Take(Mottoes)
            .Select(separator => name.IndexOf(separator, StringComparison.Ordinal))
            .Where(at => at > 0);
        return name[..cut.DefaultIfEmpty(name.Length).Min()].TrimEnd();
    }

    private bool NamesOutlet(string part)
    {
        var letters = Letters(part);
        return letters.Length > 2
            && (letters == Letters(outlet ?? "")
                || address is { IsAbsoluteUri: true } && NamesHost(letters, address.Host));
    }

    private static bool NamesHost(string letters, string host)
        => Letters(host).Contains(letters, StringComparison.Ordinal)
            || host.Split('.').Select(Letters).Any(label => label.Length >= ShortestLabel
                && letters.Length <= 3 * label.Length && letters.StartsWith(label, StringComparison.Ordinal));

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
