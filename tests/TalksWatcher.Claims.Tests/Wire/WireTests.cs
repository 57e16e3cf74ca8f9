using Xunit.Abstractions;

namespace TalksWatcher.Claims.Tests.Wire;

/// <summary>Plain newspaper English outside the corpus.</summary>
public sealed class WireTests(ITestOutputHelper output)
{
    private static readonly IReadOnlyList<WireExample> All =
        [.. new[] { "meetings.txt", "delegations.txt", "truces.txt", "strikes.txt", "others.txt" }.SelectMany(WireExample.In)];

    public static TheoryData<int> Examples => new(Enumerable.Range(0, All.Count));

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_short_report_is_read_as_an_annotator_reads_it(int index)
    {
        var example = All[index];

        var read = example.Read();

        Assert.True(example.Claims.Equals(read), $"{example}\n  gold {string.Join("\n       ", example.Claims)}\n  read {string.Join("\n       ", read)}");
    }

    /// <summary>Misses are kept so that they are not lost; one that is read well belongs among the examples.</summary>
    [Fact]
    public void Known_misses_are_counted()
    {
        var misses = WireExample.In("known-misses.txt");
        foreach (var miss in misses.Where(m => !m.Claims.Equals(m.Read())))
            output.WriteLine($"{miss}\n  gold {string.Join("\n       ", miss.Claims)}\n  read {string.Join("\n       ", miss.Read())}");

        Assert.NotEmpty(misses);
    }
}
