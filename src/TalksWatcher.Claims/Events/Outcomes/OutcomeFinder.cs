using System.Collections.Frozen;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Events.Outcomes;

/// <summary>What came of a concluded meeting, as its own sentence or the ones around it in the paragraph say.</summary>
internal sealed class OutcomeFinder(Lexicon lexicon, CueRules rules)
{
    private const int Reach = 60;
    private const int DenialReach = 4;
    private readonly FrozenSet<string> denials = lexicon.Words("outcome-denials");

    public IEnumerable<Reading> Add(IReadOnlyList<Reading> readings, IReadOnlyList<SentenceContext> report)
    {
        foreach (var reading in readings)
        {
            yield return reading is { Kind: ClaimKind.Meeting, Status: ClaimStatus.Concluded }
                ? reading with { Outcome = Told(Better(OfSentence(report[reading.Sentence]), OfParagraph(reading, report))) }
                : reading;
        }
    }

    private Result? OfParagraph(Reading reading, IReadOnlyList<SentenceContext> report)
    {
        Result? best = null;
        for (var i = reading.Sentence + 1; i < report.Count && i <= reading.Sentence + Reach; i++)
        {
            if (reading.Background && report[i].Paragraph != reading.Paragraph)
                break;
            var found = OfSentence(report[i]);
            if (report[i].Paragraph <= reading.Paragraph + 1 || found == Result.Partial)
                best = Better(best, found);
        }

        return best;
    }

    private Result? OfSentence(SentenceContext context)
    {
        Result? best = null;
        foreach (var (rule, match) in rules.Matches(context.Marks))
            best = Better(best, rule.Name switch
            {
                "OutcomeAgreement" => IsDenied(context.Marks, match) ? Result.None : Result.Agreement,
                "OutcomePartial" => IsDenied(context.Marks, match) ? Result.None : Result.Partial,
                "OutcomeWarm" => Result.Warm,
                _ => Result.None,
            });
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
    private static Result? Better(Result? one, Result? other) =>
        one is null ? other : other is null || one <= other ? one : other;

    private static MeetingOutcome? Told(Result? result) => result switch
    {
        Result.Agreement => MeetingOutcome.Agreement,
        Result.Partial or Result.Warm => MeetingOutcome.Partial,
        Result.None => MeetingOutcome.None,
        _ => null,
    };

    /// <summary>What counts first.</summary>
    private enum Result
    {
        Agreement,
        Partial,
        None,

        /// <summary>"constructive".</summary>
        Warm,
    }
}
