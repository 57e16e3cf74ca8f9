namespace TalksWatcher.Sources.Tests;

public class SourceAlarmTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly DateTimeOffset Noon = FixedClock.Noon;

    [Fact]
    public void A_passing_trouble_is_not_told() => Assert.Equal([null, null, null, null, null], Notices("fail@0 fail@15 fail@59 ok@60 fail@120"));

    [Fact]
    public void A_lasting_trouble_is_told_once_and_its_end_once() => Assert.Equal(
        [null, null, null, Failing(0), null, null, Recovered(0), null],
        Notices("fail@0 fail@15 fail@45 fail@60 fail@120 fail@600 ok@700 ok@715"));

    [Fact]
    public void A_second_row_of_failures_is_told_again() => Assert.Equal(
        [null, null, Failing(0), Recovered(0), null, null, Failing(100)], Notices("fail@0 fail@30 fail@60 ok@90 fail@100 fail@130 fail@160"));

    [Fact]
    public void A_source_that_is_seldom_asked_is_told_after_three_failures() =>
        Assert.Equal([null, null, Failing(0)], Notices("fail@0 fail@1440 fail@2880"));

    [Fact]
    public void A_source_that_is_gone_is_told_at_once() => Assert.Equal([new SourceNotice(SourceEvent.Disabled, Noon)], Notices("gone@0"));

    [Fact]
    public void A_source_that_is_gone_after_it_was_told_to_fail_is_told_too_and_so_is_its_return() => Assert.Equal(
        [null, null, Failing(0), new SourceNotice(SourceEvent.Disabled, Noon), Recovered(0)], Notices("fail@0 fail@30 fail@60 gone@90 ok@900"));

    /// <summary>What is told of each poll, given as "outcome@minute".</summary>
    private static List<SourceNotice?> Notices(string polls)
    {
        var state = SourceState.New;
        var notices = new List<SourceNotice?>();
        foreach (var poll in polls.Split(' '))
        {
            var (outcome, minute) = (poll.Split('@')[0], int.Parse(poll.Split('@')[1], System.Globalization.CultureInfo.InvariantCulture));
            var now = Noon.AddMinutes(minute);
            var after = outcome switch
            {
                "ok" => state.Enabled().AfterRead(now, broughtNews: true),
                "gone" => state.AfterFailure(now, FailureReason.Gone, notBefore: null),
                _ => state.AfterFailure(now, FailureReason.ServerError, notBefore: null),
            };
            (state, var notice) = SourceAlarm.Judge(state, after, now, Hour);
            notices.Add(notice);
        }
        return notices;
    }

    private static SourceNotice Failing(int minute) => new(SourceEvent.Failing, Noon.AddMinutes(minute));

    private static SourceNotice Recovered(int minute) => new(SourceEvent.Recovered, Noon.AddMinutes(minute));
}
