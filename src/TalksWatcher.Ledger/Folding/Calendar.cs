using TalksWatcher.Claims;
using TalksWatcher.Ledger.Rules;

namespace TalksWatcher.Ledger.Folding;

/// <summary>What time itself raises, once for a day: a late report may give the subject another name meanwhile.</summary>
internal sealed class Calendar(FoldContext context)
{
    /// <param name="inferred">What the calendar has raised on the track before.</param>
    public IEnumerable<Development> Passed(TrackState state, DateOnly today, IEnumerable<Development> inferred)
    {
        var told = inferred.Select(Day).ToHashSet();
        foreach (var subject in state.Subjects)
        {
            var belief = subject.Kind switch
            {
                ClaimKind.EnergyTruce => RunOut(subject, today),
                ClaimKind.Meeting => GoneBy(subject, today),
                _ => null,
            };
            if (belief is not { Held: null, Claim.To: { } day } || today.DayNumber - day.DayNumber > TrackLedger.TellingDays)
                continue;
            var passed = context.Developments.Inferred(state, subject, belief, day);
            if (told.Add(Day(passed)))
                yield return passed;
        }
    }

    /// <summary>The truce whose own term is over, with no word of an end or of more.</summary>
    public static Belief? RunOut(Subject subject, DateOnly today)
    {
        var told = subject.Told();
        var terms = told.Where(b => TruceRules.Holds(b.Claim) && b.Claim.Certainty == Certainty.Stated).ToArray();
        return terms.MaxBy(b => b.Claim.To ?? DateOnly.MinValue) is { Claim.To: { } end } last && end < today
            && !told.Any(b => b.Is(ClaimStatus.Ended, Certainty.Stated))
            && !terms.Any(b => DateOnly.FromDateTime(b.Since.UtcDateTime) > end) ? last : null;
    }

    /// <summary>The round whose day went by without a word that it was held, put off or called off.</summary>
    public static Belief? GoneBy(Subject subject, DateOnly today)
    {
        var told = subject.Told();
        return told.Where(b => b.Is(ClaimStatus.Planned, Certainty.Stated)).Latest() is { Claim.To: { } end } plan && end < today
            && !told.Any(b => b.Since >= plan.Since && b.Claim is
            {
                Status: ClaimStatus.UnderWay or ClaimStatus.Concluded or ClaimStatus.Postponed or ClaimStatus.Cancelled,
                Certainty: Certainty.Stated,
            }) ? plan : null;
    }

    private static (ClaimKind Kind, DateTimeOffset At) Day(Development passed) => (passed.Now.Kind, passed.At);
}
