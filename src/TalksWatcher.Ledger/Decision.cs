namespace TalksWatcher.Ledger;

/// <summary>What an operator decided about one claim of one report. Folded like an observation: a refold heeds it.</summary>
/// <param name="Id">Key of the decision, given by whoever records it.</param>
/// <param name="Document">The report.</param>
/// <param name="Claim">Key of the claim (<see cref="ClaimKey"/>); for a development that of its <see cref="Development.Now"/>.</param>
/// <param name="Who">Name of the operator.</param>
/// <param name="At">When it was decided (UTC).</param>
public sealed record Decision(string Id, DecisionKind Kind, string Document, string Claim, string Who, string Why, DateTimeOffset At);

public enum DecisionKind
{
    /// <summary>A held development goes out.</summary>
    Release,

    /// <summary>We misread: the claim counts no more, and a correction goes out.</summary>
    Retract,

    /// <summary>The claim counts no more; nothing had been mailed.</summary>
    Reject,
}
