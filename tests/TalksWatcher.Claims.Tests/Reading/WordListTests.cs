using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Tests.Reading;

public class WordListTests
{
    public static TheoryData<string> Lists { get; } = [.. Files().Keys];

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_word_list_is_sorted_and_names_nothing_twice(string list)
    {
        var lines = Files()[list].Lines().Select(l => l.Text).ToList();

        Assert.Equal(lines.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), lines);
    }

    private static Dictionary<string, RuleFile> Files() =>
        RuleFile.Embedded().Where(f => f.Folder == "English/Words").ToDictionary(f => f.Name, StringComparer.Ordinal);
}
