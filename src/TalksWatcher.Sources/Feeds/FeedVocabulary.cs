using TalksWatcher.Sources.Feeds.Xml;

namespace TalksWatcher.Sources.Feeds;

/// <summary>What namespaces mean in one document: the root's own is the format's, whatever name it was given.</summary>
internal sealed class FeedVocabulary
{
    private readonly string rootSpace;
    private readonly FeedNamespace rootMeaning;
    private readonly bool isAtom;

    public FeedVocabulary(XmlElement root)
    {
        rootSpace = root.Space;
        isAtom = root.Name is "feed" or "entry";
        var known = FeedNamespaces.Of(root.Space);
        rootMeaning = isAtom ? FeedNamespace.Atom : known is FeedNamespace.Foreign ? FeedNamespace.Core : known;
    }

    public FeedNamespace Of(string space)
    {
        if (space == rootSpace)
            return rootMeaning;
        var known = FeedNamespaces.Of(space);
        return known == FeedNamespace.Core && isAtom ? FeedNamespace.Atom : known;
    }
}
