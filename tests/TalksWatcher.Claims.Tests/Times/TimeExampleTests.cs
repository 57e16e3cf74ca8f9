using TalksWatcher.Claims.Times;
using TalksWatcher.Claims.Times.Rules;

namespace TalksWatcher.Claims.Tests.Times;

public sealed class TimeExampleTests
{
    public static TheoryData<int> Examples => new(Enumerable.Range(0, TimeExample.All.Count));

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_is_read_as_exactly_the_mentions_written(int index)
    {
        var example = TimeExample.All[index];

        Assert.Equal((example.ToString(), example.Mentions), (example.ToString(), example.Read()));
    }

    [Fact]
    public void Every_rule_has_an_example_that_it_reads()
    {
        var reading = TimeExample.All.Where(UsesItsRule).Select(e => e.Rule).ToHashSet();

        Assert.Equal([], TimeRuleBook.All.Select(r => r.Name).Where(name => !reading.Contains(name)));
    }

    [Fact]
    public void Every_rule_has_an_example_that_it_leaves_alone()
    {
        var leaving = TimeExample.All.Where(e => !UsesItsRule(e)).Select(e => e.Rule).ToHashSet();

        Assert.Equal([], TimeRuleBook.All.Select(r => r.Name).Where(name => !leaving.Contains(name)));
    }

    [Fact]
    public void Every_example_stands_under_the_name_of_a_rule() => Assert.Equal(
        [], TimeExample.All.Select(e => e.Rule).Distinct().Except(TimeRuleBook.All.Select(r => r.Name)));

    [Fact]
    public void Names_of_rules_are_unique() =>
        Assert.Equal(TimeRuleBook.All.Count, TimeRuleBook.All.Select(r => r.Name).Distinct().Count());

    /// <summary>A rule that only serves inside longer phrases is used by the rules that hold it.</summary>
    private static bool UsesItsRule(TimeExample example) =>
        TimeReader.Read(example.Text, example.Published).Any(m => m.Rule.Split('/').Contains(example.Rule));
}
