using System.Collections.Frozen;

namespace TalksWatcher.Claims.Text;

/// <summary>Cuts a sentence roughly into clauses: at strong marks, conjunctions and relative pronouns.</summary>
internal static class Clauses
{
    private static readonly FrozenSet<string> Always = FrozenSet.ToFrozenSet(
        ["while", "although", "though", "whereas", "because", "unless", "but", "even", "which", "who", "whom", "whose", "where", "whereupon"],
        StringComparer.Ordinal);

    private static readonly FrozenSet<string> AfterComma = FrozenSet.ToFrozenSet(
        ["and", "or", "as", "after", "before", "since", "if", "once", "until", "when", "so", "yet", "adding", "saying"],
        StringComparer.Ordinal);

    /// <summary>For each token the number of its clause, from 0.</summary>
    public static int[] Of(Token[] tokens)
    {
        var clauses = new int[tokens.Length];
        var current = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (i > 0 && Starts(tokens, i))
                current++;
            clauses[i] = current;
        }

        return clauses;
    }

    private static bool Starts(Token[] tokens, int i)
    {
        var before = tokens[i - 1].Word;
        if (before is ";" or ":" or "—" or "(" or ")")
            return true;
        return Always.Contains(tokens[i].Word) || before == "," && AfterComma.Contains(tokens[i].Word);
    }
}
