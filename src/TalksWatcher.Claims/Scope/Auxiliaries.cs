using System.Collections.Frozen;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Scope;

/// <summary>Reads the auxiliaries of a verb word by word from right to left: "had been expected not to".</summary>
internal sealed class Auxiliaries(Lexicon lexicon)
{
    private const int SharedReach = 14;
    private readonly FrozenSet<string> adverbs = lexicon.Words("adverbs");
    private readonly FrozenSet<string> future = lexicon.Words("modals-future");
    private readonly FrozenSet<string> possible = lexicon.Words("modals-possible");
    private readonly FrozenSet<string> required = lexicon.Words("modals-required");
    private readonly FrozenSet<string> planned = lexicon.Words("before-to-planned");
    private readonly FrozenSet<string> expected = lexicon.Words("before-to-expected");
    private readonly FrozenSet<string> offered = lexicon.Words("before-to-offered");
    private readonly FrozenSet<string> obliged = lexicon.Words("before-to-obliged");
    private readonly FrozenSet<string> refused = lexicon.Words("before-to-refused");
    private readonly FrozenSet<string> links = lexicon.Words("intent-links");
    private readonly FrozenSet<string> groups = lexicon.Words("team-words");

    /// <summary>Takes in one more word; <c>false</c> where it is none of the verb's own.</summary>
    public bool Step(MarkedSentence sentence, int at, ref VerbTrail trail)
    {
        var word = sentence.Word(at);
        trail.Headline |= word == "to" && IsHeadline(sentence, at);
        if (word.EndsWith("n't", StringComparison.Ordinal))
        {
            trail.Negated = true;
            word = word == "won't" ? "will" : word == "can't" ? "can" : word[..^3];
        }

        if (word is "nobody" or "none" or "neither" || word == "one" && sentence.Word(at - 1) == "no")
        {
            trail.Negated = true;
            return false;
        }

        if (word is "not" or "never" or "hardly" or "scarcely" or "no" or "cannot")
            trail.Negated = true;
        if (adverbs.Contains(word) || word.EndsWith("ly", StringComparison.Ordinal))
            return true;
        if (trail.To && trail.Intent == Aspect.Unknown && (sentence.MentionAt(at) is not null || sentence.TimeAt(at) is not null || word is "on" or "upon" or "him" or "her" or "them" or "both" || word == "and" && sentence.MentionAt(at - 1) is not null))
            return true;
        if (trail.To)
            return BeforeTo(word, ref trail);
        return Finite(word, ref trail);
    }

    /// <summary>"agreed on a swap and to hold another round": what the word before the first of two complements tells.</summary>
    public Aspect Shared(MarkedSentence sentence, int to)
    {
        if (sentence.Word(to - 1) is not ("and" or "or" or "but"))
            return Aspect.Unknown;
        for (var at = to - 2; at >= 0 && to - at <= SharedReach && sentence.Clauses[at] == sentence.Clauses[to]; at--)
        {
            if (sentence.MentionAt(at) is null && Intent(sentence.Word(at)) is not Aspect.Unknown and var intent)
                return intent;
        }

        return Aspect.Unknown;
    }

    private Aspect Intent(string word) =>
        planned.Contains(word) ? Aspect.Future
        : expected.Contains(word) ? Aspect.Expected
        : offered.Contains(word) ? Aspect.Offered
        : refused.Contains(word) ? Aspect.Refused
        : Aspect.Unknown;

    /// <summary>"Moscow, Kyiv to meet": nothing but names and groups before "to".</summary>
    private bool IsHeadline(MarkedSentence sentence, int to)
    {
        for (var at = to - 1; at >= 0; at--)
        {
            if (sentence.MentionAt(at) is null && !groups.Contains(sentence.Word(at)) && sentence.Word(at) is not ("," or "and" or "&" or ":" or "—"))
                return false;
        }

        return to > 0;
    }

    /// <summary>Right before the verb: "will", "has been", "did".</summary>
    private bool Finite(string word, ref VerbTrail trail)
    {
        if (word == "to" && (trail.IsBare || trail.IsBareBe))
            return trail.To = true;
        if (future.Contains(word) || possible.Contains(word))
        {
            trail.Would = word == "would";
            trail.Can = word == "can";
            trail.Modal = required.Contains(word) ? Aspect.Offered : future.Contains(word) ? Aspect.Future : Aspect.Possible;
            trail.Obliged |= trail.Modal == Aspect.Offered;
            return true;
        }

        if (word is "did" or "does" or "do")
        {
            trail.Do = word;
            return true;
        }

        if (word is "have" or "has" or "had" or "having")
        {
            trail.Have ??= word;
            return true;
        }

        if (word is not ("is" or "are" or "was" or "were" or "be" or "been" or "being" or "am" or "'s"))
            return false;
        if (word != "'s" || !trail.IsBare)
            trail.Be = word is "been" or "being" ? trail.Be ?? word : word;
        return word != "'s";
    }

    /// <summary>Before "to": "was expected to", "agreed in principle to".</summary>
    private bool BeforeTo(string word, ref VerbTrail trail)
    {
        if (links.Contains(word))
            return true;
        if (trail.Intent == Aspect.Unknown)
        {
            trail.Obliged = obliged.Contains(word);
            trail.Intent = planned.Contains(word) ? Aspect.Future
                : expected.Contains(word) ? Aspect.Expected
                : offered.Contains(word) || trail.Obliged ? Aspect.Offered
                : refused.Contains(word) ? Aspect.Refused
                : possible.Contains(word) ? Aspect.Possible
                : word is "is" or "are" or "was" or "were" or "be" ? Aspect.Future : Aspect.Unknown;
            return trail.Intent != Aspect.Unknown;
        }

        if (possible.Contains(word))
            trail.Modal = Aspect.Possible;
        trail.Lapsed |= word == "had";
        return word is "is" or "are" or "was" or "were" or "be" or "been" or "has" or "have" or "had" || future.Contains(word) || possible.Contains(word);
    }
}
