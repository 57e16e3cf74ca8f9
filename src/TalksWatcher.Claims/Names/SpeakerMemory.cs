using System.Collections.Frozen;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Names;

/// <summary>Who spoke and who was named so far in a report: what "he", "the president" or "the official" points back to.</summary>
internal sealed class SpeakerMemory(Lexicon lexicon)
{
    /// <summary>Nobody is pointed back to over more names than these.</summary>
    private const int MostKept = 24;

    /// <summary>Before the one a sentence is about there is at most an hour or a title.</summary>
    private const int TopicReach = 4;

    private readonly FrozenSet<string> leaders = lexicon.Words("leader-roles");
    private readonly FrozenSet<string> ministers = lexicon.Words("minister-roles");
    private readonly FrozenSet<string> envoys = lexicon.Words("envoy-roles");
    private readonly FrozenSet<string> bodies = lexicon.Words("body-roles");
    private readonly FrozenSet<string> sources = lexicon.Words("source-nouns");
    private readonly FrozenSet<string> unnamed = lexicon.Words("unnamed-sources");
    private readonly FrozenSet<string> pronouns = lexicon.Words("speaker-pronouns");
    private int heardIn;
    private int closed;
    private readonly List<Mention> met = new(MostKept + 1);
    private readonly List<Mention> heard = [];
    private Dictionary<string, Mention>? introduced;
    private Mention? inFocus;

    /// <summary>Keeps who is named in a sentence; in one where nobody speaks its first person comes into focus.</summary>
    public void Close(MarkedSentence sentence, bool isSpoken)
    {
        foreach (var mention in sentence.Mentions)
        {
            if (mention.IsPerson || mention.Kind is NameKind.Body or NameKind.Outlet)
                Keep(met, mention);
            if (mention.Kind == NameKind.Person)
                Introduce(sentence, mention);
        }

        closed = sentence.Sentence.Paragraph;
        if (!isSpoken && sentence.Word(0) is not ("he" or "she" or "i" or "we"))
            inFocus = FirstPerson(sentence) ?? inFocus;
    }

    /// <summary>Rather one who is no owner: "Putin's aide".</summary>
    private static Mention? FirstPerson(MarkedSentence sentence)
    {
        Mention? owner = null;
        foreach (var mention in sentence.Mentions)
        {
            if (!mention.IsPerson)
                continue;
            if (sentence.Word(mention.Last + 1) != "'s")
                return mention;
            owner ??= mention;
        }

        return owner;
    }

    private static void Keep(List<Mention> list, Mention mention)
    {
        list.Add(mention);
        if (list.Count > MostKept)
            list.RemoveAt(0);
    }

    /// <summary>"presidential adviser Lytvyn", "Umerov, the defence minister,": the roles under which one is named.</summary>
    private void Introduce(MarkedSentence sentence, Mention person)
    {
        for (var at = person.First - 1; at >= Math.Max(0, person.First - 4) && sentence.Word(at) is not ("," or ";") && sentence.MentionAt(at) is not { Kind: NameKind.Person }; at--)
            Introduce(sentence.Word(at), person);
        if (sentence.Word(person.Last + 1) != ",")
            return;
        for (var at = person.Last + 2; at <= person.Last + 8 && sentence.Word(at) is not ("," or ";" or "who" or "."); at++)
            Introduce(sentence.Word(at), person);
    }

    private void Introduce(string role, Mention person)
    {
        if (pronouns.Contains(role) && role is not ("he" or "she" or "it" or "they"))
            (introduced ??= new(StringComparer.Ordinal))[role] = person;
    }

    /// <summary>Who speaks comes into focus at once: "Peskov went on, though he thought".</summary>
    public void Hear(Mention speaker, int paragraph)
    {
        heardIn = paragraph;
        Keep(heard, Elsewhere(speaker));
        if (IsIndividual(speaker))
            inFocus = speaker;
    }

