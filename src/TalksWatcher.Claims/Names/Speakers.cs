using System.Collections.Frozen;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Names;

/// <summary>Who speaks in a sentence: subjects of reporting verbs, "according to", pronouns for the last speaker.</summary>
internal sealed class SpeakerFinder(Lexicon lexicon)
{
    private const int Reach = 12;
    private readonly FrozenSet<string> verbs = lexicon.Words("reporting-verbs");
    private readonly FrozenSet<string> pronouns = lexicon.Words("speaker-pronouns");
    private Mention? last;

    /// <summary>The speakers of a sentence, in order. Call sentence by sentence: pronouns point back.</summary>
    public IReadOnlyList<Mention> Find(MarkedSentence sentence)
    {
        var speakers = new List<Mention>();
        foreach (var mention in sentence.Mentions)
        {
            if (CanSpeak(mention) && (IsSubject(sentence, mention) || FollowsVerb(sentence, mention) || IsSource(sentence, mention)))
                speakers.Add(mention);
        }

        if (speakers.Count == 0 && last is not null && HasPronounSpeaker(sentence))
            return [last with { First = -1, Count = 0 }];
        last = speakers.LastOrDefault(s => s.IsPerson) ?? speakers.LastOrDefault() ?? LastPerson(sentence) ?? last;
        return speakers;
    }

    private static Mention? LastPerson(MarkedSentence sentence) => sentence.Mentions.FirstOrDefault(m => m.IsPerson);

    private static bool CanSpeak(Mention mention) =>
        mention.Kind is not (NameKind.Adjective or NameKind.Place or NameKind.NeverVenue);

    /// <summary>"Peskov, the Kremlin spokesman, told reporters on Monday".</summary>
    private bool IsSubject(MarkedSentence sentence, Mention mention)
    {
        if (sentence.Word(mention.Last + 1) == "'s" || sentence.Word(mention.First - 1) is "to" or "with" or "between" or "by" or "of" or "in" or "against")
            return false;
        for (var at = mention.Last + 1; at < sentence.Tokens.Length && at - mention.Last <= Reach; at++)
        {
            var word = sentence.Word(at);
            if (verbs.Contains(word) && !IsParticipleUse(sentence, at))
                return true;
            if (word is ";" or "." or "that" or "—" or ":" || sentence.MentionAt(at) is { IsPerson: true } && sentence.Word(mention.Last + 1) != ",")
                return false;
            if (IsOtherVerb(word))
                return false;
        }

        return false;
    }

    private static bool IsParticipleUse(MarkedSentence sentence, int at) =>
        sentence.Word(at - 1) is "was" or "were" or "been" or "be" or "is" or "are" or "to";

    private bool IsOtherVerb(string word) =>
        lexicon.FormOf(word) is var form && form.HasFlag(VerbForm.Past) && !verbs.Contains(word);

    private bool FollowsVerb(MarkedSentence sentence, Mention mention)
    {
        for (var at = mention.First - 1; at >= 0 && mention.First - at <= 6; at--)
        {
            var word = sentence.Word(at);
            if (word is "told" or "to" or "by" or "with" or "of" or "for" or "against")
                return false;
            if (verbs.Contains(word))
                return sentence.Word(at - 1) is "," or "?" or "!" && at > 0;
            if (word is "," or ";" or "that")
                return false;
        }

        return false;
    }

    /// <summary>"according to X", "in X's view", "as X put it", "for X".</summary>
    private static bool IsSource(MarkedSentence sentence, Mention mention)
    {
        for (var at = mention.First - 1; at >= 0 && mention.First - at <= 8; at--)
        {
            if (sentence.Word(at) == "to" && sentence.Word(at - 1) == "according")
                return true;
            if (sentence.Word(at) is "," or ";")
                break;
        }

        return sentence.Word(mention.Last + 1) == "'s" && sentence.Word(mention.Last + 2) is "view" or "words" or "judgment" or "judgement" or "account" or "opinion" or "count";
    }

    private bool HasPronounSpeaker(MarkedSentence sentence)
    {
        for (var at = 0; at < sentence.Tokens.Length; at++)
        {
            if (!pronouns.Contains(sentence.Word(at)))
                continue;
            for (var next = at + 1; next < sentence.Tokens.Length && next - at <= 3; next++)
            {
                if (verbs.Contains(sentence.Word(next)))
                    return true;
            }

            if (verbs.Contains(sentence.Word(at - 1)) || sentence.Word(at - 1) is "the" && verbs.Contains(sentence.Word(at - 2)))
                return true;
        }

        return false;
    }
}
