using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Scope;

namespace TalksWatcher.Claims.Events.Meetings;

/// <summary>Which status a rule and its verb's tense give.</summary>
internal static class MeetingStatus
{
    /// <summary>Whether a phrase in this form can speak of a meeting at all: "aimed at ending the war" cannot.</summary>
    public static bool Fits(CueRule rule, VerbGroup group) =>
        !rule.Past || group.IsPast || group.Aspect == Aspect.Present;

    public static ClaimStatus? Of(CueRule rule, VerbGroup group, TimeSpot? time, DateOnly published)
    {
        if (rule.Status == ClaimStatus.UnderWay && (IsAhead(time, published) || group.Aspect is Aspect.Future or Aspect.Expected or Aspect.Possible))
            return ClaimStatus.Planned;
        if (rule is { Status: ClaimStatus.Planned, Certainty: Certainty.Possible, Link: CueLink.None } && group.Aspect == Aspect.PastPerfect)
            return null;
        if (rule.Status == ClaimStatus.UnderWay && group.Negated)
            return ClaimStatus.Planned;
        if (rule is { Status: ClaimStatus.Planned, Certainty: null } && group.Aspect == Aspect.Offered && !group.Negated)
            return ClaimStatus.Proposed;
        if (rule.Status is { } status)
            return group.Negated ? Negated(status, rule, group.Passive, time) : status;
        if (group.Negated)
            return rule.Link == CueLink.None && group.Aspect is Aspect.Future or Aspect.Offered ? ClaimStatus.Rejected : group.IsPast ? null : ClaimStatus.Planned;
        return group.Aspect switch
        {
            Aspect.Past or Aspect.Perfect or Aspect.PastPerfect or Aspect.Participle => AfterwardsOf(rule, time, published),
            Aspect.Progressive when time?.To < published => ClaimStatus.Concluded,
            Aspect.Progressive => IsAhead(time, published) || rule.Journey ? ClaimStatus.Planned : ClaimStatus.UnderWay,
            Aspect.Present => ClaimStatus.Planned,
            Aspect.Possible when group.IsAbility => null,
            Aspect.Possible => time is null ? ClaimStatus.Proposed : ClaimStatus.Planned,
            Aspect.Future when group.IsConditional && rule.Link == CueLink.None && time is null && !group.IsReported => ClaimStatus.Proposed,
            Aspect.Expected when group.IsLapsed => null,
            Aspect.Future or Aspect.Expected => ClaimStatus.Planned,
            Aspect.Offered => group.IsObliged && time?.To > published ? ClaimStatus.Planned : ClaimStatus.Proposed,
            Aspect.Refused => ClaimStatus.Rejected,
            Aspect.Unknown when group.IsInfinitive && IsAhead(time, published) => ClaimStatus.Planned,
            _ => null,
        };
    }

    /// <summary>What began on the day of the report is under way; what began before is taken as over.</summary>
    private static ClaimStatus AfterwardsOf(CueRule rule, TimeSpot? time, DateOnly published)
    {
        if (IsAhead(time, published))
            return ClaimStatus.Planned;
        if (rule.Journey && (time?.To is not { } day || day >= published.AddDays(-1)))
            return ClaimStatus.Planned;
        return rule.Start && (time?.To is not { } to || to >= published.AddDays(-1)) ? ClaimStatus.UnderWay : ClaimStatus.Concluded;
    }

    /// <summary>"had been expected to meet": a plan, though no longer one.</summary>
    public static bool IsLapsed(CueRule rule, VerbGroup group) =>
        !group.Negated && (group is { Aspect: Aspect.Expected, IsLapsed: true } && rule.Status is null
            || rule is { Status: ClaimStatus.Planned, Certainty: Certainty.Possible, Link: CueLink.None } && group.Aspect == Aspect.PastPerfect);

    private static bool IsAhead(TimeSpot? time, DateOnly published) => time?.From > published;

    /// <summary>"does not rule out a meeting" leaves it possible; "not ready to meet" refuses it; "did not call it off" tells nothing new.</summary>
    private static ClaimStatus? Negated(ClaimStatus status, CueRule rule, bool isPassive, TimeSpot? time) => status switch
    {
        ClaimStatus.Rejected when rule.Certainty is null && !rule.NegatedWords => time is null && !rule.Venue ? ClaimStatus.Proposed : ClaimStatus.Planned,
        ClaimStatus.Proposed when !rule.NegatedWords => isPassive ? null : ClaimStatus.Rejected,
        ClaimStatus.Cancelled when !rule.NegatedWords => null,
        _ => status,
    };
}
