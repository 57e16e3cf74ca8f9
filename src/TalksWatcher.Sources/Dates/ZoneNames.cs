using System.Collections.Frozen;

namespace TalksWatcher.Sources.Dates;

/// <summary>Abbreviated zones as feeds write them, in minutes east of Greenwich.</summary>
internal static class ZoneNames
{
    private static readonly FrozenDictionary<string, int> Minutes = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["z"] = 0,
        ["ut"] = 0,
        ["utc"] = 0,
        ["gmt"] = 0,
        ["wet"] = 0,
        ["bst"] = 60,
        ["west"] = 60,
        ["cet"] = 60,
        ["met"] = 60,
        ["mez"] = 60,
        ["cest"] = 120,
        ["mest"] = 120,
        ["mesz"] = 120,
        ["eet"] = 120,
        ["sast"] = 120,
        ["eest"] = 180,
        ["msk"] = 180,
        ["мск"] = 180,
        ["trt"] = 180,
        ["msd"] = 240,
        ["pkt"] = 300,
        ["ist"] = 330,
        ["wib"] = 420,
        ["ict"] = 420,
        ["sgt"] = 480,
        ["hkt"] = 480,
        ["awst"] = 480,
        ["pht"] = 480,
        ["jst"] = 540,
        ["kst"] = 540,
        ["acst"] = 570,
        ["aest"] = 600,
        ["acdt"] = 630,
        ["aedt"] = 660,
        ["nzst"] = 720,
        ["nzdt"] = 780,
        ["brt"] = -180,
        ["art"] = -180,
        ["nst"] = -210,
        ["ndt"] = -150,
        ["at"] = -240,
        ["ast"] = -240,
        ["adt"] = -180,
        ["et"] = -300,
        ["est"] = -300,
        ["edt"] = -240,
        ["ct"] = -360,
        ["cst"] = -360,
        ["cdt"] = -300,
        ["mt"] = -420,
        ["mst"] = -420,
        ["mdt"] = -360,
        ["pt"] = -480,
        ["pst"] = -480,
        ["pdt"] = -420,
        ["akst"] = -540,
        ["akdt"] = -480,
        ["hst"] = -600,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static bool TryFind(ReadOnlySpan<char> word, out int minutes) =>
        Minutes.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out minutes);
}
