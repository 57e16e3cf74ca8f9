using TalksWatcher.Claims;
using TalksWatcher.Ledger;

namespace TalksWatcher.Digests;

/// <summary>
/// What one digest tells of several steps of one matter: from where the reader last heard of it to where it stands now.
/// A plan and its move to another city are one matter, though of two topics. A correction, a dispute or a strike is news of
/// its own, and a rival plan starts a line of its own.
/// </summary>
public static class DevelopmentFold
{
    /// <returns>Developments of which no two are steps of one line, most important first, and by id the states passed over.</returns>
    public static (ValueList<Development> Developments, IReadOnlyDictionary<string, ValueList<Claim>> Between) Of(IEnumerable<Development> developments)
    {
        var lines = new List<List<Development>>();
        foreach (var step in developments.OrderBy(d => d.At).ThenBy(d => d.Id, StringComparer.Ordinal))
        {
            if (LineOf(step, lines) is { } line)
                line.Add(step);
            else
                lines.Add([step]);
        }

        var folded = lines.Select(Fold).OrderByDescending(d => d.Importance).ThenBy(d => d.At).ThenBy(d => d.Id, StringComparer.Ordinal);
        var between = lines.Where(line => line.Count > 1).ToDictionary(
            line => line[^1].Id, line => line.SkipLast(1).Select(step => step.Now).ToValueList(), StringComparer.Ordinal);
        return (folded.ToValueList(), between);
    }

    /// <summary>The line whose last state the step starts from; where none says so in the same words, the latest of its matter.</summary>
    private static List<Development>? LineOf(Development step, List<List<Development>> lines)
    {
        if (step.Was is not { } was || MatterOf(step) is not { } matter)
            return null;
        var same = lines.Where(line => MatterOf(line[^1]) == matter).ToList();
        return same.LastOrDefault(line => ClaimKey.Of(line[^1].Now) == ClaimKey.Of(was)) ?? same.LastOrDefault();
    }

    private static Matter? MatterOf(Development development) =>
        development.Change is Change.Withdrawn or Change.Disputed || development.Now.Kind is ClaimKind.EnergyStrike ? null : new Matter(
            development.Subject, development.Now.Kind, development.Now.Party, development.Now.Role,
            development.Now.Role is DelegationRole.Head ? null : development.Now.Person);

    private static Development Fold(List<Development> steps)
    {
        if (steps is [var only])
            return only;
        var (first, last) = (steps[0], steps[^1]);
        var isNew = first.Change is Change.New && last.Change is not Change.Ended;
        return last with
        {
            Was = first.Was,
            Change = isNew ? Change.New : last.Change,
            Topic = isNew ? first.Topic : last.Topic,
            Importance = steps.Max(step => step.Importance),
        };
    }

    private sealed record Matter(string Subject, ClaimKind Kind, string? Party, DelegationRole? Role, string? Person);
}
