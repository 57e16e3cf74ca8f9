using System.Text.RegularExpressions;

namespace TalksWatcher.Sources.Tests.Pages;

/// <summary>
/// Scores extracted texts as the public article-extraction benchmark does: precision and recall over 4-word shingles,
/// each averaged over the pages.
/// </summary>
internal sealed partial class ShingleScore
{
    private const int Length = 4;

    private readonly List<double> _precisions = [];
    private readonly List<double> _recalls = [];

    public double F1
    {
        get
        {
            var (precision, recall) = (_precisions.Average(), _recalls.Average());
            return 2 * precision * recall / (precision + recall);
        }
    }

    public void Add(string wanted, string read)
    {
        var (want, got) = (Shingles(wanted), Shingles(read));
        var shared = got.Sum(shingle => Math.Min(shingle.Value, want.GetValueOrDefault(shingle.Key)));
        if (got.Count > 0)
            _precisions.Add((double)shared / got.Values.Sum());
        if (want.Count > 0)
            _recalls.Add((double)shared / want.Values.Sum());
    }

    private static Dictionary<string, int> Shingles(string text)
    {
        var words = Word().Matches(text).Select(match => match.Value).ToArray();
        var count = words.Length == 0 ? 0 : Math.Max(1, words.Length - Length + 1);
        return Enumerable.Range(0, count).Select(i => string.Join(' ', words.Skip(i).Take(Length)))
            .GroupBy(shingle => shingle, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Count(), StringComparer.Ordinal);
    }

    [GeneratedRegex(@"\w+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
