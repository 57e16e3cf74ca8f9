using TalksWatcher.Claims.Events.Arguments;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Scope;

namespace TalksWatcher.Claims.Events.Meetings;

/// <summary>Meetings named with their date or place but without a verb: "after last month's talks in Riyadh".</summary>
internal sealed class NamedMeetings(Lexicon lexicon, MeetingDraft draft, MeetingDays days, PartyFinder parties, MeetingVenues venues)
{
    private readonly RecalledMeetings recalled = new(lexicon);
    private readonly Factuality factuality = new(lexicon);

    public IReadOnlyList<Reading> Of(SentenceContext context, int anchor, List<int> anchors)
    {
        var said = days.SaidAfter(context, anchor);
        var time = days.Near(context, anchor, anchors) ?? said;
        var places = venues.Of(context, null, anchor, anchors);
        if ((said is null ? recalled.StatusOf(context, anchor, time, places.Count > 0) : (ClaimStatus.Concluded, RecalledMeetings.Recalled)) is not var (status, rule))
            return [];
        var table = parties.Find(context, anchor);
        if (parties.Watched.IsForeign(context.Marks, table, isFirm: true))
            return [];
        time = status == ClaimStatus.Concluded && time is not null ? MeetingDates.Past(time, context.Published) : MeetingDates.Coming(status, time, context.Published, anchor);
        var facts = new MeetingFacts(rule, anchor, status, table)
        {
            Certainty = CertaintyOf(context.Marks, anchor, status),
            Place = places.Count > 0 ? places[0] : null,
            From = time?.From,
            To = time?.To,
        };
        return MeetingDraft.InEach(places, draft.Of(context, facts));
    }

    private Certainty CertaintyOf(MarkedSentence marks, int anchor, ClaimStatus status) =>
        status == ClaimStatus.Planned ? factuality.Of(ClaimKind.Meeting, marks, new PatternMatch(anchor, anchor, anchor, []), default, status) : Certainty.Stated;
}
