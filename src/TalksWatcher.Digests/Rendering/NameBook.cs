namespace TalksWatcher.Digests.Rendering;

/// <summary>How a reader knows the codes that claims hold ("RU" → "Russia"); what has no name is shown as it is.</summary>
public sealed class NameBook(IReadOnlyDictionary<string, string> names)
{
    public static readonly NameBook Empty = new(new Dictionary<string, string>(StringComparer.Ordinal));

    public string Of(string code) => names.TryGetValue(code, out var name) ? name : code;

    /// <summary>"Russia, Ukraine and the United States".</summary>
    public string List(IEnumerable<string> codes) => Wording.List([.. codes.Select(Of)]);

    /// <summary>"Russia's", "the United States'".</summary>
    public string Possessive(string code)
    {
        var name = Of(code);
        return name.EndsWith('s') ? name + "’" : name + "’s";
    }
}
