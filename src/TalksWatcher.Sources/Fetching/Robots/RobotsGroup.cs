using System.Globalization;

namespace TalksWatcher.Sources.Fetching.Robots;

/// <summary>The lines of one robots.txt that follow the same user agents.</summary>
internal sealed class RobotsGroup
{
    private const int MostRules = 2000;

    /// <summary>Whoever asks for a longer pause than this gets this one: a poll has to end some day.</summary>
    private const double LongestDelaySeconds = 30;

    private readonly List<(string Pattern, bool Allow)> rules = [];

    public IReadOnlyList<(string Pattern, bool Allow)> Rules => rules;

    /// <summary>A custom of many sites, not in RFC 9309: seconds, with a fraction or without.</summary>
    public TimeSpan? CrawlDelay { get; private set; }

    /// <param name="field"><c>allow</c>, <c>disallow</c> or <c>crawl-delay</c>.</param>
    public void Add(string field, string value)
    {
        if (field == "crawl-delay")
            CrawlDelay = Delay(value) ?? CrawlDelay;
        else if (value.Length > 0 && rules.Count < MostRules)
            rules.Add((value, field == "allow"));
    }

    private static TimeSpan? Delay(string value) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds > 0
            ? TimeSpan.FromSeconds(Math.Min(seconds, LongestDelaySeconds))
            : null;
}
