using TalksWatcher.Claims.Events;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Events.Answers;

/// <summary>What a report has told of so far that may still be answered.</summary>
internal sealed class OpenMatters
{
    private Reading? ahead;
    private Reading? proposed;
    private Reading? before;

    public bool IsAny => proposed is not null || ahead is not null;

    /// <summary>The meeting or truce last put forward before a phrase.</summary>
    public Reading? Offer(SentenceContext context, PatternMatch match) =>
        proposed is { } last && last.Sentence == context.Index && last.Anchor >= match.First ? before : proposed;

    /// <param name="here">What a sentence tells: an offer may be answered in its own sentence.</param>
    public void Propose(List<Reading> here)
    {
        var offers = here.FindAll(r => r is { Status: ClaimStatus.Proposed, Background: false });
        if (offers.Count == 0)
            return;
        var last = offers[^1];
        var isOneOf = offers.Exists(r => r.Rule == last.Rule && r.Place is not null && r.Place != last.Place);
        before = proposed;
        proposed = isOneOf ? last with { Place = null } : last.Place is null && IsGoingOn(last) ? last with { Place = proposed!.Place } : last;
    }

    /// <summary>"Belarus offers Minsk. It would take them in at any time": more of the same offer.</summary>
    private bool IsGoingOn(Reading offer) =>
        proposed is { } last && last.Kind == offer.Kind && offer.Paragraph - last.Paragraph <= 1 && (offer.Level is null || last.Level is null || offer.Level == last.Level);

    /// <param name="here">What a sentence tells: what is planned is answered in a later one.</param>
    public void Plan(List<Reading> here) => ahead = here.FindLast(r => r is
    {
        Kind: ClaimKind.Meeting, Background: false,
        Status: ClaimStatus.Planned or ClaimStatus.Proposed or ClaimStatus.Postponed or ClaimStatus.Cancelled,
    }) ?? ahead;

    /// <summary>The meeting ahead that a sentence speaks of; of one put off already only that no new date is set is new.</summary>
    public Reading? Ahead(SentenceContext context, CueRule rule, List<Reading> here)
    {
        var meetings = here.FindAll(r => r.Kind == ClaimKind.Meeting);
        if (meetings.Count > 0)
            return rule.Certainty == Certainty.Denied && meetings.TrueForAll(IsPutOffOrVenue) ? meetings[^1] with { Place = null } : null;
        return ahead is { Status: ClaimStatus.Postponed or ClaimStatus.Cancelled } && rule.Certainty != Certainty.Denied ? null : ahead;
    }

    /// <summary>"Neither day nor city is settled, but he does not rule out Istanbul".</summary>
    private static bool IsPutOffOrVenue(Reading reading) =>
        reading.Status == ClaimStatus.Postponed || reading is { Status: ClaimStatus.Proposed, Topic: CueTopic.Venue };
}
