using TalksWatcher.Digests.Outbox;

namespace TalksWatcher.Digests.Tests.Outbox;

public sealed class RetryPolicyTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(5, 16)]
    [InlineData(8, 128)]
    [InlineData(9, 240)]
    [InlineData(30, 240)]
    public void Delays_double_up_to_four_hours(int attempts, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), new RetryPolicy().DelayAfter(attempts, jitter: 0.5));

    [Theory]
    [InlineData(0, 45)]
    [InlineData(1, 75)]
    public void Jitter_spreads_a_delay_by_a_quarter_each_way(double jitter, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), new RetryPolicy().DelayAfter(1, jitter));

    [Fact]
    public void Delays_add_up_to_five_days_before_a_mail_is_given_up()
    {
        var delays = Enumerable.Range(1, 100).Select(attempts => new RetryPolicy().DelayAfter(attempts, 0.5)).TakeWhile(delay => delay is not null);
        var total = delays.Aggregate(TimeSpan.Zero, (sum, delay) => sum + delay!.Value);
        Assert.InRange(total, TimeSpan.FromDays(5), TimeSpan.FromDays(5) + TimeSpan.FromHours(4));
    }
}
