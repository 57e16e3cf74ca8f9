using System.Collections.Frozen;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Scope;

/// <summary>Reads what stands before a verb: tense, modality, negation, voice.</summary>
internal sealed class VerbGroupReader(Lexicon lexicon)
{
    private const int Reach = 9;
    private const int ReportReach = 10;
    private const int SharedReach = 14;
    private readonly FrozenSet<string> future = lexicon.Words("modals-future");
    private readonly FrozenSet<string> possible = lexicon.Words("modals-possible");
    private readonly FrozenSet<string> after = lexicon.Words("before-gerunds");
    private readonly FrozenSet<string> causing = lexicon.Words("causing-verbs");
    private readonly FrozenSet<string> listing = lexicon.Words("listing-words");
    private readonly FrozenSet<string> soon = lexicon.Words("soon-words");
    private readonly FrozenSet<string> assuring = lexicon.Words("assuring-verbs");
    private readonly FrozenSet<string> groups = lexicon.Words("team-words");
    private readonly Auxiliaries auxiliaries = new(lexicon);
    private readonly Proposals proposals = new(lexicon);

    public VerbGroup Read(MarkedSentence sentence, int verb)
    {
        var trail = new VerbTrail();
        for (var at = verb - 1; at >= 0 && verb - at <= Reach && auxiliaries.Step(sentence, at, ref trail); at--)
        {
        }

        if (trail is { To: true, Intent: Aspect.Unknown })
            trail.Intent = auxiliaries.Shared(sentence, verb - 1);
        if (trail is { Intent: Aspect.Refused, Negated: true })
            (trail.Intent, trail.Negated) = (Aspect.Offered, false);
        var form = lexicon.FormOf(sentence.Word(verb));
        trail.IsSoon = soon.Contains(sentence.Word(verb + 1));
        trail.IsAfter = after.Contains(sentence.Word(verb - 1));
        if (trail.IsBare && form.HasFlag(VerbForm.Base) && IsCoordinated(sentence, verb) is { } shared)
            return shared;
        if (trail.IsBare && form.HasFlag(VerbForm.Base) && Cause(sentence, verb) is { } cause)
            return Read(sentence, cause);
        var aspect = trail.AspectOf(form);
        if (aspect == Aspect.Present && IsSubjunctive(trail, form) && proposals.IsProposed(sentence, verb))
            aspect = Aspect.Offered;
        return new VerbGroup(aspect, trail.Negated, trail.Be is not null && form.HasFlag(VerbForm.Participle))
        {
            IsConditional = trail.Would,
            IsAbility = trail.Can,
            IsReported = IsReported(sentence, verb),
            IsInfinitive = trail.To,
            IsObliged = trail.Obliged,
            IsLapsed = trail.Lapsed,
        };
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

    /// <summary>"be held", "meet" without an auxiliary: as proposals are put.</summary>
    private static bool IsSubjunctive(VerbTrail trail, VerbForm form) =>
        trail.Be == "be" || trail.IsBare && form.HasFlag(VerbForm.Base) && !form.HasFlag(VerbForm.Past);

    /// <summary>"said he would meet".</summary>
    private bool IsReported(MarkedSentence sentence, int verb)
    {
        for (var at = Math.Max(0, verb - ReportReach); at < verb; at++)
        {
            if (assuring.Contains(sentence.Word(at)))
                return true;
        }

        return false;
    }

    /// <summary>"will travel to Doha and meet the team": the second verb shares the first one's auxiliaries.</summary>
    private VerbGroup? IsCoordinated(MarkedSentence sentence, int verb)
    {
        if (sentence.Word(verb - 1) is not ("and" or "or" or ","))
            return null;
        for (var at = verb - 2; at >= 0 && verb - at <= SharedReach; at--)
        {
            var word = sentence.Word(at);
            if (future.Contains(word) || possible.Contains(word) || word == "to")
                return Read(sentence, at + 1);
        }

        return null;
    }
}
