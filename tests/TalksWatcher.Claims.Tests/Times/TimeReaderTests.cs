using TalksWatcher.Claims.Times;

namespace TalksWatcher.Claims.Tests.Times;

public sealed class TimeReaderTests
{
    private static readonly DateOnly Wednesday = new(2026, 2, 4);

    [Fact]
    public void A_mention_tells_its_place_days_grain_role_rules_and_direction() => Assert.Equal(
        [
            new TimeMention(22, 27, null, new DateOnly(2026, 3, 31), TimeGrain.PartOfMonth, TimeRole.Until)
            {
                Rule = "until/late-part/month",
                Direction = TimeDirection.Future,
            },
        ],
        TimeReader.Read("The talks are put on; until the very end of March.", Wednesday));

    [Fact]
    public void A_term_with_a_beginning_tells_its_days_and_its_length() => Assert.Equal(
        [
            new TimeMention(13, 25, new DateOnly(2026, 1, 30), new DateOnly(2026, 2, 28), TimeGrain.Days, TimeRole.For)
            {
                Rule = "duration-from/date",
                Direction = TimeDirection.Past,
                Days = 30,
            },
        ],
        TimeReader.Read("They kept to 30-day truce from Jan. 30 at all.", Wednesday));

    [Fact]
    public void A_term_without_a_beginning_has_no_interval()
    {
        var mention = Assert.Single(TimeReader.Read("a 30-day truce", Wednesday));

        Assert.Equal((false, 30, TimeRole.Duration), (mention.HasInterval, mention.Days, mention.Role));
    }

    [Theory]
    [InlineData(1899, 0)]
    [InlineData(1900, 1)]
    [InlineData(2199, 1)]
    [InlineData(2200, 0)]
    public void Outside_the_years_of_newspapers_nothing_is_read(int year, int mentions) =>
        Assert.Equal(mentions, TimeReader.Read("They met yesterday.", new DateOnly(year, 6, 1)).Count);

    [Fact]
    public void Two_rules_of_one_pattern_are_refused_at_start()
    {
        var error = Assert.Throws<InvalidOperationException>(() => new TimeGrammar(
            [new("one", "the eve|day <month>", _ => null), new("two", "the day ( of )? <month>", _ => null)]));

        Assert.Equal("rules 'one' and 'two' share the pattern 'the day <month>'", error.Message);
    }

    [Fact]
    public void A_pattern_with_an_open_group_is_refused_at_start() =>
        Assert.Throws<FormatException>(() => new TimeGrammar([new("one", "the ) day", _ => null)]));
}
