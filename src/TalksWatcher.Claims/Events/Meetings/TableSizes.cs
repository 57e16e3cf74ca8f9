using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Events.Meetings;

/// <summary>How many sit at a table that is told by their number alone: "the two ministers", "the same five countries"; not a host's "meeting with both sides".</summary>
internal sealed class TableSizes(Lexicon lexicon)
{
    private const int Reach = 12;
    private readonly (int Seats, Pattern Words)[] sizes =
    [
        (2, lexicon.Phrases("tables-of-two")),
        (4, lexicon.Phrases("tables-of-four")),
        (5, lexicon.Phrases("tables-of-five")),
    ];

    /// <returns>0 where its clause gives no number.</returns>
    public int Of(MarkedSentence marks, int anchor)
    {
        var first = Math.Max(marks.ClauseStart(anchor), anchor - Reach);
        foreach (var (seats, words) in sizes)
        {
            if (marks.First(words, first, anchor + Reach) is { } match && marks.Clauses[match.First] == marks.Clauses[anchor] && marks.Word(match.First - 1) != "with")
                return seats;
        }

        return 0;
    }
}
