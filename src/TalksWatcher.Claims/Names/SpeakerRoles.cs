using System.Collections.Frozen;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Names;

/// <summary>
/// Speakers told of by their role and whom they serve: "an adviser to President Zelenskyy", "a source in the foreign ministry".
/// The role speaks, not the one named behind it.
/// </summary>
/// <param name="titles">Names those who are told of before their role.</param>
/// <param name="book">Gives the adjective of a country.</param>
internal sealed class SpeakerRoles(Lexicon lexicon, SpeakerTitles titles, NameBook book)
{
    private const int Reach = 14;

    /// <summary>From the role to the one it serves: "a person with deep knowledge of the Kremlin".</summary>
    private const int ServedReach = 6;
    private readonly FrozenSet<string> roles = lexicon.Words("serving-roles");
    private readonly FrozenSet<string> openers = lexicon.Words("serving-words");
    private readonly FrozenSet<string> spokesmen = lexicon.Words("voice-roles");
    private readonly FrozenSet<string> papers = lexicon.Words("utterance-nouns");
    private readonly FrozenSet<string> close = lexicon.Words("closeness-words");
    private readonly FrozenSet<string> informed = lexicon.Words("informed-words");
    private readonly FrozenSet<string> knowledge = lexicon.Words("knowledge-nouns");
    private readonly FrozenSet<string> people = lexicon.Words("lay-people");
    private readonly FrozenSet<string> prepositions = lexicon.Words("prepositions");
    private readonly FrozenSet<string> verbs = lexicon.Words("reporting-verbs");

    /// <summary>The role that is the subject of a verb: the first one of its clause that no preposition governs.</summary>
    public Mention? Before(MarkedSentence sentence, int verb)
    {
        Mention? best = null;
        for (var at = verb - 1; at >= 0 && verb - at <= Reach; at--)
        {
            if (sentence.Tokens[at].IsPunctuation || sentence.Word(at) == "that" || verbs.Contains(sentence.Word(at)) && sentence.MentionAt(at) is null)
                break;
            if (IsRole(sentence, at) && !IsGoverned(sentence, at))
                best = At(sentence, at, verb) ?? best;
        }

        return best;
    }

    /// <summary>The speaker told of by the role that stands at a word, with what is said of it before <paramref name="end"/>.</summary>
    public Mention? At(MarkedSentence sentence, int at, int end) => IsRole(sentence, at) ? OfRole(sentence, at, end) : null;

    private Mention? OfRole(MarkedSentence sentence, int at, int end)
    {
        var word = sentence.Word(at);
        if (close.Contains(sentence.Word(at + 1)))
            return Titled(at, Near(sentence, at, end), null);
        if (informed.Contains(sentence.Word(at + 1)) || sentence.Word(at + 1) == "with" && sentence.HasAny(knowledge, at + 2, at + 4))
            return Titled(at, people.Contains(word) ? $"{word} familiar with the matter" : word, null);
        var served = sentence.Mentions.Find(m => m.First > at && m.First < end && m.First - at <= ServedReach && m.Kind is not NameKind.Outlet);
        if (served is null)
            return null;
        if (papers.Contains(word))
            return titles.Of(sentence, served);
        if (spokesmen.Contains(word) && !served.IsPerson && served.Kind is not (NameKind.Adjective or NameKind.Place))
            return served;
        return Titled(at, Title(sentence, at, served), served.Actor);
    }

    private bool IsRole(MarkedSentence sentence, int at) =>
        sentence.MentionAt(at) is null && (roles.Contains(sentence.Word(at)) || papers.Contains(sentence.Word(at)) || spokesmen.Contains(sentence.Word(at))) && openers.Contains(sentence.Word(at + 1));

    /// <summary>"Ukrainian presidential adviser", "Turkish Foreign Ministry source", "Swiss foreign ministry".</summary>
    private string Title(MarkedSentence sentence, int at, Mention served)
    {
        var word = sentence.Word(at);
        if (served.Kind is NameKind.Body)
            return $"{served.Name.Canonical} {word}";
        var side = served.Actor is { } code && book.Adjectives.TryGetValue(code, out var adjective) ? adjective : served.Name.Canonical;
        if (word == "ministry")
            return $"{side} {sentence.Word(at - 1)} {word}";
        return served is { IsPerson: true, Name.Rank: PersonRank.Leader } ? $"{side} presidential {word}" : $"{side} {word}";
    }

    /// <summary>"source close to the delegation", as far as the phrase goes.</summary>
    private string Near(MarkedSentence sentence, int at, int end)
    {
        var last = at + 1;
        while (last + 1 < end && last - at < ServedReach && !sentence.Tokens[last + 1].IsPunctuation && (sentence.Word(last + 1) == "to" || !prepositions.Contains(sentence.Word(last + 1))))
            last++;
        return string.Join(' ', Enumerable.Range(at, last - at + 1).Select(i => sentence.MentionAt(i) is not { } m ? sentence.Word(i) : m.First == i ? m.Name.Canonical : "").Where(w => w.Length > 0));
    }

    private bool IsGoverned(MarkedSentence sentence, int at)
    {
        var before = at - 1;
        while (before >= 0 && (sentence.Word(before) is "the" or "a" or "an" or "senior" or "two" or "one" or "three" || sentence.MentionAt(before) is { Kind: NameKind.Adjective }))
            before--;
        return prepositions.Contains(sentence.Word(before));
    }

    private static Mention Titled(int at, string title, string? side) => new(new Name(NameKind.Body, title, side) { IsRole = true }, at, 1);
}
