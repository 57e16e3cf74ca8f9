using TalksWatcher.Claims;

namespace TalksWatcher.Ledger.Rules;

/// <summary>Which round of its track a claim speaks of, by status, dates, place, and next/last reasoning.</summary>
internal sealed class MeetingChoice(NameBook names, LedgerSettings settings)
{
    /// <summary>Days a report may be off about the days of a round that took place.</summary>
    private const int Slack = 1;

    /// <summary>Days after which "the talks ended" no longer means the last round that did.</summary>
    private const int JustOver = 14;

    /// <summary>A longer window says little about when a round took place.</summary>
    private const int VagueDays = 7;

    public Subject? Choose(Case @case, IReadOnlyList<Subject> subjects)
    {
        Subject[] latestFirst = [.. subjects.Where(s => !s.QuietFor(settings.SubjectDays, @case)).Reverse()];
        return @case.Claim.Status switch
        {
            ClaimStatus.Concluded or ClaimStatus.UnderWay => OfRoundHeld(@case, latestFirst),
            ClaimStatus.Proposed or ClaimStatus.Planned => OfRoundAhead(@case, latestFirst),
            _ => Dated(@case, latestFirst) ?? latestFirst.FirstOrDefault(s => !IsOver(s)),
        };
    }

    /// <summary>Over: concluded, or cancelled with no other plan since.</summary>
    public static bool IsOver(Subject subject)
    {
        var told = Known(subject);
        return told.Any(b => b.Is(ClaimStatus.Concluded, Certainty.Stated))
            || (told.Where(b => b.Is(ClaimStatus.Cancelled, Certainty.Stated)).Latest() is { } cancelled
                && !told.Any(b => b.Claim.Offers() && b.Since >= cancelled.Since));
    }

    /// <summary>What was told; of a round that was only ever recalled, what was recalled.</summary>
    private static IReadOnlyList<Belief> Known(Subject subject) => subject.Told() is { Count: > 0 } told ? told : subject.Beliefs;

    private Subject? OfRoundHeld(Case @case, Subject[] latestFirst)
    {
        var fitting = latestFirst.Where(s => !PlacesConflict(@case.Claim, s)).ToArray();
        if (@case.Span is not { } span)
            return fitting.FirstOrDefault(s => !IsOver(s) && HasCome(s, @case.Day))
                ?? fitting.FirstOrDefault(s => IsOver(s) && !s.QuietFor(JustOver, @case))
                ?? fitting.FirstOrDefault(s => !IsOver(s) && !Dates(s).Any());
        return fitting.FirstOrDefault(s => Dates(s).Any(d => d.Days <= VagueDays && d.Overlaps(span, Slack)))
            ?? fitting.FirstOrDefault(s => !IsOver(s) && Dates(s).All(d => d.Days > VagueDays)
                && span.Last >= Day(s.Opened).AddDays(-Slack));
    }

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);

    /// <summary>Under way, or its first day is here: not the next round of which only the plan is known.</summary>
    private static bool HasCome(Subject subject, DateOnly day) => Known(subject).Any(b =>
        b.Claim.Status == ClaimStatus.UnderWay || (b.Claim.Offers() && b.Claim.From is { } from && from <= day));

    private Subject? OfRoundAhead(Case @case, Subject[] latestFirst) =>
        Dated(@case, latestFirst)
        ?? latestFirst.FirstOrDefault(s => !IsOver(s) && !s.QuietFor(settings.ProposalDays, @case) && !HasPassed(s, @case)
            && !(s.QuietFor(JustOver, @case) && IsUndatedPlan(s) && PlacesConflict(@case.Claim, s)));

    /// <summary>Told with the same days: also a round that is over by now, of which an old report still speaks.</summary>
    private Subject? Dated(Case @case, Subject[] latestFirst) => @case.Span is { } span
        ? latestFirst.FirstOrDefault(s => !PlacesConflict(@case.Claim, s) && Dates(s).Any(d => d.Days <= VagueDays && d.Overlaps(span))
            && (!IsOver(s) || span.Days <= VagueDays))
        : null;

    /// <summary>Its days are gone and nobody put it off: what is planned now is another round.</summary>
    private static bool HasPassed(Subject subject, Case @case)
    {
        var told = subject.Told();
        var offers = told.Where(b => b.Claim.Offers()).ToArray();
        return offers.Select(b => b.Days()).OfType<Span>().Select(d => d.Last).DefaultIfEmpty(DateOnly.MaxValue).Max() < @case.Day
            && !told.Any(b => b.Claim is { Status: ClaimStatus.Postponed, Certainty: not Certainty.Denied });
    }

    /// <summary>"Will meet in Florida", with no day, means soon: weeks later another place is another round.</summary>
    private static bool IsUndatedPlan(Subject subject) =>
        subject.Told().Any(b => b.Is(ClaimStatus.Planned, Certainty.Stated)) && !Dates(subject).Any();

    private bool PlacesConflict(Claim claim, Subject subject)
    {
        if (claim.Place is not { } place)
            return false;
        var told = subject.Beliefs.Where(b => b.Claim.Affirms()).Select(b => b.Claim.Place).OfType<string>().ToArray();
        return told.Length > 0 && !told.Any(known => names.Related(known, place));
    }

    private static IEnumerable<Span> Dates(Subject subject) =>
        Known(subject).Where(b => b.Claim.Affirms() && b.Claim.Status != ClaimStatus.Postponed).Select(b => b.Days()).OfType<Span>();
}
