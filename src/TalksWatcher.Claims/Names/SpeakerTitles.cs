using System.Collections.Frozen;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Names;

/// <summary>Names unnamed speakers by their country and title: "US official", "Ukrainian presidential adviser".</summary>
internal sealed class SpeakerTitles(Lexicon lexicon)
{
    private const int MostModifiers = 2;
    private readonly FrozenSet<string> sources = lexicon.Words("source-nouns");

    /// <summary>"a senior US official", "Turkish diplomats": the group speaks under the adjective of its country; else the mention itself.</summary>
    public Mention Of(MarkedSentence sentence, Mention mention)
    {
        if (mention.Kind is not (NameKind.Adjective or NameKind.Country))
            return mention;
        var title = mention.Name.Canonical;
        var isOwner = sentence.Word(mention.Last + 1) == "'s";
        if (isOwner)
            title += "'s";
        for (var at = mention.Last + (isOwner ? 2 : 1); at <= mention.Last + 1 + MostModifiers && at < sentence.Tokens.Length; at++)
        {
            var word = sentence.Word(at);
            title += " " + word;
            if (sources.Contains(word))
                return mention with { Name = mention.Name with { Kind = NameKind.Body, Canonical = title } };
            if (mention.Kind == NameKind.Country && !isOwner || sentence.Tokens[at].Shape != Text.TokenShape.Lower || sentence.MentionAt(at) is not null)
                break;
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
