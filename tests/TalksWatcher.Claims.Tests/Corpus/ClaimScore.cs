using System.Globalization;
using System.Text;

namespace TalksWatcher.Claims.Tests.Corpus;

/// <summary>
/// The three measures of the corpus: core (what and where), full (also how sure, who, when), whole (also level, outcome,
/// background, speaker, paragraph). Gold background is optional; an answer that pairs with nothing is false.
/// </summary>
internal static class ClaimScore
{
    public static double F1(IEnumerable<(IReadOnlyList<Claim> Gold, IReadOnlyList<Claim> Answers)> reports, Func<Claim, Claim, bool> test)
    {
        var (hit, wrong, missed) = (0, 0, 0);
        foreach (var (gold, answers) in reports)
        {
            var takes = Pair(gold, answers, test);
            hit += takes.Values.Count(g => !gold[g].Background);
            missed += Enumerable.Range(0, gold.Count).Count(g => !gold[g].Background && !takes.ContainsValue(g));
            wrong += answers.Count - takes.Count;
        }

        return hit == 0 ? 0 : 2.0 * hit / (2 * hit + wrong + missed);
    }

    public static bool Core(Claim gold, Claim got)
    {
        if (gold.Kind != got.Kind || got.Background && !gold.Background)
            return false;
        if (gold.Kind == ClaimKind.Delegation)
            return (gold.Party, Surname(gold.Person), gold.Role) == (got.Party, Surname(got.Person), got.Role);
        if (gold.Kind == ClaimKind.EnergyStrike)
            return (gold.By, gold.On) == (got.By, got.On);
        return gold.Status == got.Status && got.Places.Count <= 1
            && (gold.Places.Count == 0 || got.Places.Count > 0 && gold.Places.Select(Place).Contains(Place(got.Places[0])));
    }

    public static bool Full(Claim gold, Claim got)
    {
        if (!Core(gold, got))
            return false;
        if (gold.Kind == ClaimKind.Delegation)
            return gold.Replaces is null || Surname(gold.Replaces) == Surname(got.Replaces);
        var placeIsFree = gold.Kind != ClaimKind.Meeting || gold.Places.Count > 0 || got.Places.Count == 0;
        return gold.Certainty == got.Certainty && placeIsFree && DatesFit(gold, got)
            && (gold.Parties.Count == 0 || gold.Parties.Except(got.Parties).Concat(got.Parties.Except(gold.Parties)).All(p => p == "US"));
    }

    public static bool Whole(Claim gold, Claim got) =>
        Full(gold, got) && gold.Background == got.Background
        && (gold.Level is null || gold.Level == got.Level) && (gold.Outcome is null || gold.Outcome == got.Outcome)
        && (gold.Says.Count == 0 || gold.Says.Select(Surname).Intersect(got.Says.Select(Surname), StringComparer.Ordinal).Any())
        && (gold.Paragraphs.Count == 0 || gold.Paragraphs.Intersect(got.Paragraphs.Concat(got.Evidence.Select(e => e.Paragraph))).Any());

    private static bool DatesFit(Claim gold, Claim got)
    {
        if ((gold.From ?? gold.To) is not { } start)
            return true;
        var end = gold.To ?? start;
        if ((got.From ?? got.To) is not { } first)
            return false;
        var last = got.To ?? first;
        return first <= end && last >= start && last.DayNumber - first.DayNumber - (end.DayNumber - start.DayNumber) <= 7;
    }

    /// <summary>The largest one-to-one pairing, gold news served first: answer → gold.</summary>
    private static Dictionary<int, int> Pair(IReadOnlyList<Claim> gold, IReadOnlyList<Claim> answers, Func<Claim, Claim, bool> test)
    {
        var takes = new Dictionary<int, int>();
        foreach (var g in Enumerable.Range(0, gold.Count).OrderBy(g => gold[g].Background))
            Serve(g, []);
        return takes;

        bool Serve(int g, HashSet<int> seen)
        {
            for (var a = 0; a < answers.Count; a++)
            {
                if (!test(gold[g], answers[a]) || !seen.Add(a) || takes.TryGetValue(a, out var rival) && !Serve(rival, seen))
                    continue;
                takes[a] = g;
                return true;
            }

            return false;
        }
    }

    private static string Surname(string? name) => Fold(name).Split(' ')[^1] switch
    {
        "sibiga" => "sybiha",
        "shmigal" => "shmyhal",
        "zelensky" or "zelenskiy" => "zelenskyy",
        "ermak" => "yermak",
        var surname => surname,
    };

    private static string Place(string name) => Fold(name) switch
    {
        "kiev" => "kyiv",
        "odessa" => "odesa",
        "kharkov" => "kharkiv",
        "turkey" => "turkiye",
        "united arab emirates" => "uae",
        "vatican" or "the vatican" => "vatican city",
        "washington dc" or "washington, d.c." => "washington",
        var place => place,
    };

    private static string Fold(string? text)
    {
        var plain = (text ?? "").Normalize(NormalizationForm.FormKD).Where(char.IsAscii).ToArray();
        return string.Join(' ', new string(plain).ToLower(CultureInfo.InvariantCulture).Replace('-', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
