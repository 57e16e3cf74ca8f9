using System.Runtime.InteropServices;
using TalksWatcher.Claims.Times.Rules;

namespace TalksWatcher.Claims.Times;

/// <summary>All rules as trees of words and slots: for phrases and for what may follow a phrase already read.</summary>
internal sealed class TimeGrammar
{
    internal TimeGrammar(IReadOnlyList<TimeRule> rules)
    {
        Rules = rules;
        var paths = rules.SelectMany(rule => Pattern.Expand(rule.Pattern).Select(path => (rule, path))).ToList();
        Lexicon = new Lexicon(paths.SelectMany(p => p.path).Where(item => !Pattern.IsSlot(item, out _)));
        foreach (var (rule, path) in paths)
        {
            var tree = path[0] switch { "<date>" => Joining, "<plain>" => Retelling, _ => Phrases };
            tree.Add(rule, tree == Phrases ? path : path.Skip(1), Lexicon);
        }
    }

    /// <summary>The rules of English newspapers.</summary>
    public static TimeGrammar English { get; } = new(TimeRuleBook.All);

    public IReadOnlyList<TimeRule> Rules { get; }

    public Lexicon Lexicon { get; }

    public GrammarNode Phrases { get; } = new();

    /// <summary>What tells the date before it once more; binds tighter than joining.</summary>
    public GrammarNode Retelling { get; } = new();

    /// <summary>What joins another date to the one before it.</summary>
    public GrammarNode Joining { get; } = new();
}

/// <summary>A point in a pattern: where it may go on, and the rule that may end here.</summary>
internal sealed class GrammarNode
{
    private readonly Dictionary<Word, GrammarNode> words = [];
    private readonly List<(Slot Slot, GrammarNode Node)> slots = [];

    public TimeRule? Rule { get; private set; }

    public ReadOnlySpan<(Slot Slot, GrammarNode Node)> Slots => CollectionsMarshal.AsSpan(slots);

    public GrammarNode? After(Word word) => words.Count == 0 ? null : words.GetValueOrDefault(word);

    public void Add(TimeRule rule, IEnumerable<string> path, Lexicon lexicon)
    {
        var node = path.Aggregate(this, (current, item) => current.Child(item, lexicon));
        if (node.Rule is not null && node.Rule != rule)
        {
            throw new InvalidOperationException(
                $"rules '{node.Rule.Name}' and '{rule.Name}' share the pattern '{string.Join(' ', path)}'");
        }
        node.Rule = rule;
    }

    private GrammarNode Child(string item, Lexicon lexicon)
    {
        if (!Pattern.IsSlot(item, out var slot))
            return words.TryGetValue(lexicon.Find(item)!, out var byWord) ? byWord : words[lexicon.Find(item)!] = new();
        if (slots.FirstOrDefault(s => s.Slot == slot).Node is { } bySlot)
            return bySlot;
        var node = new GrammarNode();
        slots.Add((slot, node));
        return node;
    }
}
