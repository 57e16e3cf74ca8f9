using System.Collections.Frozen;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Names;

/// <summary>Who spoke and who was named so far in a report: what "he", "the president" or "the official" points back to.</summary>
internal sealed class SpeakerMemory(Lexicon lexicon)
{
    /// <summary>Nobody is pointed back to over more names than these.</summary>
    private const int MostKept = 24;

    private readonly FrozenSet<string> leaders = lexicon.Words("leader-roles");
    private readonly FrozenSet<string> ministers = lexicon.Words("minister-roles");
    private readonly FrozenSet<string> envoys = lexicon.Words("envoy-roles");
    private readonly FrozenSet<string> bodies = lexicon.Words("body-roles");
    private readonly FrozenSet<string> sources = lexicon.Words("source-nouns");
    private readonly List<Mention> met = [];
    private Mention? inFocus;

    /// <summary>How many of those met last spoke in the sentence at hand.</summary>
    private int spoken;

    /// <summary>Keeps who is named in a sentence; in one where nobody speaks its first person comes into focus.</summary>
    public void Close(MarkedSentence sentence, bool isSpoken)
    {
        met.InsertRange(Math.Max(0, met.Count - spoken), sentence.Mentions.Where(m => m.IsPerson || m.Kind is NameKind.Body or NameKind.Outlet));
        spoken = 0;
        if (met.Count > MostKept)
            met.RemoveRange(0, met.Count - MostKept);
        if (!isSpoken)
            inFocus = sentence.Mentions.FirstOrDefault(m => m.IsPerson) ?? inFocus;
    }

    /// <summary>Who speaks comes into focus at once: "Peskov went on, though he thought".</summary>
    public void Hear(Mention speaker)
    {
        met.Add(Elsewhere(speaker));
        spoken++;
        if (IsIndividual(speaker))
            inFocus = speaker;
    }

    /// <summary>The one a pronoun or a bare role stands for; <c>null</c> where nobody fits.</summary>
    public Mention? Resolve(string word)
    {
        if (leaders.Contains(word))
            return Ranked(PersonRank.Leader) ?? Focus();
        if (ministers.Contains(word))
            return Ranked(PersonRank.Minister) ?? Focus();
        if (envoys.Contains(word))
            return Ranked(PersonRank.Envoy) ?? Focus();
        if (sources.Contains(word))
            return Source(word) ?? Focus();
        if (word == "they")
            return Last(m => m.Kind == NameKind.Body && LastWord(m.Name.Canonical).EndsWith('s'));
        if (word == "it")
            return Last(m => m.Kind is NameKind.Body or NameKind.Outlet or NameKind.Government or NameKind.Capital or NameKind.Country);
        return bodies.Contains(word) ? Last(m => m.Kind is NameKind.Body or NameKind.Outlet) : Focus();
    }

    public Mention? Negotiator(string side) => Last(m => m.IsPerson && m.Actor == side && m.Name.Rank == PersonRank.Envoy);

    /// <summary>"one official", where "US officials" were heard.</summary>
    public Mention? Source(string noun) => Last(m => m.Kind == NameKind.Body && IsSame(noun, LastWord(m.Name.Canonical)));

    /// <summary>The same one, told of in another sentence.</summary>
    public static Mention Elsewhere(Mention mention) => mention with { First = -1, Count = 0 };

    private Mention? Focus() => inFocus is null ? null : Elsewhere(inFocus);

    private Mention? Ranked(PersonRank rank) => Last(m => m.IsPerson && m.Name.Rank == rank);

    private Mention? Last(Predicate<Mention> fits) => met.FindLast(fits) is { } found ? Elsewhere(found) : null;

    private bool IsIndividual(Mention mention) => mention.IsPerson || mention.Kind == NameKind.Body && sources.Contains(LastWord(mention.Name.Canonical));

    private static string LastWord(string name) => name[(name.LastIndexOf(' ') + 1)..];

    /// <summary>"the official" among "US officials".</summary>
    private static bool IsSame(string one, string other) => one.TrimEnd('s') == other.TrimEnd('s');
}
