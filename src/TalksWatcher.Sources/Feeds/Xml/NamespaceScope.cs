namespace TalksWatcher.Sources.Feeds.Xml;

/// <summary>The prefixes that are declared at one place of a document (Namespaces in XML 1.0).</summary>
internal sealed class NamespaceScope
{
    // No feed needs more; every name that is looked up walks them all.
    private const int MostDeclared = 128;

    private readonly NamespaceScope? outer;
    private readonly List<(string Prefix, string Space)> declared;

    private readonly int depth;

    private NamespaceScope(NamespaceScope? outer, List<(string, string)> declared)
    {
        (this.outer, this.declared) = (outer, declared);
        depth = (outer?.depth ?? 0) + declared.Count;
    }

    public static NamespaceScope Outermost { get; } = new(null, [("xml", "http://www.w3.org/XML/1998/namespace"), ("", "")]);

    public NamespaceScope With(List<(string Name, string Value)> attributes)
    {
        List<(string, string)>? own = null;
        foreach (var (name, value) in attributes)
        {
            if (name == "xmlns")
                (own ??= []).Add(("", value.Trim()));
            else if (name.StartsWith("xmlns:", StringComparison.Ordinal))
                (own ??= []).Add((name[6..], value.Trim()));
        }
        return own is null || depth + own.Count > MostDeclared ? this : new NamespaceScope(this, own);
    }

    /// <returns>The namespace; the prefix itself where nothing declares it.</returns>
    public string SpaceOf(string prefix)
    {
        var wanted = prefix.ToLowerInvariant();
        for (var scope = this; scope is not null; scope = scope.outer)
        {
            foreach (var (declaredPrefix, space) in scope.declared)
            {
                if (declaredPrefix == wanted)
                    return space;
            }
        }
        return wanted;
    }
}
