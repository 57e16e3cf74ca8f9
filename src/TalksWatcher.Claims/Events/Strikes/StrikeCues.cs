using System.Collections.Frozen;
using System.Runtime.InteropServices;
using TalksWatcher.Claims.Events.Truces;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Scope;

namespace TalksWatcher.Claims.Events.Strikes;

/// <param name="At">Token of the attack.</param>
/// <param name="Target">Token of what it hit.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct StrikeCue(int At, int Target);

/// <param name="TellsAttack">A word of attack or a weapon.</param>
/// <param name="NamesTarget">Power, heat, gas or oil.</param>
internal readonly record struct StrikeSigns(bool TellsAttack, bool NamesTarget);

/// <summary>Finds the words of attacks near those for power, heat, gas or oil: "hit the substation", "left without light after a raid".</summary>
internal sealed class StrikeCues(Lexicon lexicon)
{
    private const int Reach = 20;
    private const int NoneReach = 4;
    private const int BargainReach = 3;
    private readonly FrozenSet<string> verbs = lexicon.Words("attack-verbs");
    private readonly FrozenSet<string> nouns = lexicon.Words("attack-nouns");
    private readonly FrozenSet<string> weapons = lexicon.Words("weapon-words");
    private readonly FrozenSet<string> effects = lexicon.Words("effect-verbs");
    private readonly FrozenSet<string> burning = lexicon.Words("burning-words");
    private readonly FrozenSet<string> sites = lexicon.Words("site-nouns");
    private readonly FrozenSet<string> targets = lexicon.Words("energy-targets");
    private readonly FrozenSet<string> leaving = lexicon.Words("leaving-verbs");
    private readonly FrozenSet<string> none = lexicon.Words("none-words");
    private readonly FrozenSet<string> means = lexicon.Words("means-prepositions");
    private readonly FrozenSet<string> some = lexicon.Words("not-none-words");
    private readonly FrozenSet<string> articles = lexicon.Words("pointing-articles");
    private readonly Pattern figurative = lexicon.Phrases("figurative-attacks");
    private readonly FrozenSet<string> bargaining = lexicon.Words("bargaining-verbs");
    private readonly FrozenSet<string> bargains = lexicon.Words("bargain-nouns");
    private readonly FrozenSet<string> others = lexicon.Words("not-target-nouns");
    private readonly Pattern striking = lexicon.Phrases("striking-phrases");
    private readonly Pattern outage = lexicon.Phrases("outage-phrases");
    private readonly VerbGroupReader groups = new(lexicon);

    public bool IsAttack(string word) => verbs.Contains(word) || nouns.Contains(word);

    /// <summary>What a sentence has of an attack, be it on whatever.</summary>
    public StrikeSigns Signs(MarkedSentence marks)
    {
        var (tellsAttack, namesTarget) = (false, false);
        foreach (var token in marks.Tokens)
        {
            tellsAttack |= IsAttack(token.Word) || weapons.Contains(token.Word);
            namesTarget |= targets.Contains(token.Word);
        }

        return new StrikeSigns(tellsAttack, namesTarget);
    }

    /// <param name="isAttackBefore">The sentence before tells of an attack: effects alone are enough here.</param>
    /// <param name="isTargetBefore">The sentence before names what may be hit: "the facility" is that.</param>
    public IReadOnlyList<StrikeCue> Find(SentenceContext context, StrikeSigns signs, bool isAttackBefore, bool isTargetBefore)
    {
        if (!isAttackBefore && !signs.TellsAttack)
            return [];
        List<StrikeCue>? cues = null;
        Add(ref cues, context, isEffect: false, isTargetBefore);
        Add(ref cues, context, isEffect: true, isTargetBefore);
        return cues is null ? [] : cues;
    }

