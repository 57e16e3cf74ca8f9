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
        string? before = null;
        foreach (var (other, _) in all)
        {
            if (!IsHead(other) || other.Party != now.Party || other.Person == now.Person)
                continue;
            if (!other.Background || before is not null)
                return null;
            before = other.Person;
        }

        return before;
    }

    private static bool IsHead(Reading reading) => reading is { Kind: ClaimKind.Delegation, Role: DelegationRole.Head };
}
