using System.Collections.Frozen;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Names;

/// <summary>Speakers without a name: "a person familiar with the matter", "two diplomats".</summary>
internal sealed class UnnamedSources(Lexicon lexicon)
{
    private const int Reach = 9;
    private const int NounReach = 3;
    private readonly FrozenSet<string> unnamed = lexicon.Words("unnamed-sources");
    private readonly FrozenSet<string> prepositions = lexicon.Words("prepositions");
    private readonly FrozenSet<string> informed = lexicon.Words("informed-words");
    private readonly FrozenSet<string> knowledge = lexicon.Words("knowledge-nouns");

    /// <summary>Somebody new, told of by the noun at <paramref name="at"/> of a phrase that begins at <paramref name="from"/>.</summary>
    public Mention? At(MarkedSentence sentence, int at, int from) => IsIndefinite(sentence, at, from) ? SpeakerMemory.Unnamed(Titled(sentence, at)) : null;

    /// <summary>"a person familiar with the talks told", "experts say".</summary>
    public Mention? Before(MarkedSentence sentence, int verb, SpeakerMemory memory)
    {
        for (var at = verb - 1; at >= 0 && verb - at <= Reach; at--)
        {
            var word = sentence.Word(at);
            if (word is "," or ";" or "that" || sentence.MentionAt(at) is { IsPerson: true })
                return null;
            if (unnamed.Contains(word) && !prepositions.Contains(sentence.Word(at - 1)))
                return memory.Source(word) ?? SpeakerMemory.Unnamed(Titled(sentence, at));
        }

        return null;
    }

    /// <summary>Nothing but its own modifiers stands before it, and no article that points back.</summary>
    private bool IsIndefinite(MarkedSentence sentence, int at, int from) =>
        unnamed.Contains(sentence.Word(at)) && sentence.MentionAt(at) is null && at - from <= NounReach && AreModifiers(sentence, from, at);

    private static bool AreModifiers(MarkedSentence sentence, int first, int end)
    {
        for (var at = first; at < end; at++)
        {
            if (sentence.MentionAt(at) is not null || sentence.Word(at) is "the" or "," or "in" or "on")
                return false;
        }

        return true;
    }

    private string Titled(MarkedSentence sentence, int at) =>
        informed.Contains(sentence.Word(at + 1)) || knowledge.Contains(sentence.Word(at + 2)) ? $"{sentence.Word(at)} familiar with the matter" : sentence.Word(at);
}
