using System.Collections.Frozen;

namespace TalksWatcher.Claims.Times;

/// <summary>All words that the rules and the tense cues know, looked up without regard to case.</summary>
internal sealed class Lexicon
{
    private readonly FrozenDictionary<string, Word>.AlternateLookup<ReadOnlySpan<char>> words;

    public Lexicon(IEnumerable<string> literals)
    {
        var classes = TimeWords.Classes.ToDictionary(w => w.Text, StringComparer.OrdinalIgnoreCase);
        var cues = TenseWords.All;
        words = classes.Keys.Concat(cues.Keys).Concat(literals).Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(text => Create(text, classes, cues))
            .ToFrozenDictionary(w => w.Text, StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public Word? Find(ReadOnlySpan<char> text) => words.TryGetValue(text, out var word) ? word : null;

    private static Word Create(
        string text,
        Dictionary<string, (string Text, WordClass Class, int Value)> classes,
        IReadOnlyDictionary<string, ClauseCue> cues)
    {
        var (_, kind, value) = classes.GetValueOrDefault(text, (text, WordClass.Other, 0));
        return new Word(text, kind, value, cues.GetValueOrDefault(text));
    }
}
