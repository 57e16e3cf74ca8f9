using System.Collections.Frozen;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Names;

/// <summary>Finds the one whose words a reporting verb reports. It keeps nothing of a report: made once for all.</summary>
internal sealed class SpeechSubjects(Lexicon lexicon, SpeakerTitles titles, NameBook book)
{
    private const int Reach = 24;
    private const int AfterReach = 7;
    private const int AgentReach = 6;
    private readonly FrozenSet<string> verbs = lexicon.Words("reporting-verbs");
    private readonly FrozenSet<string> pronouns = lexicon.Words("speaker-pronouns");
    private readonly FrozenSet<string> prepositions = lexicon.Words("prepositions");
    private readonly FrozenSet<string> isMade = lexicon.Words("before-to-say");
    private readonly FrozenSet<string> adverbs = lexicon.Words("adverbs");
    private readonly FrozenSet<string> ends = lexicon.Words("speaker-ends");
    private readonly FrozenSet<string> heads = lexicon.Words("head-nouns");
    private readonly FrozenSet<string> teams = lexicon.Words("team-nouns");
    private readonly SpeakerRoles roles = new(lexicon, titles, book);
    private readonly UnnamedSources sources = new(lexicon);

    public Mention? Of(MarkedSentence sentence, int verb, SpeakerMemory memory)
    {
        var word = sentence.Word(verb - 1);
        var isGoingOn = sentence.Word(verb).EndsWith("ing", StringComparison.Ordinal);
        if (!isGoingOn && word is "was" or "were" or "been" or "be" or "being")
            return Agent(sentence, verb, memory);
        if (word is "the" or "a" or "not" or "never" || !isGoingOn && word != "to" && prepositions.Contains(word) || word == "to" && !isMade.Contains(sentence.Word(verb - 2)))
            return null;
        var first = GroupStart(sentence, verb, isGoingOn);
        var isAside = sentence.Word(first - 1) is "," or "?" or "!" && (!isGoingOn || first < verb);
        return (isAside ? BeforeApposition(sentence, first - 1) ?? Inverted(sentence, verb + 1, memory) : null)
            ?? Before(sentence, verb, memory)
            ?? (isAside ? After(sentence, verb + 1, memory) : null)
            ?? sources.Before(sentence, verb, memory);
    }

    /// <summary>"had also said": where the verb's own words begin.</summary>
    private int GroupStart(MarkedSentence sentence, int verb, bool isGoingOn)
    {
        var first = verb;
        while (adverbs.Contains(sentence.Word(first - 1)) || isGoingOn && sentence.Word(first - 1) is "is" or "are" or "was" or "were" or "been" || sentence.Word(first - 1) is "had" or "has" or "have")
            first--;
        return first;
    }

    /// <summary>"Reuters quoted him as telling": him.</summary>
    public Mention? Quoted(MarkedSentence sentence, int from, SpeakerMemory memory) =>
        sentence.Word(from) is "him" or "her" ? memory.Resolve("he", sentence) : After(sentence, from, memory);

    /// <summary>"Moscow and Kyiv accused": the one joined to the speaker.</summary>
    public Mention? Partner(MarkedSentence sentence, Mention speaker) =>
        sentence.Word(speaker.First - 1) == "and" && sentence.MentionAt(speaker.First - 2) is { } other && other.Kind == speaker.Kind && CanSpeak(sentence, other) ? other : null;

    /// <summary>The first that can speak within a few words.</summary>
    public Mention? After(MarkedSentence sentence, int from, SpeakerMemory memory)
    {
        for (var at = from; at < sentence.Tokens.Length && at - from <= AfterReach; at++)
        {
            if (roles.At(sentence, at, from + Reach) is { } role)
                return role;
            if (sentence.MentionAt(at) is { } mention && mention.First == at && mention.Kind is not (NameKind.Place or NameKind.NeverVenue))
            {
                var titled = HeadOf(sentence, mention, memory) ?? titles.Ahead(sentence, mention) ?? titles.Of(sentence, mention);
                if (titled != mention || mention.Kind != NameKind.Adjective && !(sentence.MentionAt(mention.Last + 1) is { IsPerson: true }))
                    return titled;
            }

            if (sentence.Word(at) == "," && sentence.MentionAt(at + 1) is { Kind: NameKind.Body or NameKind.Person } apposed)
                return apposed;
            if (sentence.Word(at) is "," or ";" or "on" or "in")
                return null;
            if (sources.At(sentence, at, from) is { } source)
                return source;
            if (at == from && sentence.Word(at) is "him" or "her")
                return memory.Resolve("he", sentence);
            if (at - from <= 1 && sentence.MentionAt(at) is null && pronouns.Contains(sentence.Word(at)) && IsPronoun(sentence, at))
                return memory.Resolve(sentence.Word(at), sentence);
        }

        return null;
    }

