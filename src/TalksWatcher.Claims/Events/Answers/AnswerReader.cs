using TalksWatcher.Claims.Events.Arguments;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Scope;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Events.Answers;

/// <summary>
/// Sentences that name neither meeting nor truce and yet tell of the one told shortly before: "Kyiv jumped at it", "In
/// Moscow the idea was dismissed out of hand", "The date has not been agreed".
/// </summary>
internal sealed class AnswerReader(Lexicon lexicon, CueRules rules, Vocabulary vocabulary)
{
    /// <summary>The rule of "neither venue nor date is fixed".</summary>
    public const string Unsettled = "MeetingUnsettled";

    private readonly AnswerGuards guards = new(lexicon, vocabulary);
    private readonly StanceFinder stances = new(lexicon);
    private readonly VerbGroupReader verbs = new(lexicon);

    /// <param name="told">What the report tells of meetings and truces, in its order.</param>
    public List<Reading> Read(IReadOnlyList<SentenceContext> report, IReadOnlyList<Reading> told)
    {
        var found = new List<Reading>();
        var matter = new OpenMatters();
        var here = new List<Reading>();
        var next = 0;
        foreach (var context in report)
        {
            here.Clear();
            for (; next < told.Count && told[next].Sentence == context.Index; next++)
                here.Add(told[next]);
            matter.Propose(here);
            if ((matter.IsAny || here.Count > 0) && !guards.IsQuestion(context.Marks) && Best(context, here, matter, report) is { } answer)
                found.Add(answer);
            matter.Plan(here);
        }

        return found;
    }

    private Reading? Best(SentenceContext context, List<Reading> here, OpenMatters matter, IReadOnlyList<SentenceContext> report)
    {
        (Reading? best, var rank) = (null, 0);
        var matches = rules.Matches(context.Marks);
        for (var i = 0; i < matches.Count; i++)
        {
            var (rule, match) = matches[i];
            if (rule.Rank > rank && Answer(context, rule, match, here, matter, report) is { } answer)
                (best, rank) = (answer, rule.Rank);
        }

        return best;
    }

    private Reading? Answer(SentenceContext context, CueRule rule, PatternMatch match, List<Reading> here, OpenMatters matter, IReadOnlyList<SentenceContext> report) =>
        rule.After == "proposed"
            ? matter.Offer(context, match) is { } offer && guards.CanAnswer(context, rule, match, offer) ? ToOffer(context, rule, match, here, offer, report[offer.Sentence]) : null
            : matter.Ahead(context, rule, here) is { } plan && guards.CanAnswer(context, rule, match, plan) ? ToPlan(context, rule, match, plan) : null;

    private Reading? ToOffer(SentenceContext context, CueRule rule, PatternMatch match, List<Reading> here, Reading offer, SentenceContext offering)
    {
        var group = verbs.Read(context.Marks, match.Head);
        if (IsUnreal(context.Marks, match.Head, group) || Turned(rule, group) is not var (turned, certainty))
            return null;
        var status = turned == ClaimStatus.Planned ? Taken(context, offer, offering) : turned;
        return here.Exists(r => r.Kind != offer.Kind || r.Status == status) || IsOwn(context, match, offer, offering)
            ? null
            : Again(context, match, offer, rule, status, certainty) with { Says = stances.Find(context, match, ClaimStatus.Rejected) };
    }

    /// <summary>Nobody answers his own offer.</summary>
    private bool IsOwn(SentenceContext context, PatternMatch match, Reading offer, SentenceContext offering) =>
        stances.Holder(context, match.Head)?.Actor is { } answering && !verbs.Read(offering.Marks, offer.Anchor).Passive && stances.Holder(offering, offer.Anchor)?.Actor == answering;

    /// <summary>"did not accept it" refuses, "could accept it" leaves it open; "did not dismiss it" tells nothing new.</summary>
    private static (ClaimStatus Status, Certainty Certainty)? Turned(CueRule rule, VerbGroup group)
    {
        var told = (rule.Status!.Value, rule.Certainty ?? Certainty.Stated);
        var isAccepted = rule.Status == ClaimStatus.Planned;
        if (rule.NegatedWords)
            return told;
        if (group.Negated || group.Aspect == Aspect.Refused)
            return isAccepted ? (ClaimStatus.Rejected, Certainty.Stated) : null;
        var isOpen = group.Aspect is Aspect.Possible or Aspect.Expected || group.IsConditional && !group.IsReported;
        return isOpen ? (isAccepted ? ClaimStatus.Proposed : rule.Status.Value, Certainty.Possible) : told;
    }

    /// <summary>"to turn it down", "seen rejecting it", "had refused it": not what is answered now.</summary>
    private bool IsUnreal(MarkedSentence marks, int head, VerbGroup group) =>
        lexicon.FormOf(marks.Word(head)) is not VerbForm.None and var form
        && (group.IsInfinitive && group.Aspect == Aspect.Unknown && !guards.IsActing(marks, head) || group.Aspect == Aspect.PastPerfect || form.HasFlag(VerbForm.Ing) && group.Aspect == Aspect.Unknown && marks.Word(head - 1) != ",");

    /// <summary>Of two at a table one offers and the other accepts: settled. What a host or a third offers, one of the two is only ready for.</summary>
    private ClaimStatus Taken(SentenceContext context, Reading offer, SentenceContext offering) =>
        offer.Kind == ClaimKind.EnergyTruce ? ClaimStatus.Agreed
        : AnswerGuards.IsByOneOfTwo(offering, offer) || guards.IsByBoth(context.Marks) ? ClaimStatus.Planned
        : ClaimStatus.Proposed;

    private static Reading ToPlan(SentenceContext context, CueRule rule, PatternMatch match, Reading plan)
    {
        var answer = Again(context, match, plan, rule, rule.Status!.Value, rule.Certainty ?? Certainty.Stated) with { Says = [] };
        var isAhead = plan.Status is ClaimStatus.Planned or ClaimStatus.Proposed;
        return rule.Certainty == Certainty.Denied ? answer with { Place = isAhead ? answer.Place : null, From = null, To = null } : answer;
    }

    private static Reading Again(SentenceContext context, PatternMatch match, Reading before, CueRule rule, ClaimStatus status, Certainty certainty) =>
        before with { Rule = rule.Name, Topic = CueTopic.Event, Status = status, Certainty = certainty, Outcome = null, Paragraph = context.Paragraph, Sentence = context.Index, Anchor = match.Head, Definite = true };
}
