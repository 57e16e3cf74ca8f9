using System.Collections.Frozen;

namespace TalksWatcher.Claims.Text;

/// <summary>Cuts a sentence roughly into clauses: at strong marks, conjunctions and relative pronouns.</summary>
internal static class Clauses
{
    private static readonly FrozenSet<string> Always = FrozenSet.ToFrozenSet(
        ["while", "although", "though", "whereas", "because", "unless", "but", "which", "who", "whom", "whose", "where", "whereupon"],
        StringComparer.Ordinal);

    private static readonly FrozenSet<string> AfterComma = FrozenSet.ToFrozenSet(
        ["and", "or", "as", "after", "before", "since", "if", "once", "until", "when", "so", "yet", "adding", "saying"],
        StringComparer.Ordinal);

    /// <summary>Words that open a clause before the main one: "Once the meeting was over, they left".</summary>
    private static readonly FrozenSet<string> Openers = FrozenSet.ToFrozenSet(
        ["once", "when", "after", "before", "if", "while", "although", "though", "since", "until", "because", "should", "whether"], StringComparer.Ordinal);

    /// <summary>Notes for each token the number of its clause, from 0.</summary>
    public static void Mark(ReadOnlySpan<Token> tokens, Span<byte> clauses)
    {
        byte current = 0;
        var isOpening = tokens.Length > 0 && Openers.Contains(tokens[0].Word);
        for (var i = 0; i < tokens.Length; i++)
        {
            var endsOpening = isOpening && i > 0 && tokens[i - 1].Word == ",";
            isOpening &= !endsOpening;
            if (i > 0 && (endsOpening || Starts(tokens, i)))
                current++;
            clauses[i] = current;
        }
    }

    private static bool Starts(ReadOnlySpan<Token> tokens, int i)
    {
        var before = tokens[i - 1].Word;
        if (before is ";" or ":" or "—")
            return true;
        if (tokens[i].Word == "even")
            return i + 1 < tokens.Length && (AfterComma.Contains(tokens[i + 1].Word) || Always.Contains(tokens[i + 1].Word));
        return Always.Contains(tokens[i].Word) && before != "even" || before == "," && AfterComma.Contains(tokens[i].Word);
    }
}
