using TalksWatcher.Claims.Events;

namespace TalksWatcher.Claims.Merging;

/// <summary>Who heads a team now replaces the one whom the report recalls as its head: "Kostyukov had led the previous rounds".</summary>
internal static class Successions
{
    public static Merged Link(Merged one, List<Merged> all) =>
        IsHead(one.Reading) && !one.Reading.Background && one.Reading.Replaces is null && Before(one.Reading, all) is { } before
            ? one with { Reading = one.Reading with { Replaces = before } }
            : one;

    /// <summary>The one other head of that side who is recalled; <c>null</c> where none or several are.</summary>
    private static string? Before(Reading now, List<Merged> all)
    {
        var recalled = all.Select(m => m.Reading).Where(r => IsHead(r) && r.Background && r.Party == now.Party && r.Person != now.Person).ToList();
        return recalled.Count == 1 && !all.Any(m => IsHead(m.Reading) && !m.Reading.Background && m.Reading.Party == now.Party && m.Reading.Person != now.Person) ? recalled[0].Person : null;
    }

    private static bool IsHead(Reading reading) => reading is { Kind: ClaimKind.Delegation, Role: DelegationRole.Head };
}
