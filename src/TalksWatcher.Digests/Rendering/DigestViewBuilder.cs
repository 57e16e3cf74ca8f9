using TalksWatcher.Claims;
using TalksWatcher.Ledger;

namespace TalksWatcher.Digests.Rendering;

/// <summary>Puts a digest into words.</summary>
internal sealed class DigestViewBuilder(Digest digest, ReaderLinks links, NameBook names)
{
    private const int MostStanding = 5;
    private const int MostBriefly = 40;

    private readonly EventWording wording = new(names, digest.BuiltAt.Year);
    private readonly NewsPhrase phrases = new(names, digest.BuiltAt.Year);

    /// <param name="full">How many developments are told in full; the rest get a line.</param>
    public DigestView Build(int full)
    {
        var developments = new DevelopmentViewBuilder(digest, wording, phrases);
        var ordered = digest.Developments.OrderByDescending(IsCorrection).ToList();
        return new DigestView
        {
            Subject = CleanText.Line(SubjectLine.Of(digest, phrases)),
            Preview = Preview(ordered, developments),
            Title = CleanText.Line(digest.WatchTitle),
            Date = DateWording.Long(digest.BuiltAt),
            Note = Note(),
            Sections = [.. Sections([.. ordered.Take(full)], developments)],
            Briefly = [.. Briefly([.. ordered.Skip(full)], developments)],
            Standing = [.. Standing().Take(MostStanding).Select(View)],
            NextDates = [.. NextDates().Take(MostStanding)],
            Timeline = new TimelineBuilder(wording).Build(digest.Standing, DateOnly.FromDateTime(digest.BuiltAt.UtcDateTime)),
            Dark = Dark(),
            Address = links.Address,
            Foot = links.Address is null ? "A digest as its readers got it by mail." : "You asked for news of this watch.",
            Unsubscribe = SafeUrl.Unsubscribe(links.Unsubscribe),
            Page = SafeUrl.Web(links.Page),
        };
    }

    private static bool IsCorrection(Development development) => development.Change is Change.Withdrawn;

    private static string Preview(List<Development> ordered, DevelopmentViewBuilder developments) => ordered.Count == 0
        ? "Nothing changed."
        : CleanText.Words(string.Join(" · ", ordered.Take(3).Select(developments.Headline)), 30);

    private string? Note() => (digest.CatchUp, digest.Developments.Count) switch
    {
        (true, _) => Wording.CatchUpNote,
        (_, 0) => digest.SourcesWatched is { } sources && digest.DarkSources.Count == 0
            ? $"Nothing moved. All {sources} sources answered." : "Nothing moved.",
        _ => null,
    };

    private static IEnumerable<SectionView> Sections(List<Development> ordered, DevelopmentViewBuilder developments)
    {
        var corrections = ordered.Where(IsCorrection).Select(developments.Build).ToList();
        if (corrections.Count > 0)
            yield return new SectionView("Corrections", corrections, Correction: true);
        foreach (var topic in ordered.Where(development => !IsCorrection(development)).GroupBy(development => development.Topic))
            yield return new SectionView(Wording.Topic(topic.Key), [.. topic.Select(developments.Build)]);
    }

    private static IEnumerable<string> Briefly(List<Development> rest, DevelopmentViewBuilder developments)
    {
        var lines = rest.Take(MostBriefly).Select(development =>
            $"{Wording.Kicker(development.Change)}: {CleanText.Words(developments.Headline(development), 40)}");
        return rest.Count > MostBriefly ? lines.Append($"… and {rest.Count - MostBriefly} more.") : lines;
    }

    /// <summary>What is still to come first, then what moved last.</summary>
    private IEnumerable<SubjectState> Standing() => digest.Standing
        .Where(state => state.Open && state.Status is not null)
        .OrderByDescending(state => IsAhead(state))
        .ThenByDescending(state => state.Since);

    private StandingView View(SubjectState state) => new(
        wording.Subject(state),
        Wording.Capital(wording.State(state)),
        $"{Wording.Voices(state.Voices)}, since {wording.Day(state.Since)}");

    private IEnumerable<DateView> NextDates() => digest.Standing
        .Where(state => IsAhead(state))
        .OrderBy(state => state.From ?? state.To).ThenBy(state => state.Subject, StringComparer.Ordinal)
        .Select(state => new DateView(wording.Span(state.From, state.To)!, What(state)));

    private string What(SubjectState state)
    {
        var place = state.Place is { } known ? $" in {wording.Place(known)}" : "";
        return $"{wording.Subject(state)}{place} ({Wording.State(state.Status, state.Certainty)})";
    }

    private bool IsAhead(SubjectState state) =>
        state.Open && (state.To ?? state.From) >= DateOnly.FromDateTime(digest.BuiltAt.UtcDateTime)
        && state.Status is ClaimStatus.Proposed or ClaimStatus.Planned or ClaimStatus.UnderWay
            or ClaimStatus.Agreed or ClaimStatus.InEffect or ClaimStatus.Extended;

    private string? Dark() => digest.DarkSources.Count == 0 ? null
        : $"Not heard from for too long: {Wording.List([.. digest.DarkSources.Select(CleanText.Line)])}. Their silence proves nothing.";
}
