using TalksWatcher.Claims;

namespace TalksWatcher.Ledger.Baselines;

/// <summary>An operator's decisions about what the rules read in the seeds.</summary>
public sealed record BaselineReview
{
    public required int Schema { get; init; }

    public required ValueList<BaselineDecision> Decisions { get; init; }
}

/// <summary>One decision, with its name and reason.</summary>
public sealed record BaselineDecision
{
    public required string Report { get; init; }

    public required BaselineDecisionKind Decision { get; init; }

    /// <summary>
    /// Accept, reject, correct: the fields that tell the claim from the report's others; a claim is meant when it agrees in
    /// all of them. Add: not given.
    /// </summary>
    public ClaimPattern? Claim { get; init; }

    /// <summary>Correct and add: the claim as it should stand.</summary>
    public Claim? As { get; init; }

    public required string Who { get; init; }

    public required string Why { get; init; }
}

public enum BaselineDecisionKind { Accept, Reject, Correct, Add }

/// <summary>Fields a claim must have to be meant; <c>null</c> fields do not matter.</summary>
public sealed record ClaimPattern
{
    public required ClaimKind Kind { get; init; }
    public ClaimStatus? Status { get; init; }
    public Certainty? Certainty { get; init; }
    public MeetingLevel? Level { get; init; }
    public string? Place { get; init; }
    public string? Person { get; init; }
    public DateOnly? From { get; init; }
    public string? Says { get; init; }
    public ValueList<string>? Parties { get; init; }
    public bool? Background { get; init; }

    public bool Matches(Claim claim) =>
        claim.Kind == Kind
        && (Status is null || claim.Status == Status)
        && (Certainty is null || claim.Certainty == Certainty)
        && (Level is null || claim.Level == Level)
        && (Place is null || claim.Places.Contains(Place, StringComparer.Ordinal))
        && (Person is null || claim.Person == Person)
        && (From is null || claim.From == From)
        && (Says is null || claim.Says.Contains(Says, StringComparer.Ordinal))
        && (Parties is null || claim.Parties.Equals(Parties))
        && (Background is null || claim.Background == Background);
}
