using System.Collections.Frozen;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Text;

namespace TalksWatcher.Claims.Names;

/// <summary>Verbs of saying, told from the nouns and names that are written alike: "Trump's state visit", "the Great State of Alaska".</summary>
internal sealed class SpeechVerbs(Lexicon lexicon)
{
    private readonly FrozenSet<string> verbs = lexicon.Words("reporting-verbs");
    private readonly FrozenSet<string> nouns = lexicon.Words("speech-homographs");
    private readonly FrozenSet<string> possessives = lexicon.Words("possessives");
    private readonly FrozenSet<string> determiners = lexicon.Words("determiners");

    public bool IsAt(MarkedSentence sentence, int at) =>
        verbs.Contains(sentence.Word(at)) && sentence.MentionAt(at) is null && !IsNoun(sentence, at);

    private bool IsNoun(MarkedSentence sentence, int at) =>
        at > 0 && nouns.Contains(sentence.Word(at))
        && (sentence.Tokens[at].Shape == TokenShape.Capitalised && sentence.Tokens[at - 1].Shape != TokenShape.Punctuation
            || possessives.Contains(sentence.Word(at - 1)) || determiners.Contains(sentence.Word(at - 1)) || sentence.MentionAt(at - 1) is { Kind: NameKind.Adjective });
}
