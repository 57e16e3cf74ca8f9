using System.Collections.Frozen;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Names;

/// <summary>Names unnamed speakers by their country and title: "US official", "Ukrainian presidential adviser".</summary>
internal sealed class SpeakerTitles(Lexicon lexicon, NameBook book)
{
    private const int MostModifiers = 2;
    private const int PersonReach = 6;
    private readonly FrozenSet<string> roles = [.. lexicon.Words("serving-roles"), .. lexicon.Words("voice-roles")];
    private readonly FrozenSet<string> offices = lexicon.Words("office-nouns");
    private readonly FrozenSet<string> insiders = lexicon.Words("insider-nouns");
    private readonly FrozenSet<string> prepositions = lexicon.Words("prepositions");
    private readonly FrozenSet<string> sources = [.. lexicon.Words("source-nouns"), .. lexicon.Words("institution-nouns")];

    /// <summary>"Kremlin aide Yuri Ushakov", "Ukraine's Naftogaz": the one named behind the body or country that they belong to.</summary>
    public Mention? Ahead(MarkedSentence sentence, Mention mention)
    {
        if (mention.IsPerson)
            return null;
        for (var at = mention.Last + 1; at <= mention.Last + PersonReach && at < sentence.Tokens.Length; at++)
        {
            if (sentence.MentionAt(at) is { } next)
                return next.IsPerson || next.Kind == NameKind.Body && sentence.Word(at - 1) == "'s" ? next : null;
            if (sentence.Tokens[at].IsPunctuation || prepositions.Contains(sentence.Word(at)))
                return null;
        }

        return null;
    }

    /// <summary>"a senior US official", "Turkish diplomats": the group speaks under the adjective of its country; else the mention itself.</summary>
    public Mention Of(MarkedSentence sentence, Mention mention)
    {
        if (mention.IsPerson && sentence.Word(mention.Last + 1) == "'s")
            return OfPerson(sentence, mention);
        if (mention.Kind is NameKind.Body or NameKind.Government && insiders.Contains(sentence.Word(mention.Last + 1)))
            return mention with { Name = mention.Name with { Kind = NameKind.Body, Canonical = $"{mention.Name.Canonical} {sentence.Word(mention.Last + 1)}" } };
        if (mention.Kind is not (NameKind.Adjective or NameKind.Country))
            return mention;
        var isOwner = sentence.Word(mention.Last + 1) == "'s";
        var first = mention.Last + (isOwner ? 2 : 1);
        for (var at = first; at <= mention.Last + 1 + MostModifiers && at < sentence.Tokens.Length; at++)
        {
            if (sources.Contains(sentence.Word(at)))
                return mention with { Name = mention.Name with { Kind = NameKind.Body, Canonical = Title(sentence, isOwner ? mention.Name.Canonical + "'s" : mention.Name.Canonical, first, at) } };
            if (mention.Kind == NameKind.Country && !isOwner || sentence.Tokens[at].Shape != Text.TokenShape.Lower || sentence.MentionAt(at) is not null)
                break;
        }

        return mention;
    }

    private static string Title(MarkedSentence sentence, string owner, int first, int last)
    {
        var title = owner;
        for (var at = first; at <= last; at++)
            title += " " + sentence.Word(at);
        return title;
    }

    /// <summary>"Zelensky's office", "the Russian president's aide".</summary>
    private Mention OfPerson(MarkedSentence sentence, Mention mention)
    {
        for (var at = mention.Last + 2; at <= mention.Last + 2 + MostModifiers && at < sentence.Tokens.Length; at++)
        {
            if (sentence.MentionAt(at) is not null || sentence.Tokens[at].IsPunctuation)
                break;
            if (offices.Contains(sentence.Word(at)))
                return mention with { Name = mention.Name with { Kind = NameKind.Body, Canonical = $"{mention.Name.Spoken}'s {sentence.Word(at)}" } };
            if (roles.Contains(sentence.Word(at)) && mention.Actor is { } side && book.Adjectives.TryGetValue(side, out var adjective))
                return mention with { Name = new Name(NameKind.Body, mention.Name.Rank == PersonRank.Leader ? $"{adjective} presidential {sentence.Word(at)}" : $"{adjective} {sentence.Word(at)}", side) { IsRole = true } };
        }

        return mention;
    }

    /// <summary>A person speaks rather than a body, a body rather than a government.</summary>
    public static int Weight(Mention mention) => mention.Kind switch
    {
        NameKind.Person or NameKind.Office => 4,
        NameKind.Body => 3,
        NameKind.Adjective => 3,
        NameKind.Outlet => 2,
        _ => 1,
    };
}
