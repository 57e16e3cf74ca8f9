using System.Collections.Frozen;

namespace TalksWatcher.Claims.Patterns;

/// <summary>One step of a pattern.</summary>
internal abstract record Element
{
    public bool Optional { get; init; }

    /// <summary>Name under which the matched tokens are kept ("place=&lt;place&gt;").</summary>
    public string? Slot { get; init; }
}

/// <summary>One token out of a set: a word, alternatives, all forms of a verb, a list of single words.</summary>
internal sealed record OneWord(FrozenSet<string> Words, bool IsVerb = false) : Element;

/// <summary>One of several phrases.</summary>
internal sealed record Phrase(Element[][] Alternatives) : Element
{
    private readonly FrozenDictionary<string, Element[][]> byFirstWord = FirstWords.Index(Alternatives);
    private readonly Element[][] open = [.. Alternatives.Where(a => !FirstWords.TryOf(a, out _))];

    /// <summary>Those that the word may begin, in their order.</summary>
    public Element[][] StartingWith(string word) => byFirstWord.GetValueOrDefault(word, open);
}

/// <summary>A name, time or number, as the layers before found it.</summary>
internal sealed record Category(string Kind, SeatPlaces Seats) : Element;

/// <summary>Up to so many tokens, none of them the mark that parts clauses.</summary>
internal sealed record Gap(int Most) : Element;

/// <param name="Line">Line of the rule file, for faults and traces.</param>
internal sealed record Pattern(Element[] Elements, int Line)
{
    /// <summary>The words it can start with; <c>null</c> where it may start with a name or a gap.</summary>
    public FrozenSet<string>? Starts { get; } = FirstWords.TryOf(Elements, out var words) ? words.ToFrozenSet(StringComparer.Ordinal) : null;

    /// <summary>Words of which every match holds one beyond its first; <c>null</c> where none is rare enough to look for.</summary>
    public FrozenSet<string>? Needed { get; } = Elements.Skip(1).OfType<OneWord>().Where(e => !e.Optional && e.Words.All(w => w.Length > MostOfCommonWord)).MinBy(e => e.Words.Count)?.Words;

    /// <summary>Shorter words stand in nearly every sentence.</summary>
    private const int MostOfCommonWord = 3;
}
