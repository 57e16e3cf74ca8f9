using System.Text.Json.Serialization;
using TalksWatcher.Claims;

namespace TalksWatcher.Ledger;

/// <summary>One development as <c>replay --format json</c> prints it (<see cref="ClaimJson.Options"/>), a JSON object a line.</summary>
public sealed record ReplayLine
{
    [JsonPropertyOrder(-1)]
    public int Schema { get; init; } = ClaimJson.Schema;

    public string? Document { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Topic Topic { get; init; }

    public required Change Change { get; init; }

    /// <summary>Left out where it is not held.</summary>
    public bool? Held { get; init; }

    public Claim? Was { get; init; }

    public required Claim Now { get; init; }

    public required string Headline { get; init; }

    public required int Importance { get; init; }

    public static ReplayLine Of(Development development)
    {
        ArgumentNullException.ThrowIfNull(development);
        return new ReplayLine
        {
            Document = development.Document,
            At = development.At,
            Topic = development.Topic,
            Change = development.Change,
            Held = development.Held ? true : null,
            Was = development.Was,
            Now = development.Now,
            Headline = development.Headline,
            Importance = development.Importance,
        };
    }
}
