using System.Collections.Frozen;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Patterns;

/// <summary>What a pattern may ask of a name.</summary>
internal static class Categories
{
    public static FrozenSet<string> Known { get; } = FrozenSet.ToFrozenSet(
        ["actor", "country", "person", "owner", "leader", "envoy", "place", "city", "town", "site", "adjective", "body", "demonym", "outlet", "time", "number", "capitalised"], StringComparer.Ordinal);

    public static bool Fits(string category, Mention mention) => category switch
    {
        "actor" => mention.Actor is not null && mention.Kind is not (NameKind.Adjective or NameKind.Place or NameKind.NeverVenue),
        "country" => mention.Kind is NameKind.Country or NameKind.Government or NameKind.Capital or NameKind.Demonym,
        "person" => mention.IsPerson,
        "owner" => mention.Kind == NameKind.Person,
        "leader" => mention.IsPerson && mention.Name.Rank == PersonRank.Leader,
        "envoy" => mention.IsPerson && mention.Name.Rank is PersonRank.Envoy or PersonRank.Minister,
        "place" => mention.Name.Venue is not null,
        "site" => mention is { Kind: NameKind.Place or NameKind.Capital, Name.Venue: not null },
        "city" => mention.Kind is NameKind.Place or NameKind.Capital,
        "town" => Fits("city", mention),
        "adjective" => mention.Kind is NameKind.Adjective or NameKind.Country,
        "body" => mention.Kind == NameKind.Body,
        "demonym" => mention.Kind == NameKind.Demonym,
        "outlet" => mention.Kind == NameKind.Outlet,
        _ => false,
    };
}
