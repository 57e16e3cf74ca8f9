using System.Collections.Frozen;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Events.Truces;

/// <param name="PointsBack">"the truce", after one for energy was named.</param>
/// <param name="IsRefraining">Told as one side's not striking.</param>
internal sealed record TrucePhrase(int First, int Last, bool PointsBack, bool IsRefraining);

/// <summary>Finds phrases for a halt of strikes on energy. A general ceasefire is none.</summary>
internal sealed class TrucePhrases(Lexicon lexicon)
{
    private const int Reach = 14;
    private const int TopicReach = 8;
    private const int ClauseReach = 3;
    private readonly FrozenSet<string> modals = lexicon.Words("modals-future");
    private readonly Pattern energy = Of(lexicon, "@energy-truces");
    private readonly Pattern refraining = Of(lexicon, "@refraining-phrases");
    private readonly Pattern pointing = Of(lexicon, "@definite-truces");
    private readonly Pattern near = Of(lexicon, "@near-truces");
    private readonly Pattern local = Of(lexicon, "@local-places");
    private readonly FrozenSet<string> meetings = lexicon.Words("meeting-nouns");
    private readonly FrozenSet<string> targets = lexicon.Words("energy-targets");
    private readonly FrozenSet<string> nouns = lexicon.Words("truce-words");
    private readonly FrozenSet<string> lulls = lexicon.Words("lull-words");
    private readonly FrozenSet<string> names = lexicon.Words("truce-names");
    private readonly FrozenSet<string> topics = lexicon.Words("topic-prepositions");
    private readonly FrozenSet<string> attacks = lexicon.Words("attack-words");
    private readonly FrozenSet<string> moratoria = lexicon.Words("moratorium-words");
    private readonly FrozenSet<string> breaks = lexicon.Words("truce-breaks");
    private readonly FrozenSet<string> halts = lexicon.Words("halt-breaks");
    private readonly FrozenSet<string> general = lexicon.Words("general-truces");

    /// <summary>A halt that the sentence itself names as one of strikes on energy.</summary>
    /// <param name="before">The sentence before it in its paragraph: it may tell what a moratorium is on.</param>
    public TrucePhrase? Find(MarkedSentence marks, MarkedSentence? before) =>
        First(marks, refraining, false, true) ?? Innermost(marks, First(marks, energy, false, false)) ?? NounWithTarget(marks, before);

    /// <param name="named">A truce was named before: "the pause" points back to it.</param>
    /// <param name="isNear">It was named right before: "the idea", "it" point back to it.</param>
    public TrucePhrase? Back(MarkedSentence marks, bool named, bool isNear) =>
        (named && First(marks, pointing, true, false) is { } known && !IsGeneral(marks, known) && !IsOfOther(marks, known.Last + 1) ? known : null)
        ?? (isNear && !IsOfMeeting(marks) && !NamesGeneral(marks) ? First(marks, near, true, false) : null);

    /// <summary>"may end the freeze on strikes": the freeze, not its end.</summary>
    private TrucePhrase? Innermost(MarkedSentence marks, TrucePhrase? phrase)
    {
        for (var at = (phrase?.First ?? 0) + 1; at < phrase?.Last; at++)
        {
            if (names.Contains(marks.Word(at)) && marks.Matcher.Match(energy, at) is { } match)
                return phrase with { First = at, Last = Math.Max(phrase.Last, match.Last) };
        }

        return phrase;
    }

    private static Pattern Of(Lexicon lexicon, string text) => lexicon.Read(new RuleFile("English/Words/truces", ""), 1, text);

    private TrucePhrase? First(MarkedSentence marks, Pattern pattern, bool pointsBack, bool refrains)
    {
        for (var at = 0; at < marks.Tokens.Length; at++)
        {
            if (marks.Matcher.Match(pattern, at) is { } match && !IsBroken(marks, match))
                return new TrucePhrase(match.First, match.Last, pointsBack, refrains);
        }

        return null;
    }

    /// <summary>"will suspend exports after strikes on refineries": no one phrase.</summary>
    private bool IsBroken(MarkedSentence marks, PatternMatch match)
    {
        for (var at = match.First + 1; at < match.Last; at++)
        {
            if (halts.Contains(marks.Word(at)) || marks.Word(at) == "," && OpensClause(marks, at + 1))
                return true;
        }

        return false;
    }

    /// <summary>"stops shelling, Ukraine will rebuild its grid".</summary>
    private bool OpensClause(MarkedSentence marks, int first)
    {
        for (var at = first; at < first + ClauseReach; at++)
        {
            if (modals.Contains(marks.Word(at)))
                return true;
        }

        return false;
    }

    /// <summary>"the Easter truce": one of all arms.</summary>
    private bool IsGeneral(MarkedSentence marks, TrucePhrase phrase)
    {
        for (var at = phrase.First; at <= phrase.Last; at++)
        {
            if (general.Contains(marks.Word(at)))
                return true;
        }

        return false;
    }

    /// <summary>"the offer of a complete ceasefire".</summary>
    private bool NamesGeneral(MarkedSentence marks)
    {
        for (var at = 1; at < marks.Tokens.Length; at++)
        {
            if (nouns.Contains(marks.Word(at)) && general.Contains(marks.Word(at - 1)))
                return true;
        }

        return false;
    }

    /// <summary>"the agreement on minerals"; "the truce on Monday" is dated.</summary>
    private bool IsOfOther(MarkedSentence marks, int next) =>
        topics.Contains(marks.Word(next)) && marks.TimeAt(next) is null && marks.TimeAt(next + 1) is null
        && !marks.HasAny(targets, next, next + TopicReach) && !marks.HasAny(attacks, next, next + TopicReach);

    private bool IsOfMeeting(MarkedSentence marks)
    {
        foreach (var token in marks.Tokens)
        {
            if (meetings.Contains(token.Word))
                return true;
        }

        return false;
    }

    /// <summary>"a partial ceasefire covering energy supplies": the noun and its target within one breath.</summary>
    private TrucePhrase? NounWithTarget(MarkedSentence marks, MarkedSentence? before)
    {
        for (var at = 0; at < marks.Tokens.Length; at++)
        {
            if (lulls.Contains(marks.Word(at)) && HasTarget(marks, at))
                return new TrucePhrase(at, at, false, false);
            if (!nouns.Contains(marks.Word(at)) || IsLocal(marks, at))
                continue;
            for (var next = at + 1; next < marks.Tokens.Length && next - at <= Reach && !breaks.Contains(marks.Word(next)); next++)
            {
                if (targets.Contains(marks.Word(next)))
                    return new TrucePhrase(at, next, false, false);
            }

            if (moratoria.Contains(marks.Word(at)) && (marks.HasAny(targets) || before is not null && HasTarget(before, before.Tokens.Length)))
                return new TrucePhrase(at, at, false, false);
        }

        return null;
    }

    /// <summary>"a truce around the plant": for repairs there.</summary>
    private bool IsLocal(MarkedSentence marks, int noun) =>
        marks.Matcher.IsMatch(local, noun + 1);

    private bool HasTarget(MarkedSentence marks, int noun)
    {
        for (var at = Math.Max(0, noun - Reach); at < noun; at++)
        {
            if (targets.Contains(marks.Word(at)))
                return true;
        }

        return false;
    }
}
