using System.Collections.Frozen;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Scope;

namespace TalksWatcher.Claims.Events.Meetings;

/// <summary>Ties phrases to nouns of meeting; for each noun the best phrase speaks.</summary>
internal sealed class MeetingLinker(Lexicon lexicon, CueRules rules)
{
    private readonly FrozenSet<string> negations = lexicon.Words("not-words");
    private readonly FrozenSet<string> determiners = lexicon.Words("determiners");
    private readonly FrozenSet<string> possessives = lexicon.Words("possessives");
    private readonly NounTies ties = new(lexicon);
    private readonly VerbGroupReader verbs = new(lexicon);

    /// <param name="best">Takes the phrases in place of what it held.</param>
    public void Link(MarkedSentence marks, List<int> nouns, List<LinkedCue> best)
    {
        best.Clear();
        var matches = rules.Matches(marks);
        List<LinkedCue>? ahead = null;
        for (var i = 0; i < matches.Count; i++)
        {
            if (Tied(marks, nouns, matches[i].Rule, matches[i].Match) is not { } cue)
                continue;
            if (cue.Rule.Status is null && cue.Group is { Aspect: Aspect.Future, Negated: false })
                (ahead ??= []).Add(cue);
            Keep(best, cue);
        }

        if (ahead is not null)
            AddNewSlots(marks, best, ahead);
        if (best.Count > 1)
            KeepOutermost(best);
    }

    /// <summary>The phrase with its noun; <c>null</c> where it tells of no meeting.</summary>
    private LinkedCue? Tied(MarkedSentence marks, List<int> nouns, CueRule rule, PatternMatch match)
    {
        if (IsAttribute(marks, match.Head) || rule.Status is null && IsNounOf(marks, match.Head) || rule.Past && IsNoun(marks, match.Head))
            return null;
        var group = verbs.Read(marks, match.Head);
        if (!rule.NegatedWords && IsNegatedInside(marks, match))
            group = group with { Negated = true };
        if (rule.Link == CueLink.None && group.Aspect == Aspect.Unknown && nouns.Contains(match.Head))
            return null;
        return MeetingStatus.Fits(rule, group) ? ties.Best(marks, nouns, rule, match, group) : null;
    }

    private static void Keep(List<LinkedCue> best, LinkedCue cue)
    {
        var at = IndexOf(best, cue.Anchor);
        if (at < 0)
            best.Add(cue);
        else if (cue.Score > best[at].Score)
            best[at] = best[at].Rule.Groups ? cue with { Next = best[at] } : cue;
        else if (cue.Rule.Groups && best[at].Next is null)
            best[at] = best[at] with { Next = cue };
    }

    private static int IndexOf(List<LinkedCue> cues, int anchor)
    {
        for (var i = 0; i < cues.Count; i++)
        {
            if (cues[i].Anchor == anchor)
                return i;
        }

        return -1;
    }

    private static void AddNewSlots(MarkedSentence marks, List<LinkedCue> best, List<LinkedCue> ahead)
    {
        foreach (var cue in ahead)
        {
            if (IsNewSlot(marks, best[IndexOf(best, cue.Anchor)], cue) && IndexOf(best, cue.Match.Head) < 0)
                best.Add(cue with { Anchor = cue.Match.Head, Noun = cue.Anchor });
        }
    }

    /// <summary>"discussed an end to the war", "at the end of March"; but "the end of the talks" ends them.</summary>
    private bool IsNoun(MarkedSentence marks, int word) =>
        determiners.Contains(marks.Word(word - 1)) && (marks.Word(word + 1) != "of" || marks.TimeAt(word) is not null);

    private static void KeepOutermost(List<LinkedCue> cues)
    {
        var all = cues.ToArray();
        cues.Clear();
        foreach (var cue in all)
        {
            if (!IsInside(cue, all))
                cues.Add(cue);
        }

        cues.Sort((one, other) => one.Anchor.CompareTo(other.Anchor));
    }

    /// <summary>"originally due on Sunday, will now be held on Tuesday": one noun, two slots.</summary>
    private static bool IsNewSlot(MarkedSentence marks, LinkedCue best, LinkedCue ahead) =>
        best.Rule.Status == ClaimStatus.Postponed && best != ahead && ahead.Match.First > best.Match.Last
        && (ahead.Match.First - best.Match.Last >= (ahead.Group.IsInfinitive ? 5 : 3) || marks.Word(best.Match.Last) == "instead");

    /// <summary>In "rejected the offer to hold talks" the talks are told of once.</summary>
    private static bool IsInside(LinkedCue cue, LinkedCue[] all)
    {
        foreach (var other in all)
        {
            if (other.IsEvent && cue.Rule.Rank < other.Rule.Rank && cue.Anchor >= other.Match.First && cue.Anchor <= other.Match.Last)
                return true;
        }

        return false;
    }

    /// <summary>"a closed session", "the US-proposed plan": the form describes a noun and tells nothing of its own.</summary>
    private bool IsAttribute(MarkedSentence marks, int head) =>
        marks.Tokens[head].Joined && marks.MentionAt(head - 1) is not null
        || lexicon.FormOf(marks.Word(head)) is var form && (form.HasFlag(VerbForm.Participle) || form == VerbForm.Ing)
            && (determiners.Contains(marks.Word(head - 1)) || possessives.Contains(marks.Word(head - 1)));

    /// <summary>"is not being considered": the phrase holds a negation that is none of its words.</summary>
    private bool IsNegatedInside(MarkedSentence marks, PatternMatch match)
    {
        for (var at = match.Head + 1; at <= Math.Min(match.Last, match.Head + 2); at++)
        {
            if (negations.Contains(marks.Word(at)))
                return true;
        }

        return false;
    }

    /// <summary>"the final stage of the talks".</summary>
    private bool IsNounOf(MarkedSentence marks, int head) =>
        marks.Word(head + 1) == "of" && lexicon.FormOf(marks.Word(head)) is var form && form.HasFlag(VerbForm.Base) && !form.HasFlag(VerbForm.Past);
}
