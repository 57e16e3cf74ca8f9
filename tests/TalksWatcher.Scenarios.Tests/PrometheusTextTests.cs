using TalksWatcher.Metrics;

namespace TalksWatcher.Scenarios.Tests;

/// <summary>The exposition format, held against the text format 0.0.4.</summary>
public sealed class PrometheusTextTests : IDisposable
{
    private readonly WatcherMetrics metrics = new();
    private readonly PrometheusText exposition;

    public PrometheusTextTests() => exposition = new(metrics.Meter);

    [Fact]
    public void A_counter_adds_up_by_label()
    {
        metrics.Polled("read");
        metrics.Polled("read");
        metrics.Polled("timed-out");

        var lines = Lines("talkswatcher_polls_total");

        Assert.Equal(
            [
                "# HELP talkswatcher_polls_total Polls by result (read, not-modified, or the named failure).",
                "# TYPE talkswatcher_polls_total counter",
                "talkswatcher_polls_total{result=\"read\"} 2",
                "talkswatcher_polls_total{result=\"timed-out\"} 1",
            ],
            lines);
    }

    [Fact]
    public void A_histogram_has_cumulative_buckets_a_sum_and_a_count()
    {
        metrics.TakenIn("read", TimeSpan.FromSeconds(100));
        metrics.TakenIn("read", TimeSpan.FromSeconds(20));

        var lines = Lines("talkswatcher_report_lag_seconds");

        Assert.Contains("talkswatcher_report_lag_seconds_bucket{le=\"60\"} 1", lines);
        Assert.Contains("talkswatcher_report_lag_seconds_bucket{le=\"300\"} 2", lines);
        Assert.Contains("talkswatcher_report_lag_seconds_bucket{le=\"+Inf\"} 2", lines);
        Assert.Contains("talkswatcher_report_lag_seconds_sum 120", lines);
        Assert.Contains("talkswatcher_report_lag_seconds_count 2", lines);
    }

    [Fact]
    public void A_gauge_shows_its_last_value_only()
    {
        metrics.OutboxStands(new Dictionary<string, int> { ["waiting"] = 3 }, TimeSpan.FromSeconds(5));
        exposition.Scrape();
        metrics.OutboxStands(new Dictionary<string, int> { ["waiting"] = 1 }, TimeSpan.Zero);

        Assert.Equal(["talkswatcher_outbox_mails{state=\"waiting\"} 1"], Lines("talkswatcher_outbox_mails").Where(l => l[0] != '#'));
    }

    [Fact]
    public void Labels_are_escaped()
    {
        metrics.Polled("a\"b\\c\nd");

        Assert.Contains("talkswatcher_polls_total{result=\"a\\\"b\\\\c\\nd\"} 1", Lines("talkswatcher_polls_total"));
    }

    public void Dispose()
    {
        metrics.Dispose();
        exposition.Dispose();
    }

    private string[] Lines(string metric) =>
        [.. exposition.Scrape().Split('\n').Where(line => line.StartsWith(metric, StringComparison.Ordinal) || line.StartsWith($"# HELP {metric} ", StringComparison.Ordinal) || line.StartsWith($"# TYPE {metric} ", StringComparison.Ordinal))];
}
