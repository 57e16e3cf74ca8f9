using System.Text.Json.Serialization;
using TalksWatcher.Claims;

namespace TalksWatcher.Ledger;

/// <summary>A change that the ledger found: what was believed, what is now, and who carries it.</summary>
public sealed record Development
{
    /// <summary>Content key: the same change found twice has the same id.</summary>
    public required string Id { get; init; }

    public required string Watch { get; init; }

    /// <summary>Track (level and parties) whose fold raised it.</summary>
    public required string Track { get; init; }

    /// <summary>Round or episode, stable through changes of date and place.</summary>
    public required string Subject { get; init; }

    /// <summary>Id of the report that raised it; <c>null</c> where time itself did.</summary>
    public string? Document { get; init; }

    /// <summary>When it was raised: the report's publication, or the day that passed (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    public required Topic Topic { get; init; }

    public required Change Change { get; init; }

    /// <summary>Unconfirmed: one low-tier voice alone; waits for a second voice or the operator.</summary>
    public bool Held { get; init; }

    /// <summary>Raised by the calendar, not by a report.</summary>
    public bool Inferred { get; init; }

    /// <summary>Found in old reports by later rules, of reading or of the ledger: nobody is told of it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Quiet { get; init; }

    public Claim? Was { get; init; }

    /// <summary>What is claimed now; for <see cref="Change.Withdrawn"/> the claim that is gone.</summary>
    public required Claim Now { get; init; }

    /// <summary>Where the sides contradict each other: the claim on the other side.</summary>
    public Claim? Against { get; init; }

    /// <summary>One line of plain English: was → now.</summary>
    public required string Headline { get; init; }

    /// <summary>0–100 by the stated weights; the most important comes first.</summary>
    public required int Importance { get; init; }

    /// <summary>Number of independent voices that carry <see cref="Now"/>.</summary>
    public required int Voices { get; init; }

    /// <summary>The reports behind <see cref="Now"/>, first one first.</summary>
    public ValueList<Support> Support { get; init; } = [];
}

/// <summary>One report that carries a belief.</summary>
/// <param name="Document">Id of the report.</param>
/// <param name="Voice">Credited origin, else outlet; near-copies share one.</param>
public sealed record Support(string Document, string Voice, string? Outlet, string? Url, DateTimeOffset? Published, ValueList<string> Says);

public enum Topic { Talks, Venues, EnergyTruce }

public enum Change { New, Changed, Confirmed, Disputed, Ended, Withdrawn }
