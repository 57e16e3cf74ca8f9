using TalksWatcher.Claims;

namespace TalksWatcher.Ledger;

/// <summary>Where one round or episode stands: the line a digest prints under "where things stand".</summary>
public sealed record SubjectState
{
    public required string Watch { get; init; }
    public required string Track { get; init; }
    public required string Subject { get; init; }
    public required ClaimKind Kind { get; init; }
    public MeetingLevel? Level { get; init; }
    public ValueList<string> Parties { get; init; } = [];
    public ClaimStatus? Status { get; init; }
    public Certainty? Certainty { get; init; }
    public string? Place { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
    public MeetingOutcome? Outcome { get; init; }

    /// <summary>Heads of delegation by party: "RU: Vladimir Medinsky".</summary>
    public ValueList<string> Heads { get; init; } = [];

    /// <summary>Other members of the delegations by party: "UA: Kyrylo Budanov".</summary>
    public ValueList<string> Members { get; init; } = [];

    /// <summary>Strikes on energy during the truce, by who is bound by it; the latest first, five at most.</summary>
    public ValueList<Claim> Strikes { get; init; } = [];

    /// <summary>Publication of the report that last changed it (UTC).</summary>
    public required DateTimeOffset Since { get; init; }

    public required int Voices { get; init; }

    /// <summary>The status follows from the calendar, no report has told it.</summary>
    public bool Inferred { get; init; }

    /// <summary>No later round or episode has taken its place.</summary>
    public bool Open { get; init; } = true;
}
