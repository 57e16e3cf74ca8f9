using TalksWatcher.Claims;

namespace TalksWatcher.Ledger.Rules;

/// <summary>A party's team: who heads it now. Heads named together in one report lead it together.</summary>
internal sealed class TeamRules(LedgerSettings settings) : ITrackRules
{
    public int Turn(Claim claim) => 0;

    public Subject? Choose(Case @case, IReadOnlyList<Subject> subjects) => subjects.Count == 0 ? null : subjects[^1];

    public Judgement Judge(Case @case, Subject subject)
    {
        var heads = subject.Told().Where(b => b.Claim.Role == DelegationRole.Head).ToArray();
        var before = Current(heads.Before(@case), @case);
        if (before.Concat(heads.Except(heads.Before(@case))).FirstOrDefault(b => SamePerson(b.Claim, @case.Claim)) is { } known)
            return Judgement.KnownBy(known);
        var was = before.FirstOrDefault(b => @case.Claim.Replaces is { } old && NameBook.Surname(b.Claim.Person!) == NameBook.Surname(old))
            ?? before.Latest();
        return new Judgement
        {
            Change = was is null && @case.Claim.Replaces is null ? Change.New : Change.Changed,
            Was = was,
            Moved = Moved.Head,
            Topic = Topic.Talks,
        };
    }

    /// <summary>The heads named since the last change at the top, that report included.</summary>
    private Belief[] Current(IEnumerable<Belief> heads, Case @case)
    {
        var fresh = heads.Where(b => @case.At - b.Seen <= TimeSpan.FromDays(settings.TeamDays)).ToArray();
        return fresh.Latest() is { } last ? [.. fresh.Where(b => b.Seen >= last.Since)] : [];
    }

    private static bool SamePerson(Claim one, Claim other) => NameBook.Surname(one.Person!) == NameBook.Surname(other.Person!);
}
