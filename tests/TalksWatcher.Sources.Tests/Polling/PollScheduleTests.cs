using TalksWatcher.Sources.Feeds;
using TalksWatcher.Sources.Fetching;
using TalksWatcher.Sources.Polling;

namespace TalksWatcher.Sources.Tests.Polling;

public class PollScheduleTests
{
    private static readonly DateTimeOffset Noon = FixedClock.Noon;
    private static readonly Feed Plain = new("T", null, null, null, []);
    private readonly PollSchedule schedule = new(PollingBounds.Default, new SourceDefinition { Name = "wire", Kind = SourceKind.Feed });

    [Fact]
    public void A_server_without_wishes_is_asked_at_the_usual_time() => Assert.Null(schedule.AfterAnswer(SourceState.New, Noon, null, Plain));

    [Theory]
    [InlineData(40, null, 40)]
    [InlineData(null, 40, 40)]
    [InlineData(20, 40, 40)]
    [InlineData(5000, null, 1440)]
    public void The_longer_of_max_age_and_ttl_is_waited_for_within_bounds(int? maxAge, int? ttl, int minutes)
    {
        var feed = Plain with { TimeToLive = Minutes(ttl) };

        Assert.Equal(Noon.AddMinutes(minutes), schedule.AfterAnswer(SourceState.New, Noon, Minutes(maxAge), feed));
    }

    [Theory]
    [InlineData(new[] { 12 }, 13)]
    [InlineData(new[] { 12, 13, 14 }, 15)]
    public void Hours_that_a_feed_skips_are_skipped(int[] hours, int next) =>
        Assert.Equal(Noon.AddHours(next - 12), schedule.AfterAnswer(SourceState.New, Noon, null, Plain with { SkipHours = hours }));

    [Fact]
    public void Days_that_a_feed_skips_are_skipped() => Assert.Equal(
        new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero),
        schedule.AfterAnswer(SourceState.New, Noon, null, Plain with { SkipDays = [DayOfWeek.Sunday, DayOfWeek.Monday] }));

    [Fact]
    public void A_feed_that_skips_the_whole_week_is_not_believed() => Assert.Null(
        schedule.AfterAnswer(SourceState.New, Noon, null, Plain with { SkipDays = Enum.GetValues<DayOfWeek>() }));

    [Theory]
    [InlineData(23, null)]
    [InlineData(24, 30)]
    [InlineData(48, 60)]
    [InlineData(480, 60)]
    public void A_quiet_source_is_asked_less_often(int quiet, int? minutes) => Assert.Equal(
        minutes is { } wait ? Noon.AddMinutes(wait) : null,
        schedule.AfterAnswer(SourceState.New with { QuietInRow = quiet }, Noon, null, Plain));

    [Theory]
    [InlineData(1, null)]
    [InlineData(2, 30)]
    [InlineData(3, 60)]
    [InlineData(50, 1440)]
    public void A_row_of_failures_is_waited_out_longer_and_longer(int failures, int? minutes) => Assert.Equal(
        minutes is { } wait ? Noon.AddMinutes(wait) : null,
        schedule.AfterFailure(SourceState.New with { FailuresInRow = failures }, Noon, Failure(retryAt: null)));

    [Theory]
    [InlineData(0, false)]
    [InlineData(-1, false)]
    [InlineData(-24, true)]
    public void A_wait_that_was_set_by_a_clock_far_ahead_does_not_count(int hours, bool due) => Assert.Equal(
        due, (SourceState.New with { LastPolledAt = Noon, NextPollNotBefore = Noon.AddHours(3) }).IsDue(Noon.AddHours(hours)));

    [Theory]
    [InlineData(90, 90)]
    [InlineData(100_000, 1440)]
    public void Retry_after_is_honoured_within_bounds(int asked, int minutes) => Assert.Equal(
        Noon.AddMinutes(minutes),
        schedule.AfterFailure(SourceState.New with { FailuresInRow = 1 }, Noon, Failure(Noon.AddMinutes(asked))));

    private static TimeSpan? Minutes(int? minutes) => minutes is { } number ? TimeSpan.FromMinutes(number) : null;

    private static FetchFailure Failure(DateTimeOffset? retryAt) =>
        new() { Address = new Uri("https://news.example/"), Reason = FailureReason.ServerError, Detail = "status 503", RetryAt = retryAt };
}
