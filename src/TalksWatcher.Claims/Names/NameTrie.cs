using TalksWatcher.Claims.Text;

namespace TalksWatcher.Claims.Names;

/// <summary>Finds the longest known name that starts at a token. Case counts where the name is written with capitals.</summary>
internal sealed class NameTrie<T>
    where T : class
{
    private const int LongestWord = 32;

    private readonly Node root = new();
    private readonly HashSet<string> words = new(StringComparer.Ordinal);

    /// <summary>Every word of every name.</summary>
    public IReadOnlyCollection<string> Words => words;

    public void Add(string name, T value)
    {
        var tokens = Tokenizer.Tokenize(name);
        if (tokens.Length == 0)
            return;
        var node = root;
        foreach (var token in tokens)
            node = node.Child(token.Word);
        words.UnionWith(tokens.Select(t => t.Word));
        node.Entries.Add(new Entry(tokens[0].Shape, tokens[0].Word.Length == 1 || tokens.Length > 1, value));
    }

    /// <summary>The entry of the longest name at <paramref name="at"/> that <paramref name="accept"/> takes, and its length in tokens.</summary>
    public (T? Value, int Count) Longest(ReadOnlySpan<Token> tokens, int at, Func<T, bool>? accept = null)
    {
        (T? Value, int Count) best = (null, 0);
        var node = root;
        for (var next = at; next < tokens.Length && node.Children is { } children; next++)
        {
            if (!children.TryGetValue(tokens[next].Word, out node!))
                break;
            foreach (var entry in node.Entries)
            {
                if (!Fits(entry, tokens[at]) || accept?.Invoke(entry.Value) == false)
                    continue;
                best = (entry.Value, next - at + 1);
                break;
            }
        }

        return best;
    }

    /// <summary>A quick look before any tokens are made: whether a name may start where the text does.</summary>
    public bool MayStartAt(ReadOnlySpan<char> text)
    {
        Span<char> word = stackalloc char[LongestWord];
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsAscii(text[at]) || at == LongestWord || text[at] is '\'' || at == 1 && text[at] == '.')
                return true;
            if (!char.IsAsciiLetterOrDigit(text[at]))
                return root.IsChild(word[..at]);
            word[at] = char.ToLowerInvariant(text[at]);
        }

        return root.IsChild(word[..text.Length]);
    }

    private static bool Fits(Entry entry, Token first) => entry.Shape switch
    {
        TokenShape.Capitals when !entry.Several => first.Shape == TokenShape.Capitals,
        TokenShape.Capitals or TokenShape.Capitalised => first.IsCapitalised,
        _ => true,
    };

    private sealed record Entry(TokenShape Shape, bool Several, T Value);

    private sealed class Node
    {
        public Dictionary<string, Node>? Children { get; private set; }

        public List<Entry> Entries { get; } = [];

        public bool IsChild(ReadOnlySpan<char> word) =>
            Children is not null && Children.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(word);

        public Node Child(string word)
        {
            Children ??= new(StringComparer.Ordinal);
            if (!Children.TryGetValue(word, out var child))
                Children[word] = child = new();
            return child;
        }
    }
}
