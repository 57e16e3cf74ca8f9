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
    private Result?[] Told => field ??= new Result?[report.Count];

    public MeetingOutcome? Of(Reading reading) => reading is not { Kind: ClaimKind.Meeting, Status: ClaimStatus.Concluded } ? reading.Outcome
        : Better(OfSentence(reading.Sentence), OfParagraph(reading)) switch
        {
            Result.Agreement => MeetingOutcome.Agreement,
            Result.Partial or Result.Warm => MeetingOutcome.Partial,
            Result.None => MeetingOutcome.None,
            _ => null,
        };

    private Result OfParagraph(Reading reading)
    {
        var best = Result.Silent;
        for (var i = reading.Sentence + 1; i < report.Count && i <= reading.Sentence + Reach; i++)
        {
            if (reading.Background && report[i].Paragraph != reading.Paragraph)
                break;
            var found = OfSentence(i);
            if (report[i].Paragraph <= reading.Paragraph + 1 || found == Result.Partial)
                best = Better(best, found);
        }

        return best;
    }

    private Result OfSentence(int sentence) => Told[sentence] ??= Read(report[sentence].Marks);

    private Result Read(MarkedSentence marks)
    {
        var best = Result.Silent;
        var matches = rules.Matches(marks);
        for (var i = 0; i < matches.Count; i++)
        {
            best = Better(best, matches[i].Rule.Name switch
            {
                "OutcomeAgreement" => IsDenied(marks, matches[i].Match) ? Result.None : Result.Agreement,
                "OutcomePartial" => IsDenied(marks, matches[i].Match) ? Result.None : Result.Partial,
                "OutcomeWarm" => Result.Warm,
                _ => Result.None,
            });
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
    private static Result Better(Result one, Result other) => one < other ? one : other;

    /// <summary>What counts first.</summary>
    private enum Result : byte
    {
        Agreement,
        Partial,
        None,

        /// <summary>"constructive".</summary>
        Warm,
        Silent,
    }
}
