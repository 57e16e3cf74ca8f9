using System.Collections.Frozen;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Names;

/// <summary>Places that host, or offer to: "Switzerland will host", "Abu Dhabi had been the scene of".</summary>
internal sealed class VenueHosts(Lexicon lexicon)
{
    private const int Reach = 5;
    private const int SharedReach = 7;
    private readonly FrozenSet<string> hosting = lexicon.Words("hosting-words");
    private readonly FrozenSet<string> hosted = lexicon.Words("hosted-words");
    private readonly FrozenSet<string> lending = lexicon.Words("lending-verbs");
    private readonly FrozenSet<string> holding = lexicon.Words("holding-verbs");
    private readonly FrozenSet<string> ready = lexicon.Words("ready-words");
    private readonly FrozenSet<string> between = lexicon.Words("before-host");
    private readonly FrozenSet<string> people = [.. lexicon.Words("leaders-words"), .. lexicon.Words("ministers-words"), .. lexicon.Words("officials-words")];
    private readonly FrozenSet<string> nouns = lexicon.Words("host-nouns");

    /// <summary>The words after the place say so, with nothing but the verb's own words between.</summary>
    public bool IsHost(MarkedSentence sentence, Mention mention)
    {
        if (IsOfPeople(sentence, mention))
            return false;
        for (var at = mention.Last + 1; at <= mention.Last + Reach; at++)
        {
            var word = sentence.Word(at);
            if (at == mention.Last + 1 && word == "," && sentence.Word(mention.First - 1) == ",")
                continue;
            if (holding.Contains(word) && IsReadyTo(sentence, at) && !mention.Name.IsPartySeat)
                return true;
            if (lending.Contains(word) && hosting.Contains(sentence.Word(at + 2)))
                return true;
            if (hosting.Contains(word))
                return !hosted.Contains(word) || sentence.Word(at - 1) is not ("be" or "been" or "being" or "is" or "are" or "was" or "were");
            if (!between.Contains(word))
                return false;
        }

        return false;
    }

    /// <summary>"Leaders of Britain, France and Germany hosted Zelensky in London": whose they are.</summary>
    private bool IsOfPeople(MarkedSentence sentence, Mention mention)
    {
        var at = mention.First - 1;
        while (at > 0 && (sentence.Word(at) is "," or "and" or "the" || sentence.MentionAt(at) is not null))
            at--;
        return sentence.Word(at) == "of" && people.Contains(sentence.Word(at - 1));
    }

    /// <summary>"hosted by Qatar".</summary>
    public bool IsAgent(MarkedSentence sentence, Mention mention) =>
        sentence.Word(mention.First - 1) == "by" && hosted.Contains(sentence.Word(mention.First - 2));

    /// <summary>"Austria, Switzerland and Türkiye are ready to host": said of all places of the list.</summary>
    public bool IsHostLater(MarkedSentence sentence, Mention mention)
    {
        for (var at = mention.Last + 1; at <= mention.Last + SharedReach; at++)
        {
            if (nouns.Contains(sentence.Word(at)))
                return true;
        }

        return false;
    }

    private bool IsReadyTo(MarkedSentence sentence, int verb) => sentence.Word(verb - 1) == "to" && ready.Contains(sentence.Word(verb - 2));
}
