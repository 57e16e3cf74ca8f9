using TalksWatcher.Claims.Events;

namespace TalksWatcher.Claims.Merging;

/// <summary>How sure two readings of one thing are, and whose word they are.</summary>
internal static class Assertions
{
    /// <summary>A plan that may come off is another one than a fixed plan, unless it points back to it or is at the same place.</summary>
    public static bool AreAsSure(Reading one, Reading other)
    {
        if (one.Certainty == other.Certainty)
            return true;
        if (one.Certainty == Certainty.Denied || other.Certainty == Certainty.Denied || one.Status == ClaimStatus.Proposed)
            return false;
        return one.Status != ClaimStatus.Planned || other.Definite || one.Place is not null && one.Place == other.Place
            || one.HasDates && (one.From, one.To) == (other.From, other.To);
    }

    /// <summary>What its own speaker also hedges is hedged, save a refusal; else the surer word counts.</summary>
    public static Certainty Joined(Reading one, Reading other) =>
        one.Certainty == other.Certainty ? one.Certainty
        : other is { Certainty: Certainty.Possible, Status: not ClaimStatus.Rejected } && ShareVoice(one, other) ? Certainty.Possible
        : Certainty.Stated;

    public static bool ShareVoice(Reading one, Reading other)
    {
        for (var i = 0; i < one.Says.Count; i++)
        {
            if (other.Says.Contains(one.Says[i]))
                return true;
        }

        return false;
    }
}
