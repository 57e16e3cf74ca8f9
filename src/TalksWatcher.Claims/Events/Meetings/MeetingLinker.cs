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

    public IReadOnlyList<LinkedCue> Link(MarkedSentence marks, IReadOnlyList<int> nouns)
    {
        var matches = rules.Matches(marks);
        if (matches.Count == 0)
            return [];
        var (best, ahead) = (new Dictionary<int, LinkedCue>(), new List<LinkedCue>());
        foreach (var (rule, match) in matches)
        {
            if (IsAttribute(marks, match.Head) || rule.Status is null && IsNounOf(marks, match.Head) || rule.Past && IsNoun(marks, match.Head))
                continue;
            var group = verbs.Read(marks, match.Head);
            if (!rule.NegatedWords && IsNegatedInside(marks, match))
                group = group with { Negated = true };
            if (rule.Link == CueLink.None && group.Aspect == Aspect.Unknown && nouns.Contains(match.Head))
                continue;
            if (!MeetingStatus.Fits(rule, group) || ties.Best(marks, nouns, rule, match, group) is not { } cue)
                continue;
            if (rule.Status is null && group.Aspect == Aspect.Future && !group.Negated)
                ahead.Add(cue);
            if (!best.TryGetValue(cue.Anchor, out var rival))
                best[cue.Anchor] = cue;
            else if (cue.Score > rival.Score)
                best[cue.Anchor] = cue with { Next = rival };
            else if (rival.Next is null || cue.Rule.Groups && !rival.Next.Rule.Groups)
                best[cue.Anchor] = rival with { Next = cue };
        }

        foreach (var cue in ahead)
        {
            if (IsNewSlot(marks, best[cue.Anchor], cue))
                best.TryAdd(cue.Match.Head, cue with { Anchor = cue.Match.Head, Noun = cue.Anchor });
        }

        return best.Count <= 1 ? [.. best.Values] : Outermost([.. best.Values]);
    }

    /// <summary>"discussed an end to the war"; but "the end of the talks" ends them.</summary>
    private bool IsNoun(MarkedSentence marks, int word) =>
        determiners.Contains(marks.Word(word - 1)) && marks.Word(word + 1) != "of";

    private static List<LinkedCue> Outermost(List<LinkedCue> cues)
    {
        var outermost = cues.FindAll(c => !IsInside(c, cues));
        outermost.Sort((one, other) => one.Anchor.CompareTo(other.Anchor));
        return outermost;
    }

    /// <summary>"originally due on Sunday, will now be held on Tuesday": one noun, two slots.</summary>
    private static bool IsNewSlot(MarkedSentence marks, LinkedCue best, LinkedCue ahead) =>
        best.Rule.Status == ClaimStatus.Postponed && best != ahead && ahead.Match.First > best.Match.Last
        && (ahead.Match.First - best.Match.Last >= (ahead.Group.IsInfinitive ? 5 : 3) || marks.Word(best.Match.Last) == "instead");

    /// <summary>In "rejected the offer to hold talks" the talks are told of once.</summary>
    private static bool IsInside(LinkedCue cue, List<LinkedCue> all) =>
        all.Exists(c => c != cue && c.IsEvent && cue.Rule.Rank < c.Rule.Rank && cue.Anchor >= c.Match.First && cue.Anchor <= c.Match.Last);

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
