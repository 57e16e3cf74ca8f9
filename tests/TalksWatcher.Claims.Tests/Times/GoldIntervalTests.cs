using System.Text.Json;
using TalksWatcher.Claims.Times;

namespace TalksWatcher.Claims.Tests.Times;

/// <summary>How many days of the gold claims some phrase of their paragraphs gives outright.</summary>
public sealed class GoldIntervalTests
{
    [Fact]
    public void Most_gold_intervals_are_those_of_a_mention_in_their_paragraphs()
    {
        var claims = Directory.EnumerateFiles(CorpusFolder(), "*.json").SelectMany(ReadDatedClaims).ToList();

        Assert.InRange(claims.Count(isMentioned => isMentioned), 110, claims.Count);
    }

    /// <summary>For each claim with days: whether a mention gives exactly these.</summary>
    private static IEnumerable<bool> ReadDatedClaims(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        var report = document.RootElement;
        var published = DateOnly.FromDateTime(report.GetProperty("published").GetDateTime());
        var paragraphs = report.GetProperty("text").GetString()!.Split("\n\n");
        var mentions = paragraphs.Select(p => TimeReader.Read(p, published)).ToList();
        var claims = report.GetProperty("claims").Deserialize<List<Claim>>(ClaimJson.Options)!;
        return claims.Where(claim => claim.From is not null || claim.To is not null)
            .Select(claim => claim.Paragraphs.SelectMany(p => mentions[p - 1])
                .Any(m => (m.From, m.To) == (claim.From, claim.To)))
            .ToList();
    }

    private static string CorpusFolder()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "TalksWatcher.sln")))
            folder = Path.GetDirectoryName(folder);
        var root = folder ?? throw new DirectoryNotFoundException("no TalksWatcher.sln above the tests");
        return Path.Combine(root, "tests", "corpus", "dev");
    }
}
