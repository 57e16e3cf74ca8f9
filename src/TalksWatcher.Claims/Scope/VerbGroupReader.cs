using System.Collections.Frozen;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Scope;

/// <summary>Reads the auxiliaries before a verb: tense, modality, negation, voice.</summary>
internal sealed class VerbGroupReader(Lexicon lexicon)
{
    private const int Reach = 9;
    private const int ProposalReach = 16;
    private readonly FrozenSet<string> adverbs = lexicon.Words("adverbs");
    private readonly FrozenSet<string> future = lexicon.Words("modals-future");
    private readonly FrozenSet<string> possible = lexicon.Words("modals-possible");
    private readonly FrozenSet<string> planned = lexicon.Words("before-to-planned");
    private readonly FrozenSet<string> expected = lexicon.Words("before-to-expected");
    private readonly FrozenSet<string> offered = lexicon.Words("before-to-offered");
    private readonly FrozenSet<string> obliged = lexicon.Words("before-to-obliged");
    private readonly FrozenSet<string> after = lexicon.Words("before-gerunds");
    private readonly FrozenSet<string> causing = lexicon.Words("causing-verbs");
    private readonly FrozenSet<string> listing = lexicon.Words("listing-words");
    private readonly FrozenSet<string> required = lexicon.Words("modals-required");
    private readonly FrozenSet<string> proposing = lexicon.Words("proposing-words");
    private readonly FrozenSet<string> groups = lexicon.Words("team-words");
    private readonly FrozenSet<string> refused = lexicon.Words("before-to-refused");

    public VerbGroup Read(MarkedSentence sentence, int verb)
    {
        var trail = new Trail();
        for (var at = verb - 1; at >= 0 && verb - at <= Reach && Step(sentence, at, ref trail); at--)
        {
        }

        var form = lexicon.FormOf(sentence.Word(verb));
        trail.IsSoon = sentence.Word(verb + 1) is "soon" or "shortly";
        trail.IsAfter = after.Contains(sentence.Word(verb - 1));
        if (trail.IsBare && form.HasFlag(VerbForm.Base) && IsCoordinated(sentence, verb) is { } shared)
            return shared;
        if (trail.IsBare && form.HasFlag(VerbForm.Base) && Cause(sentence, verb) is { } cause)
            return Read(sentence, cause);
        var aspect = AspectOf(trail, form);
        if (aspect == Aspect.Present && IsSubjunctive(trail, form) && IsProposed(sentence, verb))
            aspect = Aspect.Offered;
        return new VerbGroup(aspect, trail.Negated, trail.Be is not null && form.HasFlag(VerbForm.Participle)) { IsConditional = trail.Would, IsAbility = trail.Can, IsReported = IsReported(sentence, verb), IsInfinitive = trail.To, IsObliged = trail.Obliged, IsLapsed = trail.Lapsed };
    }

    /// <summary>"would be happy to see the two presidents meet": the verb before its subject tells when and whether.</summary>
    private int? Cause(MarkedSentence sentence, int verb)
    {
        var hasSubject = false;
        for (var at = verb - 1; at > 0 && verb - at <= Reach; at--)
        {
            if (causing.Contains(sentence.Word(at)) && sentence.MentionAt(at) is null)
                return hasSubject ? at : null;
            if (sentence.MentionAt(at) is null && !groups.Contains(sentence.Word(at)) && !listing.Contains(sentence.Word(at)))
                return null;
            hasSubject |= sentence.MentionAt(at) is not null || groups.Contains(sentence.Word(at));
        }

        return null;
    }

    private static bool IsSubjunctive(Trail trail, VerbForm form) =>
        trail.Be == "be" || trail.IsBare && form.HasFlag(VerbForm.Base) && !form.HasFlag(VerbForm.Past);

    /// <summary>"proposed that they meet", "the suggestion that talks be held".</summary>
    private bool IsProposed(MarkedSentence sentence, int verb)
    {
        for (var at = verb - 1; at > 0 && verb - at <= ProposalReach && sentence.Word(at) is not (";" or ":"); at--)
        {
            if (sentence.Word(at) == "that" && IsAfterProposal(sentence, at))
                return true;
        }

        return false;
    }

    /// <summary>"proposed in a statement on Sunday that": what stands between does not part them, another verb does.</summary>
    private bool IsAfterProposal(MarkedSentence sentence, int that)
    {
        for (var at = that - 1; at >= 0 && that - at <= ProposalReach; at--)
        {
            if (proposing.Contains(sentence.Word(at)))
                return true;
            if (sentence.Word(at) is "," or "said" or "told" or "announced" or "confirmed" or "wrote" or "added" or "is" or "was" or "were" or "are" or "has" or "had" or "have" or "and")
                return false;
        }

        return false;
    }

