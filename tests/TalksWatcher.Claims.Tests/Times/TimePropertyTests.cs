using FsCheck;
using FsCheck.Fluent;
using TalksWatcher.Claims.Times;

namespace TalksWatcher.Claims.Tests.Times;

public sealed class TimePropertyTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(1000).WithReplay(20260204, 29);
    private static readonly DateOnly Wednesday = new(2026, 2, 4);

    [Fact]
    public void Any_text_on_any_day_gives_ordered_mentions_inside_it() => Check.One(Runs, Prop.ForAll(
        ArbMap.Default.ArbFor<string>(), ArbMap.Default.ArbFor<DateOnly>(), (text, day) => IsSound(text ?? "", day)));

    [Fact]
    public void Any_heap_of_date_phrases_gives_ordered_mentions_inside_it() => Check.One(Runs, Prop.ForAll(
        TimePhrases.Text.ToArbitrary(), ArbMap.Default.ArbFor<DateOnly>(), (text, day) => IsSound(TimePhrases.InYear(text, day.Year), day)));

    [Fact]
    public void Most_heaps_of_date_phrases_hold_dates() => Assert.InRange(
        TimePhrases.Text.Sample(500).Count(text => TimeReader.Read(TimePhrases.InYear(text, 2026), Wednesday).Count > 1), 300, 500);

    [Fact]
    public void The_same_text_is_read_the_same_twice() => Check.One(Runs, Prop.ForAll(
        TimePhrases.Text.ToArbitrary(), text => TimeReader.Read(text, Wednesday).SequenceEqual(TimeReader.Read(text, Wednesday))));

    [Fact]
    public void A_sentence_after_it_without_dates_changes_nothing() => Check.One(Runs, Prop.ForAll(
        TimePhrases.Text.ToArbitrary(), text =>
        {
            var closed = TimePhrases.InYear(text, 2026) + " . ; Peace!";
            return TimeReader.Read(closed, Wednesday).SequenceEqual(TimeReader.Read(closed + " Nobody knows more .", Wednesday));
        }));

    /// <summary>
    /// After 28 years the weekdays and leap years of a calendar repeat, if no century turns; only Easter does not.
    /// </summary>
    [Fact]
    public void Moving_everything_by_28_years_moves_all_results() => Check.One(Runs, Prop.ForAll(
        TimePhrases.Text.Where(StaysInCentury).ToArbitrary(), TimePhrases.Published.ToArbitrary(),
        (text, day) => TimeReader.Read(TimePhrases.InYear(text, day.Year + 1), day).Select(m => Moved(m, 28))
            .SequenceEqual(TimeReader.Read(TimePhrases.InYear(text, day.Year + 29), day.AddYears(28)))));

    [Theory]
    [InlineData("They will meet on 4 March {0}, after talks in May {0}.")]
    [InlineData("The order of {0}-02-01 holds until the end of August.")]
    [InlineData("In the summer of {0} they met; last year they parted.")]
    [InlineData("They met in October and will meet between June 20 and 30.")]
    [InlineData("It was agreed on January 3 and broken two days later, in early {0}.")]
    public void Moving_everything_by_a_year_moves_all_results_without_weekdays(string text)
    {
        var day = new DateOnly(2025, 3, 10);

        Assert.Equal(
            TimeReader.Read(TimePhrases.InYear(text, 2025), day).Select(m => Moved(m, 1)),
            TimeReader.Read(TimePhrases.InYear(text, 2026), day.AddYears(1)));
    }

    [Theory]
    [InlineData("9")]
    [InlineData("(")]
    [InlineData("next ")]
    [InlineData("the ")]
    [InlineData("the day before ")]
    [InlineData("for a week from ")]
    [InlineData("a 30-day truce from ")]
    [InlineData("Monday and ")]
    [InlineData("February 4, ")]
    [InlineData("Monday (")]
    [InlineData("until 5 p.m. on ")]
    [InlineData("moved from to ")]
    [InlineData("the end of the early mid-")]
    [InlineData("1 2 3 ")]
    [InlineData("1/2/2026.02-")]
    [InlineData("will be not ")]
    public void The_work_grows_with_the_length_of_the_text_only(string unit)
    {
        var small = Looks(unit, 20_000);
        var large = Looks(unit, 200_000);

        Assert.InRange(large, 0, (long)(10.1 * small) + 1000);
    }

    [Fact]
    public void A_megabyte_of_the_costliest_words_takes_under_a_thousand_looks_per_character() =>
        Assert.InRange(Looks("for a week from ", 1_000_000), 0, 1_000_000_000);

    private static long Looks(string unit, int length)
    {
        _ = TimeReader.Read(string.Concat(Enumerable.Repeat(unit, length / unit.Length)), Wednesday, out var looks);
        return looks;
    }

    private static bool StaysInCentury(string text) => !text.Split(' ').Any(word => word is "easter" or "years" or "999");

    private static bool IsSound(string text, DateOnly day)
    {
        var end = 0;
        foreach (var mention in TimeReader.Read(text, day))
        {
            if (mention.Start < end || mention.Length <= 0 || mention.End > text.Length || mention.From > mention.To)
                return false;
            end = mention.End;
        }
        return true;
    }

    private static TimeMention Moved(TimeMention mention, int years) => mention with
    {
        From = mention.From?.AddYears(years),
        To = mention.To?.AddYears(years),
    };
}
