using TalksWatcher.Claims.Events.Arguments;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Events.Meetings;

/// <summary>
/// Sentences that name no meeting and yet tell of the one named right before: "That visit was called off", "The date has
/// not been agreed", "brushed the suggestion aside".
/// </summary>
/// <param name="phrases">Read once for all reports.</param>
internal sealed class MeetingFollowUps(FollowUpPhrases phrases, StanceFinder stances)
{
    /// <summary>So many sentences on, the meeting is still the one spoken of.</summary>
    private const int Reach = 2;

    private Reading? planned;
    private Reading? proposed;

    /// <summary>What a sentence adds to the meetings before it. Call sentence by sentence.</summary>
    /// <param name="readings">What the sentence itself tells of meetings.</param>
    public Reading? Find(SentenceContext context, IReadOnlyList<Reading> readings)
    {
        proposed = readings.LastOrDefault(r => r is { Status: ClaimStatus.Proposed, Background: false }) ?? proposed;
        var found = readings.Count == 0 ? AfterBefore(context) : readings.All(IsPutOffOrVenue) ? Told(context, readings[^1] with { Place = null }, isUnsettled: true) : null;
        planned = readings.LastOrDefault(r => r is { Status: ClaimStatus.Planned or ClaimStatus.Proposed or ClaimStatus.Postponed or ClaimStatus.Cancelled, Background: false }) ?? planned;
        return found ?? (proposed is not null && context.Index - proposed.Sentence <= Reach && readings.All(r => r.Status != ClaimStatus.Rejected) ? Refused(context, proposed) : null);
    }

    /// <summary>"Neither day nor city is settled, but he does not rule out Istanbul".</summary>
    private static bool IsPutOffOrVenue(Reading reading) =>
        reading.Status == ClaimStatus.Postponed || reading is { Status: ClaimStatus.Proposed, Topic: CueTopic.Venue };

    private Reading? AfterBefore(SentenceContext context) =>
        planned is not null && IsNear(context, planned) ? Told(context, planned, planned.Status is ClaimStatus.Postponed or ClaimStatus.Cancelled) : null;

    private static bool IsNear(SentenceContext context, Reading meeting) =>
        context.Index - meeting.Sentence <= Reach && context.Paragraph - meeting.Paragraph <= 1;

    /// <param name="isUnsettled">Put off already: only that no new date is set is new.</param>
    private Reading? Told(SentenceContext context, Reading meeting, bool isUnsettled)
    {
        foreach (var kind in phrases.Kinds)
        {
            if (isUnsettled && kind.Certainty != Certainty.Denied || context.Marks.First(kind.Pattern) is not { } match)
                continue;
            var told = Again(context, match.Head, meeting, kind.Rule, kind.Status, kind.Certainty);
            var isAhead = meeting.Status is ClaimStatus.Planned or ClaimStatus.Proposed;
            return kind.Certainty == Certainty.Denied ? told with { Place = isAhead ? told.Place : null, From = null, To = null } : told;
        }

        return null;
    }

    private Reading? Refused(SentenceContext context, Reading meeting) =>
        context.Marks.First(phrases.Refusal) is { } match && !phrases.NotRefusing.Contains(context.Marks.Word(match.First - 1))
            ? Again(context, match.Head, meeting, "ProposalRefused", ClaimStatus.Rejected, Certainty.Stated) with { Says = stances.Find(context, match, ClaimStatus.Rejected) }
            : null;

    /// <param name="at">Token of the phrase in this sentence.</param>
    private static Reading Again(SentenceContext context, int at, Reading meeting, string rule, ClaimStatus status, Certainty certainty) =>
        meeting with { Rule = rule, Topic = CueTopic.Event, Status = status, Certainty = certainty, Says = [], Paragraph = context.Paragraph, Sentence = context.Index, Anchor = at, Definite = true };
}
