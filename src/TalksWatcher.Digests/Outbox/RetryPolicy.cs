namespace TalksWatcher.Digests.Outbox;

/// <summary>Doubling delays with jitter, so that greylisting is outlasted and a recovering server is not stormed.</summary>
/// <remarks>RFC 5321 §4.5.4.1: give up after at least 4–5 days.</remarks>
public sealed record RetryPolicy
{
    public TimeSpan First { get; init; } = TimeSpan.FromMinutes(1);

    public TimeSpan Longest { get; init; } = TimeSpan.FromHours(4);

    /// <summary>Time over which delays add up before the mail is parked.</summary>
    public TimeSpan GiveUpAfter { get; init; } = TimeSpan.FromDays(5);

    /// <param name="attempts">Attempts begun so far, at least 1.</param>
    /// <param name="jitter">0 to 1; spreads the delay between 75 % and 125 %.</param>
    /// <returns>How long to wait; <c>null</c> where the mail is to be given up.</returns>
    public TimeSpan? DelayAfter(int attempts, double jitter)
    {
        var waited = TimeSpan.Zero;
        for (var attempt = 1; attempt < attempts && waited < GiveUpAfter; attempt++)
            waited += Nominal(attempt);
        return waited < GiveUpAfter ? Nominal(attempts) * (0.75 + (0.5 * jitter)) : null;
    }

    private TimeSpan Nominal(int attempt)
    {
        var delay = First * Math.Pow(2, Math.Min(attempt - 1, 20));
        return delay < Longest ? delay : Longest;
    }
}
