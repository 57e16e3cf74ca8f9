using System.Collections.Frozen;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Events.Outcomes;

/// <summary>What came of one report's concluded meetings, as their own sentences or the ones around them in the paragraph say.</summary>
/// <param name="denials">Words before what would have been an outcome.</param>
internal sealed class OutcomeFinder(CueRules rules, FrozenSet<string> denials, List<SentenceContext> report)
{
    private const int Reach = 60;
    private const int DenialReach = 4;

    /// <summary>What each sentence tells, once it was asked.</summary>
    private ToldOutcome?[] Told => field ??= new ToldOutcome?[report.Count];

    public MeetingOutcome? Of(Reading reading) => reading is not { Kind: ClaimKind.Meeting, Status: ClaimStatus.Concluded } ? reading.Outcome
        : Better(OfSentence(reading.Sentence), OfParagraph(reading)) switch
        {
            ToldOutcome.Agreement => MeetingOutcome.Agreement,
            ToldOutcome.Partial or ToldOutcome.Warm => MeetingOutcome.Partial,
            ToldOutcome.None => MeetingOutcome.None,
            _ => null,
        };

    private ToldOutcome OfParagraph(Reading reading)
    {
        var best = ToldOutcome.Silent;
        for (var i = reading.Sentence + 1; i < report.Count && i <= reading.Sentence + Reach; i++)
        {
            if (reading.Background && report[i].Paragraph != reading.Paragraph)
                break;
            var found = OfSentence(i);
            if (report[i].Paragraph <= reading.Paragraph + 1 || found == ToldOutcome.Partial)
                best = Better(best, found);
        }

        return best;
    }

    private ToldOutcome OfSentence(int sentence) => Told[sentence] ??= Read(report[sentence].Marks);

    private ToldOutcome Read(MarkedSentence marks)
    {
        var best = ToldOutcome.Silent;
        var matches = rules.Matches(marks);
        for (var i = 0; i < matches.Count; i++)
        {
            var told = matches[i].Rule.Outcome;
            best = Better(best, told is ToldOutcome.Agreement or ToldOutcome.Partial && IsDenied(marks, matches[i].Match) ? ToldOutcome.None : told);
        }

        return best;
    }

    /// <summary>"failed to agree on a ceasefire", "not a step closer".</summary>
    private bool IsDenied(MarkedSentence marks, PatternMatch match)
    {
        for (var at = match.First - 1; at >= 0 && match.First - at <= DenialReach && marks.Clauses[at] == marks.Clauses[match.First]; at--)
        {
            if (denials.Contains(marks.Word(at)))
                return true;
        }

        return false;
    }

    /// <summary>A swap makes a round partial, even beside "no breakthrough".</summary>
    private static ToldOutcome Better(ToldOutcome one, ToldOutcome other) => one < other ? one : other;
}
