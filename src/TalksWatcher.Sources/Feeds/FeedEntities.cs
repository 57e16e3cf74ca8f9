using AngleSharp.Dom;
using AngleSharp.Html;

namespace TalksWatcher.Sources.Feeds;

/// <summary>Feeds mean the entity names of HTML 4.01, section 24, which puts two brackets elsewhere than HTML 5.</summary>
internal sealed class FeedEntities : IEntityProvider
{
    public static readonly FeedEntities All = new();

    /// <param name="name">With its semicolon, where it has one.</param>
    /// <returns><c>null</c> for an unknown name.</returns>
    public string? GetSymbol(string name) => name switch
    {
        "lang;" => "\u2329",
        "rang;" => "\u232A",
        _ => HtmlEntityProvider.Resolver.GetSymbol(name),
    };
}
