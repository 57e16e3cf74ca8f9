using System.Collections.Frozen;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Names;

/// <summary>
/// Who speaks in a sentence: subjects of reporting verbs before or after them, "according to", pronouns and offices for the
/// last speaker. A sentence without a speaker goes on with the one before it in its paragraph.
/// </summary>
internal sealed class SpeakerFinder(Lexicon lexicon)
{
    private const int Reach = 24;
    private readonly FrozenSet<string> verbs = lexicon.Words("reporting-verbs");
    private readonly FrozenSet<string> pronouns = lexicon.Words("speaker-pronouns");
    private readonly FrozenSet<string> sources = lexicon.Words("source-nouns");
    private readonly FrozenSet<string> unnamed = lexicon.Words("unnamed-sources");
    private readonly FrozenSet<string> prepositions = lexicon.Words("prepositions");
    private Mention? lastPerson;
    private IReadOnlyList<Mention> lastSpeakers = [];
    private int paragraph;

    /// <summary>The speakers of a sentence, in order. Call sentence by sentence: pronouns point back.</summary>
    public IReadOnlyList<Mention> Find(MarkedSentence sentence)
    {
        if (sentence.Sentence.Paragraph != paragraph)
            lastSpeakers = [];
        paragraph = sentence.Sentence.Paragraph;
        var speakers = Named(sentence);
        var found = speakers.Count > 0 ? speakers : lastSpeakers;
        if (speakers.Count == 0)
            lastPerson = sentence.Mentions.FirstOrDefault(m => m.IsPerson) ?? lastPerson;
        lastSpeakers = found.Select(s => s with { First = -1, Count = 0 }).ToList();
        return found;
    }

    private List<Mention> Named(MarkedSentence sentence)
    {
        var speakers = new List<Mention>();
        for (var at = 0; at < sentence.Tokens.Length; at++)
        {
            var speaker = IsReporting(sentence, at) ? OfVerb(sentence, at)
                : sentence.Word(at) == "according" && sentence.Word(at + 1) == "to" ? After(sentence, at + 2)
                : sentence.Word(at) == "citing" ? After(sentence, at + 1)
                : sentence.Word(at) == "'s" && IsView(sentence.Word(at + 1)) ? sentence.MentionAt(at - 1)
                : null;
            if (speaker is { First: >= 2 } && Partner(sentence, speaker) is { } partner && !speakers.Exists(s => s.Name.Spoken == partner.Name.Spoken))
                speakers.Add(partner);
            if (speaker is null || speakers.Exists(s => s.Name.Spoken == speaker.Name.Spoken))
                continue;
            speakers.Add(speaker);
            if (speaker.IsPerson)
                lastPerson = speaker;
        }

        return speakers;
    }

    /// <summary>"Moscow and Kyiv accused": the one joined to the speaker.</summary>
    private Mention? Partner(MarkedSentence sentence, Mention speaker) =>
        sentence.Word(speaker.First - 1) == "and" && sentence.MentionAt(speaker.First - 2) is { } other && other.Kind == speaker.Kind && CanSpeak(sentence, other) ? other : null;

    private static bool IsView(string word) => word is "view" or "words" or "judgment" or "judgement" or "account" or "opinion" or "count" or "eyes";

    private bool IsReporting(MarkedSentence sentence, int at) =>
        sentence.MentionAt(at) is null && verbs.Contains(sentence.Word(at)) || sentence.Word(at) is "went" or "goes" && sentence.Word(at + 1) == "on";

    private Mention? OfVerb(MarkedSentence sentence, int verb)
    {
        if (sentence.Word(verb - 1) is "was" or "were" or "been" or "be" or "being" or "to" or "the" or "a" or "not" or "never")
            return null;
        return Before(sentence, verb) ?? (sentence.Word(verb - 1) is "," or "?" or "!" && !sentence.Word(verb).EndsWith("ing", StringComparison.Ordinal) ? After(sentence, verb + 1) : null) ?? Unnamed(sentence, verb);
    }

    /// <summary>"a person familiar with the talks told", "experts say".</summary>
    private Mention? Unnamed(MarkedSentence sentence, int verb)
    {
        for (var at = verb - 1; at >= 0 && verb - at <= 9; at--)
        {
            var word = sentence.Word(at);
            if (word is "," or ";" or "that")
                return null;
            if (unnamed.Contains(word) && !prepositions.Contains(sentence.Word(at - 1)))
                return new Mention(new Name(NameKind.Body, sentence.Word(at + 1) == "familiar" ? $"{word} familiar with the matter" : word, null), -1, 0);
        }

        return null;
    }

