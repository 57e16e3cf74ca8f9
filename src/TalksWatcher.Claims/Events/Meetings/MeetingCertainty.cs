using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Scope;

namespace TalksWatcher.Claims.Events.Meetings;

/// <summary>How sure a phrase is of its meeting.</summary>
internal sealed class MeetingCertainty(Lexicon lexicon)
{
    private readonly Factuality factuality = new(lexicon);
    private readonly Denials denials = new(lexicon);

    /// <param name="denied">The noun itself is denied: "no such meeting".</param>
    public Certainty Of(SentenceContext context, LinkedCue cue, ClaimStatus status, bool denied)
    {
        if (status == ClaimStatus.Planned && (denied || IsDenied(context, cue)))
            return Certainty.Denied;
        if (cue.Rule.Status == ClaimStatus.Rejected && status is ClaimStatus.Proposed or ClaimStatus.Planned)
            return Certainty.Possible;
        var certainty = cue.Rule.Certainty ?? factuality.Of(ClaimKind.Meeting, context.Marks, cue.Match, cue.Group, status);
        var isRefusal = cue.Rule.Status is ClaimStatus.Proposed or ClaimStatus.Rejected && status == ClaimStatus.Rejected;
        return isRefusal && certainty == Certainty.Denied ? Certainty.Stated : certainty;
    }

    /// <summary>"is not expected", "denied that it could be held", "no agreement on when they will meet".</summary>
    private bool IsDenied(SentenceContext context, LinkedCue cue) => cue.Rule switch
    {
        { Certainty: Certainty.Possible } rule => !rule.NegatedWords && cue.Group.Negated || denials.IsRefuted(context.Marks, cue.Match.First),
        _ => IsUnsettled(context, cue),
    };

    /// <summary>"no agreement on when they will meet".</summary>
    public bool IsUnsettled(SentenceContext context, LinkedCue cue) => cue.Rule.Status is null && factuality.IsUnsettled(context.Marks, cue.Match.Head);
}
