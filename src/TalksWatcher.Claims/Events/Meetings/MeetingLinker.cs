using System.Collections.Frozen;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Scope;

namespace TalksWatcher.Claims.Events.Meetings;

/// <summary>A rule's phrase tied to the meeting it speaks of.</summary>
/// <param name="Anchor">Token of the meeting's noun, or of the phrase's verb where there is no noun.</param>
internal sealed record LinkedCue(CueRule Rule, PatternMatch Match, int Anchor, VerbGroup Group, int Score)
{
    /// <summary>The meeting's noun where the anchor is the verb of its new slot.</summary>
    public int Noun { get; init; } = Anchor;

    /// <summary>The phrase that speaks where this one turns out to tell of no table.</summary>
    public LinkedCue? Next { get; init; }

    public bool IsEvent => Rule.Link == CueLink.None;
}

/// <summary>Ties phrases to nouns of meeting; for each noun the best phrase speaks.</summary>
internal sealed class MeetingLinker(Lexicon lexicon, CueRules rules)
{
    private const int PerClause = 4;
    private const int PerNoun = 4;
    private const int RelativeReach = 9;
    private const int PerRelativeClause = 10;
    private const int PerContentClause = 20;
    private readonly FrozenSet<string> groups = [.. lexicon.Words("officials-words"), .. lexicon.Words("team-words")];
    private readonly FrozenSet<string> askedFor = lexicon.Words("asked-for");
    private readonly FrozenSet<string> negations = lexicon.Words("not-words");
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
            if (!MeetingStatus.Fits(rule, group) || Tie(marks, nouns, rule, match, group) is not { } cue)
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
    private static bool IsNoun(MarkedSentence marks, int word) =>
        marks.Word(word - 1) is "a" or "an" or "the" or "any" or "this" && marks.Word(word + 1) != "of";

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
            && marks.Word(head - 1) is "a" or "an" or "the" or "this" or "'s" or "their" or "its";

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

    private LinkedCue? Tie(MarkedSentence marks, IReadOnlyList<int> nouns, CueRule rule, PatternMatch match, VerbGroup group)
    {
        if (rule.Link == CueLink.None)
            return new LinkedCue(rule, match, match.Head, group, 4 * rule.Rank);
        LinkedCue? best = null;
        foreach (var noun in nouns)
        {
            if (!IsOnSide(marks, rule.Link, noun, match, group) || Distance(marks, nouns, noun, match) is var distance && distance > rule.Reach + (HasRelative(marks, noun, match.First) ? PerRelativeClause : 0))
                continue;
            if (best is null || 4 * rule.Rank - distance > best.Score)
                best = new LinkedCue(rule, match, noun, group, 4 * rule.Rank - distance);
        }

        return best;
    }

    private bool IsOnSide(MarkedSentence marks, CueLink link, int noun, PatternMatch match, VerbGroup group) => link switch
    {
        _ when noun >= match.First && noun <= match.Last => true,
        CueLink.Subject => IsSubject(marks, noun, match),
        CueLink.Object or CueLink.Content when group.Passive => IsSubject(marks, noun, match),
        CueLink.Object when group.Aspect is Aspect.Participle or Aspect.Past => IsObject(marks, noun, match) || IsRelative(marks, noun, match) || match.First - noun <= 3 && noun < match.First,
        CueLink.Object => IsObject(marks, noun, match) || IsRelative(marks, noun, match),
        CueLink.Content => IsObject(marks, noun, match, "that"),
        CueLink.Both => IsSubject(marks, noun, match) || IsObject(marks, noun, match),
        _ => true,
    };

    /// <summary>Not in "the mood at the talks continued".</summary>
    private bool IsSubject(MarkedSentence marks, int noun, PatternMatch match)
    {
        if (noun > match.First)
            return false;
        for (var at = noun + 1; at < match.First; at++)
        {
            if (marks.Word(at) is "before" or "after" or "when" or "once" or "until" or "if")
                return false;
        }

        for (var at = noun - 1; at >= 0 && noun - at <= 6; at--)
        {
            var word = marks.Tokens[at].Joined ? "" : marks.Word(at);
            if (word is "for" or "to" && askedFor.Contains(marks.Word(at - 1)))
                return true;
            if (word is "after" or "before" or "since" && IsFinite(marks, noun, match.First))
                return true;
            if (word is "at" or "for" or "after" or "before" or "during" or "about" or "from" or "to" or "since")
                return false;
            if (word is "," or "of" or "that")
                return true;
        }

        return true;
    }

