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
    private readonly Pattern energy = Of(lexicon, "@energy-truces");
    private readonly Pattern refraining = Of(lexicon, "@refraining-phrases");
    private readonly Pattern pointing = Of(lexicon, "@definite-truces");
    private readonly Pattern near = Of(lexicon, "@near-truces");
    private readonly FrozenSet<string> meetings = lexicon.Words("meeting-nouns");
    private readonly FrozenSet<string> targets = lexicon.Words("energy-targets");
    private readonly FrozenSet<string> nouns = lexicon.Words("truce-words");

    /// <param name="named">A truce was named before: "the pause" points back to it.</param>
    /// <param name="isNear">It was named right before: "the idea", "it" point back to it.</param>
    public TrucePhrase? Find(MarkedSentence marks, bool named, bool isNear)
    {
        var matcher = marks.Matcher;
        return First(marks, matcher, refraining, false, true)
            ?? First(marks, matcher, energy, false, false)
            ?? NounWithTarget(marks)
            ?? (named && First(marks, matcher, pointing, true, false) is { } known && !IsGeneral(marks, known) ? known : null)
            ?? (isNear && !marks.Tokens.Any(t => meetings.Contains(t.Word)) ? First(marks, matcher, near, true, false) : null);
    }

    /// <summary>"the Easter truce": one of all arms.</summary>
    private static bool IsGeneral(MarkedSentence marks, TrucePhrase phrase) =>
        Enumerable.Range(phrase.First, phrase.Last - phrase.First + 1).Any(at => marks.Word(at) is "easter" or "christmas" or "victory" or "orthodox" or "humanitarian" or "general" or "unconditional" or "full" or "complete" or "comprehensive" or "naval" or "maritime");

    private static Pattern Of(Lexicon lexicon, string text) => lexicon.Read(new RuleFile("English/Words/truces", ""), 1, text);

    private static TrucePhrase? First(MarkedSentence marks, PatternMatcher matcher, Pattern pattern, bool pointsBack, bool refrains)
    {
        for (var at = 0; at < marks.Tokens.Length; at++)
        {
            if (matcher.Match(pattern, at) is { } match)
                return new TrucePhrase(match.First, match.Last, pointsBack, refrains);
        }

        return null;
    }

    private static bool IsBreak(string word) => word is ";" or "citing" or "after" or "while" or "but" or "when" or "hit" or "struck" or "attacked";

    /// <summary>"a partial ceasefire covering energy supplies": the noun and its target within one breath.</summary>
    private TrucePhrase? NounWithTarget(MarkedSentence marks)
    {
        for (var at = 0; at < marks.Tokens.Length; at++)
        {
            if (!nouns.Contains(marks.Word(at)))
                continue;
            for (var next = at + 1; next < marks.Tokens.Length && next - at <= Reach && !IsBreak(marks.Word(next)); next++)
            {
                if (targets.Contains(marks.Word(next)))
                    return new TrucePhrase(at, next, false, false);
            }

            if (marks.Word(at) == "moratorium" && HasTargetBefore(marks, at))
                return new TrucePhrase(at, at, false, false);
        }

        return null;
    }

    private bool HasTargetBefore(MarkedSentence marks, int noun) =>
        Enumerable.Range(Math.Max(0, noun - Reach), Math.Min(noun, Reach)).Any(at => targets.Contains(marks.Word(at)));
}
