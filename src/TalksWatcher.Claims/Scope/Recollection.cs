using TalksWatcher.Claims.Events;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Scope;

/// <summary>
/// Tells what a report recalls as known from what it tells as news: by its age, by "the last round" and "had earlier said",
/// by being named in passing below the lead.
/// </summary>
internal sealed class Recollection(Lexicon lexicon)
{
    /// <summary>A war's strikes are counted up for some days.</summary>
    private const int StrikeDays = 3;

    private readonly Pattern labels = lexicon.Phrases("recalling-labels");
    private readonly Retrospect retrospect = new(lexicon);

    public IReadOnlyList<Reading> Mark(IReadOnlyList<Reading> readings, IReadOnlyList<SentenceContext> report)
    {
        if (readings.Count == 0)
            return readings;
        var asides = Asides(report);
        var marked = new List<Reading>(readings.Count);
        for (var i = 0; i < readings.Count; i++)
            marked.Add(Mark(readings[i], report, asides));
        MarkTeams(marked, report);
        return marked;
    }

    /// <summary>Paragraphs that a label ("Background:") opens.</summary>
    private HashSet<int> Asides(IReadOnlyList<SentenceContext> report)
    {
        var asides = new HashSet<int>();
        for (var i = 0; i < report.Count; i++)
        {
            if (report[i].Marks.Matcher.IsMatch(labels, 0))
                asides.Add(report[i].Paragraph);
        }

        return asides;
    }

    private Reading Mark(Reading reading, IReadOnlyList<SentenceContext> report, HashSet<int> asides)
    {
        var isOld = IsOld(reading, report[0].Published);
        var isRecalled = (reading.Kind == ClaimKind.Delegation || !IsLead(reading, report)) && (asides.Contains(reading.Paragraph) || retrospect.IsRecalled(reading, report[reading.Sentence], IsLate(reading, report)));
        return isOld || isRecalled ? reading with { IsOld = isOld, Background = true } : reading;
    }

    /// <summary>The teams of a meeting that a paragraph recalls are recalled with it.</summary>
    private void MarkTeams(List<Reading> readings, IReadOnlyList<SentenceContext> report)
    {
        if (Recalled(readings) is not { } recalled)
            return;
        for (var i = 0; i < readings.Count; i++)
        {
            var reading = readings[i];
            if (reading.Kind == ClaimKind.Delegation && recalled.TryGetValue(reading.Paragraph, out var first) && first <= reading.Sentence && !retrospect.IsGoingOn(report[reading.Sentence].Marks, reading))
                readings[i] = reading with { Background = true };
        }
    }

    /// <summary>By paragraph, the first sentence that recalls a meeting.</summary>
    private static Dictionary<int, int>? Recalled(List<Reading> readings)
    {
        Dictionary<int, int>? recalled = null;
        foreach (var reading in readings)
        {
            if (reading is not { Kind: ClaimKind.Meeting, Background: true, Status: ClaimStatus.Concluded })
                continue;
            recalled ??= [];
            recalled[reading.Paragraph] = recalled.TryGetValue(reading.Paragraph, out var first) ? Math.Min(first, reading.Sentence) : reading.Sentence;
        }

        return recalled;
    }

    private static bool IsLead(Reading reading, IReadOnlyList<SentenceContext> report) => reading.Paragraph == report[0].Paragraph;

    private static bool IsOld(Reading reading, DateOnly published) => reading.Kind switch
    {
        ClaimKind.EnergyStrike => reading.To < published.AddDays(-StrikeDays),
        ClaimKind.Meeting when reading.Status is ClaimStatus.Concluded or ClaimStatus.Proposed or ClaimStatus.Planned or ClaimStatus.Rejected => reading.To <= published.AddDays(-PastDays.Fresh),
        _ => false,
    };

    /// <summary>Reports tell the news first: what comes in the last two fifths is rather a look back.</summary>
    private static bool IsLate(Reading reading, IReadOnlyList<SentenceContext> report) => reading.Paragraph > 2 && 5 * reading.Paragraph > 3 * report[^1].Paragraph;
}
