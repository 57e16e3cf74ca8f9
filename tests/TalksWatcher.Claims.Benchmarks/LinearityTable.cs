using System.Globalization;
using System.Text;

namespace TalksWatcher.Claims.Benchmarks;

/// <summary>Hostile texts of growing length: the time for a megabyte must stay the same.</summary>
internal static class LinearityTable
{
    /// <summary>So much is plain English that every text is taken for an English report on the war and read to its end.</summary>
    private const int LeadLength = 5_000;

    private static readonly int[] Megabytes = [1, 2, 5, 10];

    private static readonly (string Name, string Piece)[] Shapes =
    [
        ("one endless sentence", "the talks between Russia and Ukraine that the Kremlin said on Monday would be held in Geneva next week and "),
        ("only names", "Russia Ukraine Vladimir Putin Zelenskyy Kremlin Abu Dhabi Istanbul Peskov "),
        ("only brackets", "([{)]}"),
        ("meetings without a place", "The talks of Russia and Ukraine ended. The round of Kyiv and Moscow was postponed. Russia and Ukraine will meet in Geneva. "),
        ("strikes without a day", "Drones hit a power plant in Ukraine. "),
        ("only days", "Monday to Tuesday, 17-18 February 2026 "),
    ];

    public static void Print()
    {
        Console.WriteLine($"| text | {string.Join(" | ", Megabytes.Select(m => $"{m} MB, s per MB"))} |");
        Console.WriteLine($"| --- |{string.Concat(Megabytes.Select(_ => " --- |"))}");
        foreach (var (_, piece) in Shapes)
            Time(piece, 1);
        foreach (var (name, piece) in Shapes)
            Console.WriteLine($"| {name} | {string.Join(" | ", Megabytes.Select(m => Time(piece, m)))} |");
    }

    private static string Time(string piece, int megabytes)
    {
        var text = new StringBuilder(megabytes * 1_000_000);
        while (text.Length < LeadLength)
            text.Append("Russia and Ukraine will hold talks with the US in Geneva on Monday. ");
        while (text.Length < megabytes * 1_000_000)
            text.Append(piece);
        var measured = Measured.Reading([Material.Of(text.ToString())], 1);
        return (measured.Processor.TotalSeconds / megabytes).ToString("0.00", CultureInfo.InvariantCulture);
    }
}
