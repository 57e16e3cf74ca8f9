using TalksWatcher.Claims;
using TalksWatcher.Ledger;

namespace TalksWatcher.Digests.Rendering;

/// <summary>Puts one development into words.</summary>
internal sealed class DevelopmentViewBuilder(Digest digest, EventWording wording, NewsPhrase phrases)
{
    private const int MostQuotedWords = 40;
    private const int MostVoicesNamed = 4;

    public DevelopmentView Build(Development development) => new()
    {
        Kicker = Wording.Kicker(development.Change),
        Headline = CleanText.Words(Headline(development), MostQuotedWords),
        Marks = [.. Marks(development)],
        About = About(development),
        Was = Wording.Capital(Was(development)),
        Now = Wording.Capital(Now(development)),
        Between = Between(development),
        Carried = Carried(development),
        Evidence = Evidence(development),
        Against = development.Against is { } against ? OtherSide(against) : null,
    };

    /// <summary>The ledger's headline tells the last step alone.</summary>
    public string Headline(Development development) =>
        digest.Between.ContainsKey(development.Id) ? Wording.Capital(phrases.Of(development)) : development.Headline;

    private string? Between(Development development)
    {
        if (!digest.Between.TryGetValue(development.Id, out var states))
            return null;
        var (was, now) = (Was(development), Now(development));
        var passed = states.Select(wording.State).Where(state => state != was && state != now).Distinct(StringComparer.Ordinal).ToList();
        return passed.Count == 0 ? null : string.Join(", then ", passed);
    }

    /// <summary>Left out where the headline says it already.</summary>
    private string? About(Development development)
    {
        var about = wording.Subject(development.Now);
        return Headline(development).Contains(about, StringComparison.OrdinalIgnoreCase) ? null : about;
    }

    private string Was(Development development)
    {
        if (development.Change is Change.Withdrawn)
            return wording.State(development.Was ?? development.Now);
        return development.Was is { } was ? wording.State(was) : Wording.NotKnownBefore;
    }

    private string Now(Development development)
    {
        if (development.Change is Change.Withdrawn)
            return Wording.Withdrawn;
        var now = wording.State(development.Now);
        return development.Inferred && development.Was is { } was && now == wording.State(was) ? Wording.DaysHavePassed : now;
    }

    private static IEnumerable<string> Marks(Development development)
    {
        if (development.Held)
            yield return Wording.HeldMark;
        if (development.Inferred)
            yield return Wording.InferredMark;
    }

    /// <summary>Nobody has said what the calendar found; and what is withdrawn is no longer said.</summary>
    private static string? Carried(Development development) => (development.Change, development.Inferred, development.Support.Count) switch
    {
        (_, true, _) => null,
        (Change.Withdrawn, _, 0) => null,
        (Change.Withdrawn, _, _) => $"It had rested on {Voices(development)}.",
        (_, _, 0) => $"{Says(development.Now)}.",
        _ => $"{Says(development.Now)}. {Wording.Capital(Voices(development))}.",
    };

    private static string Voices(Development development)
    {
        var voices = development.Support.Select(support => CleanText.Line(support.Voice)).Distinct(StringComparer.Ordinal).ToList();
        var named = string.Join(", ", voices.Take(MostVoicesNamed));
        var more = voices.Count > MostVoicesNamed ? $" and {voices.Count - MostVoicesNamed} more" : "";
        return $"{Wording.Voices(development.Voices)}: {named}{more}";
    }

    private static string Says(Claim claim) => Wording.Certainty(claim.Certainty, [.. claim.Says.Select(CleanText.Line)]);

    private QuoteView? Evidence(Development development)
    {
        var support = development.Support.OrderByDescending(support => support.Document == development.Document).FirstOrDefault();
        var quote = Quote(development.Now);
        if (support is null)
            return quote is null ? null : new QuoteView(quote, "", null, null);
        var title = digest.ReportTitles.TryGetValue(support.Document, out var known) ? CleanText.Words(known, 25) : null;
        return new QuoteView(quote, Source(support), title, SafeUrl.Web(support.Url));
    }

    private static string? Quote(Claim claim) =>
        claim.Evidence.Count == 0 ? null : CleanText.Words(claim.Evidence[0].Quote, MostQuotedWords);

    private string Source(Support support)
    {
        var outlet = CleanText.Line(support.Outlet ?? support.Voice);
        return support.Published is { } published ? $"{outlet}, {wording.Day(published)}" : $"{outlet}, undated";
    }

    private OtherSideView OtherSide(Claim against) =>
        new(Wording.Capital(wording.State(against)), against.Says.Count == 0 ? null : $"{Says(against)}.", Quote(against));
}