    /// <summary>The subject before the verb: a person of the clause rather than a body, a body rather than a government.</summary>
    private Mention? Before(MarkedSentence sentence, int verb)
    {
        if (sentence.Word(verb - 1) == "," && BeforeApposition(sentence, verb - 1) is { } head)
            return head;
        Mention? best = null;
        var afterComma = sentence.Word(verb - 1) == ",";
        for (var at = verb - 1; at >= 0 && verb - at <= Reach; at--)
        {
            var word = sentence.Word(at);
            if (word is ";" or "that" or ":" || word == "," && !afterComma || at < verb - 1 && verbs.Contains(word) && best is null)
                break;
            if (best is null && pronouns.Contains(word) && verb - at <= 4 && IsPronoun(sentence, at))
                return lastPerson is null ? null : lastPerson with { First = -1, Count = 0 };
            if (sentence.MentionAt(at) is not { } mention || mention.First != at)
                continue;
            if (CanSpeak(sentence, mention) && (best is null || Weight(mention) > Weight(best)))
                best = Titled(sentence, mention);
        }

        return best;
    }

    /// <summary>"Ushakov, an adviser to Putin, stated": the one before the apposition speaks.</summary>
    private Mention? BeforeApposition(MarkedSentence sentence, int comma)
    {
        for (var at = comma - 1; at > 0 && comma - at <= Reach; at--)
        {
            if (sentence.Word(at) == ";")
                return null;
            if (sentence.Word(at) == "," && sentence.MentionAt(at - 1) is { IsPerson: true } mention && CanSpeak(sentence, mention))
                return mention;
        }

        return null;
    }

    /// <summary>"he", or "the president" alone; not "Ukraine's president" or "a US official".</summary>
    private static bool IsPronoun(MarkedSentence sentence, int at) =>
        sentence.MentionAt(at) is null && (sentence.Word(at) is "he" or "she" || sentence.Word(at - 1) == "the");

    private Mention? After(MarkedSentence sentence, int from)
    {
        for (var at = from; at < sentence.Tokens.Length && at - from <= 7; at++)
        {
            if (sentence.MentionAt(at) is { } mention && mention.First == at && mention.Kind is not (NameKind.Place or NameKind.NeverVenue))
            {
                var titled = Titled(sentence, mention);
                if (titled != mention || mention.Kind != NameKind.Adjective && !(sentence.MentionAt(mention.Last + 1) is { IsPerson: true }))
                    return titled;
            }

            if (sentence.Word(at) is "," or ";" or "on" or "in")
                return null;
        }

        return null;
    }

    private bool CanSpeak(MarkedSentence sentence, Mention mention) =>
        mention.Kind is not (NameKind.Place or NameKind.NeverVenue)
        && (mention.Kind != NameKind.Adjective || sources.Contains(sentence.Word(mention.Last + 1)))
        && sentence.Word(mention.Last + 1) != "'s"
        && !IsGoverned(sentence, mention.First);

    /// <summary>"between Russia and Ukraine", "by the Kremlin".</summary>
    private bool IsGoverned(MarkedSentence sentence, int first)
    {
        var at = first - 1;
        while (at >= 0 && (sentence.Word(at) is "the" or "and" || sentence.MentionAt(at) is { IsPerson: false } && sentence.Word(at + 1) == "and"))
            at--;
        return prepositions.Contains(sentence.Word(at));
    }

    private static int Weight(Mention mention) => mention.Kind switch
    {
        NameKind.Person or NameKind.Office => 4,
        NameKind.Body => 3,
        NameKind.Adjective => 3,
        NameKind.Outlet => 2,
        _ => 1,
    };

    /// <summary>"a senior US official", "Turkish diplomats": the group speaks under the adjective of its country.</summary>
    private Mention Titled(MarkedSentence sentence, Mention mention)
    {
        var noun = sentence.Word(mention.Last + 1);
        return mention.Kind is NameKind.Adjective or NameKind.Country && sources.Contains(noun)
            ? mention with { Name = mention.Name with { Kind = NameKind.Body, Canonical = $"{mention.Name.Canonical} {noun}" } }
            : mention;
    }
}
