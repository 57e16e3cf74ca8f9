using TalksWatcher.Claims;

namespace TalksWatcher.Ledger.Rules;

/// <summary>A claim in its report, as the rules of its track see it.</summary>
internal sealed record Case(Claim Claim, string Document, DateTimeOffset At)
{
    public DateOnly Day { get; } = DateOnly.FromDateTime(At.UtcDateTime);

    public Span? Span => Rules.Span.Of(Claim);
}

/// <summary>What a claim is to its subject: known by a belief, or news of some kind.</summary>
internal sealed record Judgement
{
    /// <summary>The belief that says as much already; <c>null</c> where the claim is news.</summary>
    public Belief? Known { get; init; }

    /// <summary>Why the claim is neither known nor news; <c>null</c> where it is one of them.</summary>
    public string? Moot { get; init; }

    public Change Change { get; init; }

    /// <summary>The belief that moved, was confirmed, ended or is disputed.</summary>
    public Belief? Was { get; init; }

    public Moved Moved { get; init; }

    public Topic Topic { get; init; }

    public static Judgement KnownBy(Belief belief) => new() { Known = belief };
}

[Flags]
internal enum Moved { None = 0, Status = 1, Place = 2, Dates = 4, Head = 8 }

/// <summary>The rules of one kind of track.</summary>
internal interface ITrackRules
{
    /// <summary>Lower comes first within a report, so that a round ends before the next one is planned.</summary>
    int Turn(Claim claim);

    /// <summary>The subject that the claim speaks of; <c>null</c> where it opens a new one.</summary>
    Subject? Choose(Case @case, IReadOnlyList<Subject> subjects);

    Judgement Judge(Case @case, Subject subject);
}
