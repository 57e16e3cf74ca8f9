using TalksWatcher.Claims.Events;

namespace TalksWatcher.Claims.Merging;

/// <summary>A truce was broken when it was struck: a breach takes the days of the strikes told beside it.</summary>
internal sealed class ViolationDates(List<Reading> report)
{
    private Dictionary<int, (DateOnly From, DateOnly To)> Strikes => field ??= report
        .Where(r => r is { Kind: ClaimKind.EnergyStrike, From: not null, To: not null, Background: false })
        .GroupBy(r => r.Paragraph).ToDictionary(g => g.Key, g => (g.Min(r => r.From!.Value), g.Max(r => r.To!.Value)));

    public Reading Fill(Reading reading)
    {
        if (reading is not { Kind: ClaimKind.EnergyTruce, Status: ClaimStatus.Violated, Certainty: Certainty.Stated } || Strikes.Count == 0)
            return reading;
        var beside = Enumerable.Range(reading.Paragraph - 1, 3).Where(Strikes.ContainsKey).Select(p => Strikes[p]).ToList();
        return beside.Count == 0 ? reading : reading with { From = beside.Min(s => s.From), To = beside.Max(s => s.To) };
    }
}
