using TalksWatcher.Claims;

namespace TalksWatcher.Ledger.Rules;

/// <summary>Whether what is told of a round already says what a claim says; else which of its parts are new.</summary>
internal sealed class MeetingCoverage(NameBook names)
{
    /// <summary>A plan of so few days is exact: who names one of them repeats it.</summary>
    private const int ExactDays = 3;

    /// <param name="By">The belief that covers the claim; <c>null</c> where it is news.</param>
    public readonly record struct Answer(Belief? By, Moved News);

    public Answer Of(Case @case, IReadOnlyList<Belief> told) => @case.Claim switch
    {
        { Certainty: Certainty.Denied } => Whole(told.FirstOrDefault(b => RepeatsDenial(b, @case.Claim, told))),
        { Status: ClaimStatus.Rejected } => Whole(told.FirstOrDefault(b => RepeatsRefusal(b, @case.Claim, told))),
        { Status: ClaimStatus.Postponed or ClaimStatus.Cancelled } => Whole(told.FirstOrDefault(b => RepeatsSetback(b, @case, told))),
        { Status: ClaimStatus.Concluded } => Whole(told.FirstOrDefault(b => RepeatsEnd(b, @case))),
        _ => Parts(@case, [.. told.Where(b => b.Claim.Stage() > 0 && !b.Claim.Denies() && IsCurrent(b, told))]),
    };

    private static Answer Whole(Belief? by) => new(by, by is null ? Moved.Status : Moved.None);

    private static bool RepeatsDenial(Belief b, Claim claim, IReadOnlyList<Belief> told) =>
        b.Claim.Denies() && b.Claim.Status == claim.Status && !told.Any(offer => offer.Claim.Offers() && offer.Since > b.Since);

    private bool RepeatsRefusal(Belief b, Claim claim, IReadOnlyList<Belief> told) =>
        b.Claim.Status == ClaimStatus.Rejected && b.Claim.AtLeastAsSureAs(claim) && SamePlace(b.Claim.Place, claim.Place)
        && !told.Any(offer => offer.Claim.Offers() && offer.Since > b.Since
            && (claim.Place is null || SamePlace(offer.Claim.Place, claim.Place)));

    private bool RepeatsSetback(Belief b, Case @case, IReadOnlyList<Belief> told) =>
        b.Claim.Status == @case.Claim.Status && b.Claim.AtLeastAsSureAs(@case.Claim) && !PlacesApart(b.Claim, @case.Claim)
        && (!told.Any(offer => offer.Claim.Offers()
                && (offer.Since > b.Since || (offer.Since == b.Since && PlacesApart(offer.Claim, b.Claim))))
            || (@case.Span is { } span && b.Days() is { } days && days.Overlaps(span)));

    /// <summary>A second day that ends is news; another date word for the same end is not.</summary>
    private static bool RepeatsEnd(Belief b, Case @case)
    {
        if (b.Claim.Status != ClaimStatus.Concluded || !b.Claim.AtLeastAsSureAs(@case.Claim))
            return false;
        if (@case.Claim.Outcome == MeetingOutcome.Agreement && b.Claim.Outcome != MeetingOutcome.Agreement)
            return false;
        return @case.Span is not { } span || b.End() >= span.Last || (span.Days > ExactDays && b.Days() is { } days && days.Within(span));
    }

    private Answer Parts(Case @case, Belief[] current)
    {
        var claim = @case.Claim;
        var far = current.Where(b => b.Claim.Stage() >= claim.Stage() && b.Claim.AtLeastAsSureAs(claim)).ToArray();
        var status = far.Where(b => claim.Level != MeetingLevel.Leaders || claim.Parties.All(b.Claim.Parties.Contains)).ToArray();
        var place = far.Where(b => claim.Place is null || (b.Claim.Place is { } known && names.Covers(known, claim.Place))).ToArray();
        var dates = far.Where(b => @case.Span is not { } told || (b.Days() is { } known && Covers(known, told))).ToArray();
        var news = (status.Length == 0 ? Moved.Status : Moved.None)
            | (place.Length == 0 && claim.Place is not null ? Moved.Place : Moved.None)
            | (dates.Length == 0 && @case.Span is not null ? Moved.Dates : Moved.None);
        return news == Moved.None ? new Answer(Best(status, place, dates), news) : new Answer(null, news);
    }

    private static Belief Best(Belief[] status, Belief[] place, Belief[] dates) =>
        status.Intersect(place).Intersect(dates).Latest() ?? place.Intersect(dates).Latest() ?? status.Latest()!;

    /// <summary>Neither put off since, nor replaced by a plan with other days or another place.</summary>
    private bool IsCurrent(Belief b, IReadOnlyList<Belief> told) => !told.Any(later => later.Since > b.Since && Replaces(later, b));

    private bool Replaces(Belief later, Belief b)
    {
        var daysApart = later.Days() is { } new_ && b.Days() is { } old && !new_.Overlaps(old);
        var placesApart = PlacesApart(later.Claim, b.Claim);
        return later.Claim switch
        {
            { Status: ClaimStatus.Postponed or ClaimStatus.Cancelled, Certainty: Certainty.Stated } => !daysApart && !placesApart,
            { Status: ClaimStatus.Planned, Certainty: Certainty.Stated } =>
                b.Claim.Status == ClaimStatus.Planned && (daysApart || placesApart),
            _ => false,
        };
    }

    private bool PlacesApart(Claim one, Claim other) => one.Place is { } here && other.Place is { } there && !names.Related(here, there);

    private bool SamePlace(string? one, string? other) => one is null ? other is null : other is not null && names.Related(one, other);

    private static bool Covers(Span known, Span told) => known.Within(told) || (told.Within(known) && known.Days <= ExactDays);
}
