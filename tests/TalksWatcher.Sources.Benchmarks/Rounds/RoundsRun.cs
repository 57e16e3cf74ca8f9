namespace TalksWatcher.Sources.Benchmarks.Rounds;

/// <summary>
/// All readers over the same site, one after the other. The target for 1,000 feeds: no round of ours takes more than 30
/// seconds, each is faster than the others' round of the same kind, memory stays level.
/// </summary>
internal static class RoundsRun
{
    private const int Rounds = 3;

    private static readonly TimeSpan LongestRound = TimeSpan.FromSeconds(30);

    public static async Task<int> RunAsync(int feeds, bool withOthers)
    {
        var folder = Directory.CreateTempSubdirectory("talkswatcher-rounds-");
        try
        {
            using var site = await SiteProcess.StartAsync(feeds);
            Console.WriteLine($"{feeds} feeds of 50 entries; each round 10 % have news, 20 % answer after 1 s, 5 % are broken, half honour ETag");
            Console.WriteLine(RoundFigures.Header);
            var own = await OwnAsync(site, folder.FullName);
            foreach (var other in withOthers ? Others(site, folder.FullName) : [])
                await OtherAsync(site, other);
            return own.All(figures => figures.Elapsed <= LongestRound) ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<List<RoundFigures>> OwnAsync(SiteProcess site, string folder)
    {
        var figures = new List<RoundFigures>();
        using (var own = await OwnRounds.OpenAsync(site, folder))
        {
            figures.Add(await PrintAsync(own.RunAsync("first")));
            for (var round = 1; round <= Rounds; round++)
            {
                await site.NextAsync();
                figures.Add(await PrintAsync(own.RunAsync($"news {round}")));
            }
        }
        // Anew, for the broken ones are answered well from here on, and their circuits are open.
        using var calm = await OwnRounds.OpenAsync(site, folder);
        await site.NextAsync(still: true);
        await PrintAsync(calm.RunAsync("before still"));
        figures.Add(await PrintAsync(calm.RunAsync("all 304")));
        return figures;
    }

    private static async Task OtherAsync(SiteProcess site, OtherReader other)
    {
        if (!other.IsInstalled)
        {
            Console.WriteLine($"{other.Name,-14} not installed (Debian package {other.Name})");
            return;
        }
        await site.NextAsync();
        await PrintAsync(other.RunAsync("first"));
        await site.NextAsync();
        await PrintAsync(other.RunAsync("news 1"));
    }

    private static OtherReader[] Others(SiteProcess site, string folder) => [OtherReader.Newsboat(site, folder), OtherReader.Rss2Email(site, folder)];

    private static async Task<RoundFigures> PrintAsync(Task<RoundFigures> round)
    {
        var figures = await round;
        Console.WriteLine(figures);
        return figures;
    }
}