    private static bool IsReported(MarkedSentence sentence, int verb)
    {
        for (var at = Math.Max(0, verb - 10); at < verb; at++)
        {
            if (sentence.Word(at) is "said" or "announced" or "confirmed" or "told" or "promised" or "declared")
                return true;
        }

        return false;
    }

    /// <summary>"will travel to Doha and meet the team": the second verb shares the first one's auxiliaries.</summary>
    private VerbGroup? IsCoordinated(MarkedSentence sentence, int verb)
    {
        if (sentence.Word(verb - 1) is not ("and" or "or" or ","))
            return null;
        for (var at = verb - 2; at >= 0 && verb - at <= 14; at--)
        {
            var word = sentence.Word(at);
            if (future.Contains(word) || possible.Contains(word) || word == "to")
                return Read(sentence, at + 1);
        }

        return null;
    }

    private bool Step(MarkedSentence sentence, int at, ref Trail trail)
    {
        var word = sentence.Word(at);
        trail.Headline |= word == "to" && IsHeadline(sentence, at);
        if (word.EndsWith("n't", StringComparison.Ordinal))
        {
            trail.Negated = true;
            word = word == "won't" ? "will" : word == "can't" ? "can" : word[..^3];
        }

        if (word is "nobody" or "none" or "neither")
        {
            trail.Negated = true;
            return false;
        }

        if (word is "not" or "never" or "hardly" or "scarcely" or "no" or "cannot")
            trail.Negated = true;
        if (adverbs.Contains(word) || word.EndsWith("ly", StringComparison.Ordinal))
            return true;
        if (trail.To && trail.Intent == Aspect.Unknown && (sentence.MentionAt(at) is not null || word is "on" or "upon" or "him" or "her" or "them" or "both" || word == "and" && sentence.MentionAt(at - 1) is not null))
            return true;
        if (trail.To)
            return BeforeTo(word, ref trail);
        return Auxiliary(word, ref trail);
    }

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

    private bool Auxiliary(string word, ref Trail trail)
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

    private bool BeforeTo(string word, ref Trail trail)
    {
        if (word is "in" or "principle")
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

    private static Aspect AspectOf(Trail trail, VerbForm form)
    {
        if (trail.Modal is Aspect.Possible or Aspect.Offered && !trail.To)
            return trail.Modal == Aspect.Offered && trail.IsSoon ? Aspect.Expected : trail.Modal;
        if (trail.To)
            return trail.Intent == Aspect.Unknown && trail.Headline ? Aspect.Future : trail.Intent;
        if (trail.Modal == Aspect.Future)
            return trail.Have is null ? Aspect.Future : Aspect.PastPerfect;
        if (trail.Have is { } have)
            return have == "had" ? Aspect.PastPerfect : Aspect.Perfect;
        if (trail.Do is { } done)
            return done == "did" ? Aspect.Past : Aspect.Present;
        if (trail.Be is { } be)
            return be is "was" or "were" && !IsOngoing(form) ? Aspect.Past : form.HasFlag(VerbForm.Ing) || be == "being" ? Aspect.Progressive : Aspect.Present;
        return form switch
        {
            _ when form.HasFlag(VerbForm.Past) => Aspect.Past,
            _ when form.HasFlag(VerbForm.Participle) && !form.HasFlag(VerbForm.Base) => Aspect.Participle,
            VerbForm.Ing => trail.IsAfter ? Aspect.Perfect : Aspect.Unknown,
            _ when form != VerbForm.None => Aspect.Present,
            _ => Aspect.Unknown,
        };
    }

    /// <summary>"was holding a second day of talks": told in the past, yet going on.</summary>
    private static bool IsOngoing(VerbForm form) => form.HasFlag(VerbForm.Ing);

    private struct Trail
    {
        public Aspect Modal;
        public Aspect Intent;

        /// <summary>"had been expected to".</summary>
        public bool Lapsed;

        /// <summary>"should be held soon": rather foreseen than asked for.</summary>
        public bool IsSoon;

        /// <summary>"after meeting": it is over.</summary>
        public bool IsAfter;
        public bool To;
        public bool Headline;
        public bool Negated;
        public bool Would;
        public bool Can;
        public bool Obliged;
        public string? Have;
        public string? Be;
        public string? Do;

        /// <summary>"to be held".</summary>
        public readonly bool IsBareBe => Be == "be" && Modal == Aspect.Unknown && Have is null && Do is null && !To;

        public readonly bool IsBare => Modal == Aspect.Unknown && Have is null && Be is null && Do is null && !To;
    }
}
