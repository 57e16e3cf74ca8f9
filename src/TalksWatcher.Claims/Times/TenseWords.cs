using System.Collections.Frozen;

namespace TalksWatcher.Claims.Times;

/// <summary>Words that tell whether a clause looks back or ahead. Regular past forms in -ed need no entry.</summary>
internal static class TenseWords
{
    private static readonly (ClauseCue Cue, string Words)[] Lists =
    [
        (ClauseCue.PastVerb,
            "said told wrote spoke met held took came began went struck hit sent left gave saw made put broke ran sat rang " +
            "flew led lost won read heard found felt kept brought thought got became rose fell drew shot bombed quit shut " +
            "cut let did done gone seen known given taken written spoken begun killed stood swore paid built spent knew " +
            "chose dealt drove fought fled hid laid lay lent meant rode sank sought sold shook slept slid stole stuck taught " +
            "tore threw understood withdrew woke wore bore bought caught hung ate forgot froze grew swept swung undertook following " +
            "says tells writes reports confirms announces didn't"),
        (ClauseCue.Future,
            "due planned scheduled expected slated set upcoming forthcoming pencilled penciled earmarked tomorrow tonight " +
            "planning preparing expecting awaiting hoping plans plan hopes hope intends intend expects expect prepares " +
            "awaits ready prepared going willing deadline calendar aims wants want seeks"),
        (ClauseCue.PresentVerb,
            "meets travels arrives begins starts resumes heads flies opens hosts visits gathers convenes holds sits takes " +
            "comes expires ends lapses closes continues begin start resume meet convene gather arrive expire end"),
        (ClauseCue.FutureObject, "proposed suggested offered invited proposes suggests offers invites"),
        (ClauseCue.Modal, "will would shall may might could should must can 'll cannot won't wouldn't shan't can't couldn't mightn't"),
        (ClauseCue.BePresent, "is are be 're am isn't aren't"),
        (ClauseCue.BePast, "was were wasn't weren't"),
        (ClauseCue.Have, "has have having 've hasn't haven't"),
        (ClauseCue.Had, "had hadn't"),
        (ClauseCue.InfinitiveTo, "to"),
        (ClauseCue.BaseVerb,
            "hold take sit travel fly visit discuss continue come go return host receive send attend talk speak decide " +
            "announce present sign see open land join lead brief head deliver launch exchange stop halt"),
        (ClauseCue.FailedTo, "failed refused declined managed used forced"),
        (ClauseCue.Adverb, "don't doesn't been being not also still only just already again now first originally initially then"),
        (ClauseCue.SoftStop, ", - — [ ] \" and but"),
        (ClauseCue.HardStop,
            ". ; : ! ? that which who whom when while after because if although though where whether as what how why"),
    ];

    /// <summary>Throws at start where a word stands in two lists.</summary>
    public static FrozenDictionary<string, ClauseCue> All { get; } = Lists
        .SelectMany(list => list.Words.Split(' '), (list, word) => KeyValuePair.Create(word, list.Cue))
        .ToDictionary(StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
}
