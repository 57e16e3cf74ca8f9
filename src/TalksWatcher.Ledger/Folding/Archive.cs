using TalksWatcher.Claims;
using TalksWatcher.Ledger.Rules;

namespace TalksWatcher.Ledger.Folding;

/// <summary>Keeps a track's state small: what is long over leaves it; the entries remember.</summary>
internal static class Archive
{
    private const int SubjectsKept = 10;

    /// <summary>A round may be spoken of again by its days; of truces only the latest that stand or stood are spoken of.</summary>
    private const int TrucesKept = 4;

    private const int BeliefsKept = 32;

    /// <summary>Of a subject that has been quiet for so many days only the latest beliefs stay.</summary>
    private const int SettledDays = 21;

    private const int SettledBeliefsKept = 10;

    /// <summary>A margin over the days in which a subject may still be spoken of.</summary>
    private const int MarginDays = 30;

    public static ValueList<Subject> Trim(IReadOnlyList<Subject> subjects, DateTimeOffset now, LedgerSettings settings)
    {
        var spokenOf = subjects
            .Where(s => s.Kind == ClaimKind.Delegation || now - s.LastNews <= TimeSpan.FromDays(settings.SubjectDays + MarginDays)).ToList();
        var kept = spokenOf.GroupBy(s => s.Kind).SelectMany(kind => kind.TakeLast(kind.Key == ClaimKind.EnergyTruce ? TrucesKept : SubjectsKept))
            .ToHashSet(ReferenceEqualityComparer.Instance);
        return spokenOf.Where(kept.Contains)
            .Select(s => Trim(s, now - s.LastNews > TimeSpan.FromDays(SettledDays) ? SettledBeliefsKept : BeliefsKept))
            .ToValueList();
    }

    private static Subject Trim(Subject subject, int kept)
    {
        if (subject.Beliefs.Count <= kept)
            return subject;
        var dropped = subject.Beliefs.OrderBy(IsNews).ThenBy(b => b.Seen).Take(subject.Beliefs.Count - kept)
            .ToHashSet(ReferenceEqualityComparer.Instance);
        return subject with { Beliefs = subject.Beliefs.Where(b => !dropped.Contains(b)).ToValueList() };
    }

    private static bool IsNews(Belief belief) =>
        !belief.Recalled && belief.Claim.Kind != ClaimKind.EnergyStrike && belief.Claim.Role != DelegationRole.Member;
}
