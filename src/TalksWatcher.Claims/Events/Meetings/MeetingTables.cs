using System.Collections.Immutable;
using TalksWatcher.Claims.Events.Arguments;

namespace TalksWatcher.Claims.Events.Meetings;

/// <summary>Who sits at the meeting that a phrase tells of.</summary>
internal sealed class MeetingTables(PartyFinder parties, MeetingGuards guards)
{
    /// <returns><c>null</c> where those named make no meeting on the watched war.</returns>
    public Table? Of(SentenceContext context, LinkedCue cue, ClaimStatus status)
    {
        var table = parties.Find(context, cue.Anchor);
        if (cue.IsEvent && parties.OfOutsider(context, cue.Match.Head) is { } outsider && !parties.Watched.IsTable(outsider))
            return null;
        if (cue.IsEvent)
        {
            table = OfEvent(context, cue, table);
            if (MustSeat(context, cue) && !parties.Watched.IsTable(table) || cue.Rule.Groups && table.Parties.Count < 2 && guards.IsOneSided(context.Marks, cue.Match.First))
                return null;
        }

        if (status == ClaimStatus.Proposed)
            table = parties.Watched.WithoutHost(context, cue.Match.Head, table);
        return parties.Watched.IsForeign(context.Marks, table, !cue.Rule.Journey && IsFirm(status)) ? null : table;
    }

    /// <summary>"meet the Russian and Ukrainian teams separately": the tables that there are instead of one.</summary>
    public IReadOnlyList<ImmutableSortedSet<string>> Separate(SentenceContext context, int anchor, Table table) =>
        parties.Watched.Separate(context.Marks, anchor, table);

    private Table OfEvent(SentenceContext context, LinkedCue cue, Table named)
    {
        var table = cue.Rule.Venue ? named : parties.OfEvent(context, Math.Max(cue.Anchor, cue.Match.Last), named);
        if (cue.Rule.Groups && cue.Rule.Status is null && !parties.Watched.HasBothSides(table) && guards.IsKnownGroup(context.Marks, cue.Match.First))
            table = table with { Parties = [] };
        return new Table(cue.Rule.Sides && table.Parties.Count < 2 ? parties.BothSides : table.Parties, table.Level ?? parties.LevelBeside(context, cue.Rule, cue.Match) ?? cue.Rule.Level);
    }

    /// <summary>A verb or a journey tells of a meeting only with a table named beside it, unless it is that of known groups.</summary>
    private bool MustSeat(SentenceContext context, LinkedCue cue) =>
        (cue.Rule.Status is null || cue.Rule.Journey)
        && (!cue.Rule.Groups || cue.Match.Slot("place") is null && guards.IsOtherGroup(context.Marks, cue.Match.First));

    private static bool IsFirm(ClaimStatus status) => status is ClaimStatus.Planned or ClaimStatus.Concluded or ClaimStatus.UnderWay;
}