    /// <summary>"Not a single drone was sent": there was no attack.</summary>
    public bool IsNone(MarkedSentence marks, int attack)
    {
        for (var at = 0; at < attack; at++)
        {
            if (!IsNoneAt(marks, at) || marks.Clauses[at] != marks.Clauses[attack])
                continue;
            if (marks.Word(at) == "neither")
                return true;
            for (var next = at + 1; next <= at + NoneReach; next++)
            {
                if (weapons.Contains(marks.Word(next)) || nouns.Contains(marks.Word(next)))
                    return true;
            }
        }

        return false;
    }

    /// <summary>"no power plant was hit".</summary>
    private bool IsSpared(MarkedSentence marks, int target)
    {
        for (var at = target - 1; at >= 0 && target - at <= NoneReach; at--)
        {
            if (IsNoneAt(marks, at) && !marks.Matcher.IsMatch(outage, at))
                return true;
        }

        return false;
    }

    /// <summary>"no", but not "no fewer than".</summary>
    private bool IsNoneAt(MarkedSentence marks, int at) => none.Contains(marks.Word(at)) && !some.Contains(marks.Word(at + 1));

    /// <summary>"struck a deal", "the bargain struck".</summary>
    private bool IsBargain(MarkedSentence marks, int at) =>
        marks.Matcher.IsMatch(figurative, at) || bargaining.Contains(marks.Word(at)) && marks.HasAny(bargains, at - BargainReach, at - 1);

    private bool IsEffect(MarkedSentence marks, int at) =>
        effects.Contains(marks.Word(at)) || burning.Contains(marks.Word(at)) || marks.Matcher.IsMatch(striking, at);

    /// <summary>Beside a phrase about a halt of strikes only a verb in the past, away from it, tells of a strike.</summary>
    /// <param name="isEffect">Those that tell what an attack did, not the attack itself.</param>
    private void Add(ref List<StrikeCue>? cues, SentenceContext context, bool isEffect, bool isTargetBefore)
    {
        var (marks, halt) = (context.Marks, context.Halt);
        for (var at = 0; at < marks.Tokens.Length; at++)
        {
            if (!(isEffect ? IsEffect(marks, at) : IsAttack(marks.Word(at)) && !IsBargain(marks, at)) || TargetNear(marks, at, halt, isTargetBefore) is not { } target)
                continue;
            if (halt is null || !IsOf(halt, at) && (burning.Contains(marks.Word(at)) || (verbs.Contains(marks.Word(at)) || effects.Contains(marks.Word(at))) && (groups.Read(marks, at).IsPast || means.Contains(marks.Word(at - 1)))))
                (cues ??= []).Add(new StrikeCue(at, target));
        }
    }

    private static bool IsOf(TrucePhrase halt, int at) => at >= halt.First - 2 && at <= halt.Last + 2;

    /// <summary>The nearest word of a target that is not of the halt that the sentence speaks of.</summary>
    private int? TargetNear(MarkedSentence marks, int attack, TrucePhrase? halt, bool isTargetBefore)
    {
        int? nearest = null;
        for (var at = Math.Max(0, attack - Reach); at < marks.Tokens.Length && at <= attack + Reach; at++)
        {
            if ((at > attack || !leaving.Contains(marks.Word(attack))) && (halt is null || at < halt.First || at > halt.Last) && (nearest is null || Math.Abs(at - attack) <= Math.Abs(nearest.Value - attack)) && IsTarget(marks, at, isTargetBefore))
                nearest = at;
        }

        return nearest;
    }

    private bool IsTarget(MarkedSentence marks, int at, bool isTargetBefore) =>
        targets.Contains(marks.Word(at)) && !others.Contains(marks.Word(at + 1)) && (sites.Contains(marks.Word(at + 1)) || marks.MentionAt(at) is not { Kind: NameKind.Body or NameKind.Office or NameKind.Person }) && !IsSpared(marks, at) || marks.Matcher.IsMatch(outage, at)
        || isTargetBefore && sites.Contains(marks.Word(at)) && articles.Contains(marks.Word(at - 1));
}
