using TalksWatcher.Claims.Events;

namespace TalksWatcher.Claims.Merging;

/// <summary>A truce was broken when it was struck: a breach takes the days of the strikes told beside it.</summary>
internal sealed class ViolationDates(IEnumerable<Reading> report)
{
    private readonly Dictionary<int, (DateOnly From, DateOnly To)> strikes = report
        .Where(r => r is { Kind: ClaimKind.EnergyStrike, From: not null, To: not null, Background: false })
        .GroupBy(r => r.Paragraph).ToDictionary(g => g.Key, g => (g.Min(r => r.From!.Value), g.Max(r => r.To!.Value)));

    public Reading Fill(Reading reading)
    {
        if (strikes.Count == 0 || reading is not { Kind: ClaimKind.EnergyTruce, Status: ClaimStatus.Violated, Certainty: Certainty.Stated })
            return reading;
        var beside = Enumerable.Range(reading.Paragraph - 1, 3).Where(strikes.ContainsKey).Select(p => strikes[p]).ToList();
        return beside.Count == 0 ? reading : reading with { From = beside.Min(s => s.From), To = beside.Max(s => s.To) };
    }
}
