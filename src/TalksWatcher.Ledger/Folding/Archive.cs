using TalksWatcher.Claims;
using TalksWatcher.Ledger.Rules;

namespace TalksWatcher.Ledger.Folding;

/// <summary>Keeps a track's state small: what is long over leaves it; the entries remember.</summary>
internal static class Archive
{
    private const int SubjectsKept = 12;
    private const int BeliefsKept = 40;

    /// <summary>A margin over the days in which a subject may still be spoken of.</summary>
    private const int MarginDays = 30;

    public static ValueList<Subject> Trim(IReadOnlyList<Subject> subjects, DateTimeOffset now, LedgerSettings settings) =>
        subjects.Where(s => s.Kind == ClaimKind.Delegation || now - s.LastNews <= TimeSpan.FromDays(settings.SubjectDays + MarginDays))
            .TakeLast(SubjectsKept).Select(Trim).ToValueList();

    private static Subject Trim(Subject subject)
    {
        if (subject.Beliefs.Count <= BeliefsKept)
            return subject;
        var dropped = subject.Beliefs.OrderBy(IsNews).ThenBy(b => b.Seen).Take(subject.Beliefs.Count - BeliefsKept).ToHashSet();
        return subject with { Beliefs = subject.Beliefs.Where(b => !dropped.Contains(b)).ToValueList() };
    }

    private static bool IsNews(Belief belief) =>
        !belief.Recalled && belief.Claim.Kind != ClaimKind.EnergyStrike && belief.Claim.Role != DelegationRole.Member;
}
