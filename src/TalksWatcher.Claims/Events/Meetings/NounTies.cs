using System.Collections.Frozen;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Scope;

namespace TalksWatcher.Claims.Events.Meetings;

/// <summary>Whether a noun of meeting stands where a phrase can speak of it, and how far off.</summary>
internal sealed class NounTies(Lexicon lexicon)
{
    private const int PerClause = 4;
    private const int PerNoun = 4;
    private const int RelativeReach = 9;
    private const int GovernorReach = 6;
    private const int FiniteReach = 6;
    private const int PerRelativeClause = 10;
    private const int PerContentClause = 20;
    private readonly FrozenSet<string> groups = [.. lexicon.Words("officials-words"), .. lexicon.Words("team-words")];
    private readonly FrozenSet<string> askedFor = lexicon.Words("asked-for");
    private readonly FrozenSet<string> lasting = lexicon.Words("lasting-words");
    private readonly FrozenSet<string> auxiliaries = lexicon.Words("auxiliaries");
    private readonly FrozenSet<string> circumstances = lexicon.Words("clause-openers");
    private readonly FrozenSet<string> beforeOtherNouns = lexicon.Words("before-oblique");
    private readonly FrozenSet<string> preparing = lexicon.Words("preparing-nouns");
    private readonly FrozenSet<string> barriers = lexicon.Words("object-barriers");

    /// <summary>The phrase with the noun that it speaks of; a phrase of an event needs none.</summary>
    public LinkedCue? Best(MarkedSentence marks, List<int> nouns, CueRule rule, PatternMatch match, VerbGroup group)
    {
        if (rule.Link == CueLink.None)
            return new LinkedCue(rule, match, match.Head, group, 4 * rule.Rank);
        var (best, least) = (-1, int.MaxValue);
        for (var i = 0; i < nouns.Count; i++)
        {
            if (!IsOnSide(marks, rule.Link, nouns[i], match, group))
                continue;
            var distance = Distance(marks, nouns, nouns[i], match);
            if (HasRelative(marks, nouns[i], match.First))
                distance = Math.Max(0, distance - PerRelativeClause);
            if (distance < least && distance <= rule.Reach)
                (best, least) = (nouns[i], distance);
        }

        return best < 0 ? null : new LinkedCue(rule, match, best, group, 4 * rule.Rank - least);
    }

    private bool IsOnSide(MarkedSentence marks, CueLink link, int noun, PatternMatch match, VerbGroup group) => link switch
    {
        _ when noun >= match.First && noun <= match.Last => noun == match.First || !IsOccasion(marks, noun),
        CueLink.Subject => IsSubject(marks, noun, match),
        CueLink.Object or CueLink.Content when group.Passive => IsSubject(marks, noun, match),
        CueLink.Object when group.Aspect is Aspect.Participle or Aspect.Past => IsObject(marks, noun, match) || IsRelative(marks, noun, match) || match.First - noun <= 3 && noun < match.First,
        CueLink.Object => IsObject(marks, noun, match) || IsRelative(marks, noun, match),
        CueLink.Content => IsObject(marks, noun, match, "that"),
        CueLink.Both => IsSubject(marks, noun, match) || IsObject(marks, noun, match),
        _ => noun > match.Last || !IsOccasion(marks, noun),
    };

    /// <summary>"agreed to a truce at talks in Riyadh": when it was agreed, not what.</summary>
    private static bool IsOccasion(MarkedSentence marks, int noun) => marks.Word(noun - 1) is "at" or "during" || marks.Word(noun - 1) == "the" && marks.Word(noun - 2) is "at" or "during";

    /// <summary>Not in "the mood at the talks continued".</summary>
    private bool IsSubject(MarkedSentence marks, int noun, PatternMatch match)
    {
        if (noun > match.First)
            return false;
        for (var at = noun + 1; at < match.First; at++)
        {
            if (circumstances.Contains(marks.Word(at)))
                return false;
        }

        for (var at = noun - 1; at >= 0 && noun - at <= GovernorReach; at--)
        {
            var word = marks.Tokens[at].Joined ? "" : marks.Word(at);
            if (word is "for" or "to" && askedFor.Contains(marks.Word(at - 1)))
                return true;
            if (word is "after" or "before" or "since" && IsFinite(marks, noun, match.First))
                return true;
            if (beforeOtherNouns.Contains(word) || preparing.Contains(marks.Word(at - 1)))
                return false;
            if (word is "," or "of" or "that")
                return true;
        }

        return true;
    }

