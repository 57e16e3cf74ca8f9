using TalksWatcher.Claims.Events;

namespace TalksWatcher.Claims.Merging;

/// <summary>A truce was broken when it was struck: a breach told without a day takes those of the strikes beside it.</summary>
internal static class ViolationDates
{
    public static Reading Fill(Reading reading, IReadOnlyList<Reading> all)
    {
        if (reading is not { Kind: ClaimKind.EnergyTruce, Status: ClaimStatus.Violated, Certainty: Certainty.Stated })
            return reading;
        var strikes = all.Where(r => r is { Kind: ClaimKind.EnergyStrike, From: not null, To: not null, Background: false } && Math.Abs(r.Paragraph - reading.Paragraph) <= 1).ToList();
        return strikes.Count == 0 ? reading : reading with { From = strikes.Min(s => s.From), To = strikes.Max(s => s.To) };
    }
}
