using TalksWatcher.Sources.Benchmarks.Pages;
using TalksWatcher.Sources.Benchmarks.Rounds;

// pages FOLDER                      reading pages beside plain parsing
// rounds [FEEDS] [--alone]          rounds over a local server, beside newsboat and rss2email where they are installed
// site FEEDS                        the local server itself; started by rounds
return args switch
{
    ["pages", var folder] => PageSpeed.Run(folder),
    ["rounds", .. var rest] => await RoundsRun.RunAsync(Feeds(rest), withOthers: !rest.Contains("--alone")),
    ["site", var feeds] => await FeedSite.ServeAsync(int.Parse(feeds, System.Globalization.CultureInfo.InvariantCulture)),
    _ => Usage(),
};

static int Feeds(string[] rest) =>
    rest is [var first, ..] && int.TryParse(first, System.Globalization.CultureInfo.InvariantCulture, out var feeds) ? feeds : 1000;

static int Usage()
{
    Console.Error.WriteLine("pages FOLDER | rounds [FEEDS] [--alone]");
    return 2;
}