    /// <summary>"days after the summit was put on ice": a clause of its own.</summary>
    private static bool IsFinite(MarkedSentence marks, int noun, int verb)
    {
        for (var at = noun + 1; at < verb && at - noun <= 6; at++)
        {
            if (marks.Word(at) is "was" or "were" or "is" or "are" or "has" or "have" or "had" or "will")
                return true;
        }

        return false;
    }

    /// <summary>"the consultations which officials held".</summary>
    private static bool IsRelative(MarkedSentence marks, int noun, PatternMatch match) =>
        noun < match.First && match.First - noun <= RelativeReach && marks.Word(noun + 1) is "which" or "that" && marks.Word(noun + 2) is not ("was" or "were" or "is" or "are" or "had" or "has" or "have" or "will" or "would");

    /// <summary>Not in "begun the arrangements for a meeting".</summary>
    private static bool IsObject(MarkedSentence marks, int noun, PatternMatch match, string? allowed = null)
    {
        for (var at = match.Last + 1; at < noun; at++)
        {
            if (!marks.Tokens[at].Joined && marks.Word(at) != allowed && marks.Word(at) is "for" or "about" or "on" or "at" or "from" or "to" or "that" or "after" or "before" or "during" or "since" or "when" or "who" or "which" or "where" or "war")
                return false;
        }

        return noun > match.Last;
    }

    private static int CountBetween(IReadOnlyList<int> nouns, int from, int to)
    {
        var count = 0;
        for (var i = 0; i < nouns.Count; i++)
            count += nouns[i] > from && nouns[i] < to ? 1 : 0;
        return count;
    }

    /// <summary>"the talks that were to open on Friday will begin": the verb may stand further off.</summary>
    private static bool HasRelative(MarkedSentence marks, int noun, int verb)
    {
        for (var at = noun + 1; at < verb; at++)
        {
            if (marks.Word(at) is "that" or "which" && marks.Word(at + 1) is "was" or "were" or "is" or "are" or "had" or "has" or "have")
                return true;
        }

        return false;
    }

    /// <summary>"said after the meetings that they agreed": the noun stands outside the clause of the verb.</summary>
    private static bool IsInContentClause(MarkedSentence marks, int noun, int verb)
    {
        for (var at = noun + 1; at < verb; at++)
        {
            if (marks.Word(at) == "that" && !IsRelative(marks, noun, at) && marks.Word(at + 1) is not ("was" or "were" or "is" or "are" or "had" or "has"))
                return true;
        }

        return false;
    }

    /// <summary>"The meeting that they were to have was put off": more of the noun that opens the sentence.</summary>
    private static bool IsRelative(MarkedSentence marks, int noun, int that) =>
        that == noun + 1 && noun <= 5 && marks.Word(0) is "a" or "an" or "the" or "this";

    /// <summary>How many tokens "between A, the B and C" takes right after a noun.</summary>
    private int Table(MarkedSentence marks, int noun)
    {
        if (marks.Word(noun + 1) != "between")
            return 0;
        var at = noun + 2;
        while (at < marks.Tokens.Length && (marks.MentionAt(at) is not null || marks.Word(at) is "," or "and" or "the" or "of" || groups.Contains(marks.Word(at))))
            at++;
        return at - noun - 1;
    }

    private int Distance(MarkedSentence marks, IReadOnlyList<int> nouns, int noun, PatternMatch match)
    {
        if (noun >= match.First && noun <= match.Last)
            return 0;
        var (from, to) = noun < match.First ? (noun, match.First) : (match.Last, noun);
        return to - from - (noun < match.First ? Table(marks, noun) : 0) + (IsInContentClause(marks, noun, match.First) ? PerContentClause : 0) + PerClause * Math.Abs(marks.Clauses[to] - marks.Clauses[from]) + PerNoun * CountBetween(nouns, from, to);
    }
}
