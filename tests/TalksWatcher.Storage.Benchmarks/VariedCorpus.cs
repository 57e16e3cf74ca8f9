using System.Text.Json;
using System.Text.Json.Serialization;
using TalksWatcher.Claims;
using TalksWatcher.Ledger;

namespace TalksWatcher.Storage.Benchmarks;

/// <summary>
/// The dev corpus as an endless stream, about 200 reports a day: dates follow the publication, places and words change from
/// round to round, so that every round is news. Some reports copy an earlier one, some arrive late, some are edits.
/// </summary>
internal sealed class VariedCorpus(IReadOnlyList<CorpusReport> reports)
{
    private static readonly DateTimeOffset Start = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Distance = TimeSpan.FromMinutes(7);

    private static readonly string[] Places = ["Geneva", "Istanbul", "Abu Dhabi", "Riyadh", "Minsk", "Vienna", "Budapest", "Doha", "Rome", "Oslo", "Astana"];

    public static VariedCorpus Read() => new([.. Directory.EnumerateFiles(At("tests/corpus/dev"), "*.json")
        .Select(file => JsonSerializer.Deserialize<CorpusReport>(File.ReadAllText(file), ClaimJson.Options)!)
        .OrderBy(report => report.Published, StringComparer.Ordinal).ThenBy(report => report.Id, StringComparer.Ordinal)]);

    /// <summary>The outlets of the shipped watch, with their tiers.</summary>
    public static ValueList<OutletTier> Outlets()
    {
        using var watch = JsonDocument.Parse(File.ReadAllText(At("config/watches/ukraine/watch.json")));
        return watch.RootElement.GetProperty("outlets").Deserialize<ValueList<OutletTier>>(ClaimJson.Options)!;
    }

    /// <summary>The report with the number; the same number is the same report.</summary>
    public StreamedReport this[int number] => (number % 100) switch
    {
        5 or 25 or 45 or 65 or 85 => Copy(number),
        17 or 57 or 97 => Own(number) with { Published = At(number).AddHours(-(number % 40)) },
        33 => Own(number - 7) with { Text = Words(number - 7) + " This report has been corrected.", Fetched = At(number) },
        _ => Own(number),
    };

    private static DateTimeOffset At(int number) => Start + (Distance * number);

    private StreamedReport Own(int number)
    {
        var report = reports[number % reports.Count];
        var days = DateOnly.FromDateTime(At(number).UtcDateTime).DayNumber - DateOnly.ParseExact(report.Published[..10], "yyyy-MM-dd").DayNumber;
        return new StreamedReport(
            $"report-{number:000000}", report.Title, Words(number), report.Outlet, At(number), At(number),
            report.Claims.Select(claim => Moved(claim, days, number / reports.Count)).ToValueList());
    }

    /// <summary>Another outlet reprints what came some reports before.</summary>
    private StreamedReport Copy(int number)
    {
        var original = Own(number - 3);
        return original with
        {
            Key = $"report-{number:000000}",
            Text = "As agencies report. " + original.Text,
            Outlet = "Reprinter",
            Published = At(number),
            Fetched = At(number),
        };
    }

    private static Claim Moved(Claim claim, int days, int round) => claim with
    {
        From = claim.From?.AddDays(days),
        To = claim.To?.AddDays(days),
        Places = claim.Places.Select(place => claim.Kind == ClaimKind.Meeting ? Places[(place.Length + round) % Places.Length] : place).ToValueList(),
    };

    /// <summary>Every round words its reports differently, as other reporters would.</summary>
    private string Words(int number) => string.Join(' ', reports[number % reports.Count].Text.Split(' ').Select((word, at) =>
        ((at * 31) + number) % 5 < 2 ? $"{word}{number / reports.Count % 1000:x}" : word));

    private static string At(string path)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "TalksWatcher.sln")))
                return Path.Combine(folder.FullName, path);
        throw new DirectoryNotFoundException($"run it inside the checkout: it reads {path}");
    }
}

/// <param name="Fetched">When it arrived.</param>
internal sealed record StreamedReport(
    string Key, string Title, string Text, string? Outlet, DateTimeOffset Published, DateTimeOffset Fetched, ValueList<Claim> Claims);

internal sealed record CorpusReport
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public required string Text { get; init; }
    public string? Outlet { get; init; }
    public required string Published { get; init; }

    [JsonPropertyName("claims")]
    public ValueList<Claim> Claims { get; init; } = [];
}
