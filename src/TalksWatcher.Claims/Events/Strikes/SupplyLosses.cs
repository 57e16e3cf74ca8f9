using System.Collections.Frozen;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Events.Strikes;

/// <summary>Attacks told without a target, and what is told of the supply afterwards: "600,000 households lost power".</summary>
internal sealed class SupplyLosses(Lexicon lexicon)
{
    private readonly FrozenSet<string> attacks = lexicon.Words("attack-nouns");
    private readonly Pattern assault = lexicon.Phrases("assault-phrases");
    private readonly Pattern loss = lexicon.Phrases("supply-losses");

    /// <summary>Token of the phrase that tells of the loss.</summary>
    public int? At(MarkedSentence marks) => marks.First(loss)?.First;

    /// <summary>Token of the word of attacking.</summary>
    public int? AssaultAt(MarkedSentence marks) =>
        marks.First(assault)?.First ?? NounAt(marks);

    private int? NounAt(MarkedSentence marks)
    {
        for (var at = 0; at < marks.Tokens.Length; at++)
        {
            if (attacks.Contains(marks.Word(at)))
                return at;
        }

        return null;
    }
}

/// <summary>An attack just told of: who struck whom.</summary>
internal sealed record Assault(string By, string On, SentenceContext Told)
{
    private const int Sentences = 3;

    /// <summary>A sentence right after it, in its paragraph or the next, goes on with it.</summary>
    public bool Reaches(SentenceContext context) =>
        context.Paragraph == Told.Paragraph || context.Paragraph - Told.Paragraph == 1 && context.Index - Told.Index <= Sentences;
}
