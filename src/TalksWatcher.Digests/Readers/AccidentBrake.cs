namespace TalksWatcher.Digests.Readers;

/// <summary>Stops a flood before it leaves: what is beyond the limits waits for the operator (<c>mail release</c>).</summary>
public static class AccidentBrake
{
    /// <param name="digestsToday">Digests to the same reader on the same UTC day, this one not counted.</param>
    /// <returns>Why the digest is held; <c>null</c> where it may go.</returns>
    public static string? Decide(Digest digest, int digestsToday, BrakeSettings settings)
    {
        if (digest.Developments.Count > settings.MaxDevelopments)
            return $"{digest.Developments.Count} developments in one digest, the limit is {settings.MaxDevelopments}";
        if (digestsToday >= settings.MaxDigestsPerDay)
            return $"already {digestsToday} digests to this reader today, the limit is {settings.MaxDigestsPerDay}";
        return null;
    }
}

/// <param name="MaxDevelopments">Most developments in one digest.</param>
/// <param name="MaxDigestsPerDay">Most digests to one reader in one UTC day.</param>
public sealed record BrakeSettings(int MaxDevelopments = 8, int MaxDigestsPerDay = 3);
