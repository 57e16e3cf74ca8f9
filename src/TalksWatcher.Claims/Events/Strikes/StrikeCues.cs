using System.Collections.Frozen;
using TalksWatcher.Claims.Events.Truces;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Scope;

namespace TalksWatcher.Claims.Events.Strikes;

/// <param name="At">Token of the attack.</param>
/// <param name="Target">Token of what it hit.</param>
internal sealed record StrikeCue(int At, int Target);

/// <summary>Finds the words of attacks near those for power, heat, gas or oil: "hit the substation", "left without light after a raid".</summary>
internal sealed class StrikeCues(Lexicon lexicon)
{
    private const int Reach = 20;
    private readonly FrozenSet<string> verbs = lexicon.Words("attack-verbs");
    private readonly FrozenSet<string> nouns = lexicon.Words("attack-nouns");
    private readonly FrozenSet<string> weapons = lexicon.Words("weapon-words");
    private readonly FrozenSet<string> effects = lexicon.Words("effect-verbs");
    private readonly FrozenSet<string> burning = lexicon.Words("burning-words");
    private readonly FrozenSet<string> sites = lexicon.Words("site-nouns");
    private readonly FrozenSet<string> targets = lexicon.Words("energy-targets");
    private readonly Pattern outage = lexicon.Read(new RuleFile("English/Words/strikes", ""), 1, "@outage-phrases");
    private readonly TrucePhraseGuard guard = new(lexicon);
    private readonly VerbGroupReader groups = new(lexicon);

    public bool IsAttack(string word) => verbs.Contains(word) || nouns.Contains(word);

    /// <summary>It tells of an attack, be it on whatever.</summary>
    public bool TellsAttack(MarkedSentence marks) => marks.Tokens.Any(t => IsAttack(t.Word) || weapons.Contains(t.Word));

    /// <param name="isAttackBefore">The sentence before tells of an attack: effects alone are enough here.</param>
    /// <param name="isTargetBefore">The sentence before names what may be hit: "the facility" is that.</param>
    public List<StrikeCue> Find(MarkedSentence marks, bool isAttackBefore, bool isTargetBefore)
    {
        var halt = guard.Find(marks);
        var cues = Cues(marks, halt, IsAttack, isTargetBefore);
        if (isAttackBefore || TellsAttack(marks))
            cues.AddRange(Cues(marks, halt, w => effects.Contains(w) || burning.Contains(w), isTargetBefore));
        return cues;
    }

    public bool IsOfHalt(MarkedSentence marks) => guard.Find(marks) is not null;

    public bool NamesTarget(MarkedSentence marks) => marks.Tokens.Any(t => targets.Contains(t.Word));

    /// <param name="halt">A phrase about a halt of strikes: only a verb in the past, away from it, tells of a strike.</param>
    private List<StrikeCue> Cues(MarkedSentence marks, TrucePhrase? halt, Func<string, bool> isCue, bool isTargetBefore)
    {
        var cues = new List<StrikeCue>();
        for (var at = 0; at < marks.Tokens.Length; at++)
        {
            if (!isCue(marks.Word(at)) || TargetNear(marks, at, isTargetBefore) is not { } target)
                continue;
            if (halt is null || !IsOf(halt, at) && (burning.Contains(marks.Word(at)) || (verbs.Contains(marks.Word(at)) || effects.Contains(marks.Word(at))) && groups.Read(marks, at).IsPast) && (target < halt.First || target > halt.Last))
                cues.Add(new StrikeCue(at, target));
        }

        return cues;
    }

    private static bool IsOf(TrucePhrase halt, int at) => at >= halt.First - 2 && at <= halt.Last + 2;

    private int? TargetNear(MarkedSentence marks, int attack, bool isTargetBefore)
    {
        var matcher = marks.Matcher;
        for (var at = Math.Max(0, attack - Reach); at < marks.Tokens.Length && at <= attack + Reach; at++)
        {
            if (targets.Contains(marks.Word(at)) && marks.Word(at + 1) is not ("truce" or "ceasefire" or "locomotive" or "train" or "car" or "cars") || matcher.Match(outage, at) is not null
                || isTargetBefore && sites.Contains(marks.Word(at)) && marks.Word(at - 1) is "the" or "this" or "that")
                return at;
        }

        return null;
    }
}