    /// <summary>The one a pronoun or a bare role stands for; <c>null</c> where nobody fits.</summary>
    /// <param name="sentence">Whose first name may be the one meant.</param>
    public Mention? Resolve(string word, MarkedSentence sentence)
    {
        if (leaders.Contains(word))
            return Topic(sentence) is { Name.Rank: PersonRank.Leader } leader ? leader : Ranked(PersonRank.Leader) ?? Focus();
        if (introduced is not null && introduced.TryGetValue(word, out var known))
            return Elsewhere(known);
        if (ministers.Contains(word))
            return Ranked(PersonRank.Minister) ?? Focus();
        if (envoys.Contains(word))
            return Ranked(PersonRank.Envoy) ?? Focus();
        if (sources.Contains(word))
            return Source(word) ?? (unnamed.Contains(word) ? Unnamed(word) : Official(word));
        if (word == "they")
            return Last(m => m.Kind == NameKind.Body && LastWord(m.Name.Canonical).EndsWith('s'));
        if (word == "it")
            return Last(m => m.Kind is NameKind.Body or NameKind.Outlet or NameKind.Government or NameKind.Capital or NameKind.Country);
        if (bodies.Contains(word))
            return Last(m => m.Kind is NameKind.Body or NameKind.Outlet);
        return word is "he" or "she" ? Topic(sentence) ?? Focus() : Official(word);
    }

    /// <summary>"Zelenskyy sets out his stall: ..., the president writes": the one with whom a paragraph opens in which nobody has spoken yet.</summary>
    private Mention? Topic(MarkedSentence sentence)
    {
        if (sentence.Sentence.Paragraph == heardIn || sentence.Sentence.Paragraph == closed)
            return null;
        foreach (var mention in sentence.Mentions)
        {
            if (mention.IsPerson && mention.First <= TopicReach && sentence.Word(mention.Last + 1) != "'s" && !IsParenthesis(sentence, mention.Last + 1))
                return Elsewhere(mention);
        }

        return null;
    }

    /// <summary>"Putin, he added, would be glad": somebody else speaks of him.</summary>
    private static bool IsParenthesis(MarkedSentence sentence, int at) => sentence.Word(at) == "," && sentence.Word(at + 1) is "he" or "she";

    /// <summary>"the governor": the official in focus; where none is, somebody new.</summary>
    private Mention Official(string role) => inFocus is { Name.Rank: PersonRank.Official } ? Elsewhere(inFocus) : Unnamed(role);

    public Mention? Negotiator(string side) => Last(m => m.IsPerson && m.Actor == side && m.Name.Rank == PersonRank.Envoy);

    /// <summary>"one official", where "US officials" were heard.</summary>
    public Mention? Source(string noun) => Last(m => m.Kind == NameKind.Body && IsSame(noun, LastWord(m.Name.Canonical)));

    /// <summary>The same one, told of in another sentence.</summary>
    public static Mention Elsewhere(Mention mention) => mention is { First: -1, Count: 0 } ? mention : mention with { First = -1, Count = 0 };

    private Mention? Focus() => inFocus is null ? null : Elsewhere(inFocus);

    private Mention? Ranked(PersonRank rank) => Last(m => m.IsPerson && m.Name.Rank == rank);

    /// <summary>Rather one who spoke than one who was only named.</summary>
    private Mention? Last(Predicate<Mention> fits) => (heard.FindLast(fits) ?? met.FindLast(fits)) is { } found ? Elsewhere(found) : null;

    /// <summary>A speaker without a name: "source".</summary>
    public static Mention Unnamed(string title) => new(new Name(NameKind.Body, title, null), -1, 0);

    private bool IsIndividual(Mention mention) => mention.IsPerson || mention.Kind == NameKind.Body && sources.Contains(LastWord(mention.Name.Canonical));

    private static string LastWord(string name) => name[(name.LastIndexOf(' ') + 1)..];

    /// <summary>"the official" among "US officials".</summary>
    private static bool IsSame(string one, string other) => one.TrimEnd('s') == other.TrimEnd('s');
}