    /// <summary>"was announced by Umerov".</summary>
    private Mention? Agent(MarkedSentence sentence, int verb, SpeakerMemory memory)
    {
        for (var at = verb + 1; at <= verb + AgentReach && sentence.Word(at) is not ("," or ";" or ""); at++)
        {
            if (sentence.Word(at) == "by")
                return After(sentence, at + 1, memory);
        }

        return null;
    }

    /// <summary>"It is all the same, claimed the president, who": the speaker follows and nothing else does he do.</summary>
    private Mention? Inverted(MarkedSentence sentence, int from, SpeakerMemory memory) =>
        After(sentence, from, memory) is { } speaker && (speaker.First < 0 || EndsPhrase(sentence, speaker.Last + 1)) ? speaker : null;

    private bool EndsPhrase(MarkedSentence sentence, int at) =>
        at >= sentence.Tokens.Length || sentence.Tokens[at].IsPunctuation || prepositions.Contains(sentence.Word(at))
        || ends.Contains(sentence.Word(at)) || sentence.TimeAt(at) is not null || sentence.MentionAt(at) is not null;

    /// <summary>"the head of the Russian delegation": who was met as its negotiator.</summary>
    private Mention? HeadOf(MarkedSentence sentence, Mention mention, SpeakerMemory memory)
    {
        if (mention.Actor is not { } side || !mention.Name.Canonical.EndsWith("delegation", StringComparison.Ordinal) && !teams.Contains(sentence.Word(mention.Last + 1)))
            return null;
        var of = sentence.Word(mention.First - 1) == "the" ? mention.First - 2 : mention.First - 1;
        return sentence.Word(of) == "of" && heads.Contains(sentence.Word(of - 1)) ? memory.Negotiator(side) : null;
    }

    /// <summary>The subject before the verb: a person of the clause rather than a body, a body rather than a government.</summary>
    private Mention? Before(MarkedSentence sentence, int verb, SpeakerMemory memory)
    {
        var best = roles.Before(sentence, verb);
        if (best is not null)
            return best;
        var afterComma = sentence.Word(verb - 1) == ",";
        for (var at = verb - 1; at >= 0 && verb - at <= Reach; at--)
        {
            var word = sentence.Word(at);
            if (word is ";" or "that" or ":" || word == "," && !afterComma || at < verb - 1 && verbs.Contains(word) && sentence.MentionAt(at) is null && best is null)
                break;
            if (best is null && pronouns.Contains(word) && verb - at <= (word is "it" or "they" ? 1 : 4) && IsPronoun(sentence, at))
                return memory.Resolve(word, sentence);
            if (sentence.MentionAt(at) is { } led && HeadOf(sentence, led, memory) is { } head)
                return head;
            if (sentence.MentionAt(at) is { } mention && mention.First == at && CanBeSubject(sentence, mention, verb)
                && (best is null || SpeakerTitles.Weight(mention) > SpeakerTitles.Weight(best)))
                best = titles.Of(sentence, mention);
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
        sentence.MentionAt(at) is null
        && (sentence.Word(at) == "state" ? sentence.Word(at - 2) == "head" : sentence.Word(at) is "he" or "she" or "it" or "they" || sentence.Word(at - 1) == "the");

    /// <summary>"with the Kremlin admitting": the preposition governs the clause, not the speaker.</summary>
    private bool CanBeSubject(MarkedSentence sentence, Mention mention, int verb) =>
        CanSpeak(sentence, mention)
        || mention.Last == verb - 1 && sentence.Word(verb).EndsWith("ing", StringComparison.Ordinal) && mention.Kind != NameKind.Adjective
            && (sentence.Word(mention.First - 1) == "with" || sentence.Word(mention.First - 1) == "the" && sentence.Word(mention.First - 2) == "with");

    private bool CanSpeak(MarkedSentence sentence, Mention mention) =>
        mention.Kind is not (NameKind.Place or NameKind.NeverVenue)
        && (mention.Kind != NameKind.Adjective || titles.Of(sentence, mention) != mention)
        && (sentence.Word(mention.Last + 1) != "'s" || titles.Of(sentence, mention) != mention)
        && !IsGoverned(sentence, mention.First);

    /// <summary>"between Russia and Ukraine", "with Putin and Zelenskyy", "by the Kremlin".</summary>
    private bool IsGoverned(MarkedSentence sentence, int first)
    {
        var at = first - 1;
        while (at >= 0 && (sentence.Word(at) is "the" or "and" || sentence.Word(at + 1) == "and" && sentence.MentionAt(at) is not null))
            at = sentence.MentionAt(at) is { } joined ? joined.First - 1 : at - 1;
        return prepositions.Contains(sentence.Word(at));
    }
}