    /// <summary>"days after the summit was put on ice": a clause of its own.</summary>
    private bool IsFinite(MarkedSentence marks, int noun, int verb)
    {
        for (var at = noun + 1; at < verb && at - noun <= FiniteReach; at++)
        {
            if (auxiliaries.Contains(marks.Word(at)))
                return true;
        }

        return false;
    }

    /// <summary>"the consultations which officials held".</summary>
    private bool IsRelative(MarkedSentence marks, int noun, PatternMatch match) =>
        noun < match.First && match.First - noun <= RelativeReach && marks.Word(noun + 1) is "which" or "that" && !auxiliaries.Contains(marks.Word(noun + 2));

    /// <summary>Not in "begun the arrangements for a meeting".</summary>
    private bool IsObject(MarkedSentence marks, int noun, PatternMatch match, string? allowed = null)
    {
        for (var at = match.Last + 1; at < noun; at++)
        {
            if (marks.Word(at) is "for" or "to" && askedFor.Contains(marks.Word(at - 1)) || marks.Word(at) == "for" && lasting.Contains(marks.Word(at + 1)))
                continue;
            if (!marks.Tokens[at].Joined && marks.Word(at) != allowed && barriers.Contains(marks.Word(at)))
                return false;
        }

        return noun > match.Last;
    }

    private static int CountBetween(List<int> nouns, int from, int to)
    {
        var count = 0;
        for (var i = 0; i < nouns.Count; i++)
            count += nouns[i] > from && nouns[i] < to ? 1 : 0;
        return count;
    }

    /// <summary>"the talks that were to open on Friday will begin": the verb may stand further off.</summary>
    private bool HasRelative(MarkedSentence marks, int noun, int verb)
    {
        for (var at = noun + 1; at < verb; at++)
        {
            if (marks.Word(at) is "that" or "which" && auxiliaries.Contains(marks.Word(at + 1)))
                return true;
        }

        return false;
    }

    /// <summary>"said after the meetings that they agreed": the noun stands outside the clause of the verb.</summary>
    private bool IsInContentClause(MarkedSentence marks, int noun, int verb)
    {
        for (var at = noun + 1; at < verb; at++)
        {
            if (marks.Word(at) == "that" && !IsRelative(marks, noun, at) && !auxiliaries.Contains(marks.Word(at + 1)) && !lexicon.FormOf(marks.Word(at + 1)).HasFlag(VerbForm.Past))
                return true;
        }

        return false;
    }

    /// <summary>"The meeting that they were to have was put off": more of the noun that opens the sentence.</summary>
    private static bool IsRelative(MarkedSentence marks, int noun, int that) =>
        that == noun + 1 && noun <= 5 && marks.Word(0) is "a" or "an" or "the" or "this";

    /// <summary>How many tokens "between A, the B and C", "with A's envoys on B" take right after a noun.</summary>
    private int Table(MarkedSentence marks, int noun)
    {
        if (marks.Word(noun + 1) is not ("between" or "with" or "of"))
            return 0;
        var at = noun + 2;
        while (at < marks.Tokens.Length && (marks.MentionAt(at) is not null || marks.Word(at) is "," or "and" or "the" or "of" or "'s" or "on" or "a" || groups.Contains(marks.Word(at))))
            at++;
        return at - noun - 1;
    }

    private int Distance(MarkedSentence marks, List<int> nouns, int noun, PatternMatch match)
    {
        if (noun >= match.First && noun <= match.Last)
            return 0;
        var (from, to) = noun < match.First ? (noun, match.First) : (match.Last, noun);
        return to - from - (noun < match.First ? Table(marks, noun) : 0) + (IsInContentClause(marks, noun, match.First) ? PerContentClause : 0) + PerClause * Math.Abs(marks.Clauses[to] - marks.Clauses[from]) + PerNoun * CountBetween(nouns, from, to);
    }
}
