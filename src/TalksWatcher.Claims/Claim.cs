namespace TalksWatcher.Claims;

/// <summary>
/// One thing that a report says about one subject. The fields are those of the public JSON (schema 1);
/// a field that the report does not give is <c>null</c> or empty, never guessed.
/// </summary>
public sealed record Claim
{
    public required ClaimKind Kind { get; init; }

    /// <summary>What is claimed of the meeting or truce; <c>null</c> for delegations and strikes.</summary>
    public ClaimStatus? Status { get; init; }

    public Certainty? Certainty { get; init; }

    /// <summary>Meetings: the rank of those who sit at the table.</summary>
    public MeetingLevel? Level { get; init; }

    /// <summary>Who meets or who observes the truce: ISO 3166 codes or <c>EU</c>, sorted.</summary>
    public ValueList<string> Parties { get; init; } = [];

    /// <summary>City, or the country where only that is given. Only a strike may name several.</summary>
    public ValueList<string> Places { get; init; } = [];

    /// <summary>First day (inclusive); <c>null</c> where open or not said.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day (inclusive); <c>null</c> where open or not said.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Only concluded meetings.</summary>
    public MeetingOutcome? Outcome { get; init; }

    /// <summary>Delegations: the side whose team it is.</summary>
    public string? Party { get; init; }

    /// <summary>Delegations: full name.</summary>
    public string? Person { get; init; }

    public DelegationRole? Role { get; init; }

    /// <summary>Delegations: full name of the predecessor.</summary>
    public string? Replaces { get; init; }

    /// <summary>Strikes: who struck.</summary>
    public string? By { get; init; }

    /// <summary>Strikes: who was struck.</summary>
    public string? On { get; init; }

    /// <summary>Surnames or bodies that assert it; empty for the outlet's own voice.</summary>
    public ValueList<string> Says { get; init; } = [];

    /// <summary>The outlet or agency that the report credits with the news ("RIA Novosti"); else <c>null</c>.</summary>
    public string? Via { get; init; }

    /// <summary>Recalled as known, not told as news.</summary>
    public bool Background { get; init; }

    /// <summary>1-based paragraphs of the text that support it.</summary>
    public ValueList<int> Paragraphs { get; init; } = [];

    /// <summary>Sentences that support it, at most 40 words each, letter for letter from the text.</summary>
    public ValueList<Evidence> Evidence { get; init; } = [];

    /// <summary>Name of the rule that found it.</summary>
    public string? Rule { get; init; }

    /// <summary>The one place of a meeting or truce; <c>null</c> where none is given.</summary>
    public string? Place => Places.Count == 0 ? null : Places[0];
}

/// <param name="Paragraph">1-based paragraph of the text.</param>
/// <param name="Quote">Letter for letter from that paragraph, at most 40 words.</param>
public sealed record Evidence(int Paragraph, string Quote);

// A byte each: a report's readings and claims hold many of them.
public enum ClaimKind : byte { Meeting, Delegation, EnergyTruce, EnergyStrike }

/// <summary>The statuses of meetings and of truces; <see cref="ClaimKind"/> tells which may occur.</summary>
public enum ClaimStatus : byte
{
    Proposed, Planned, UnderWay, Concluded, Postponed, Cancelled, Rejected,
    Agreed, InEffect, Extended, Violated, Ended,
}

public enum Certainty : byte { Stated, Possible, Denied }

public enum MeetingLevel : byte { Leaders, Ministers, Delegations }

public enum MeetingOutcome : byte { Agreement, Partial, None }

public enum DelegationRole : byte { Head, Member }
