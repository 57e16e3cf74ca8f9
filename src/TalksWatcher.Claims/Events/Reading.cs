using System.Collections.Immutable;

namespace TalksWatcher.Claims.Events;

/// <summary>What one clause says of one event, before the report's readings are merged into claims.</summary>
internal sealed record Reading
{
    public required ClaimKind Kind { get; init; }

    public required string Rule { get; init; }

    /// <summary>What of the event the rule tells.</summary>
    public CueTopic Topic { get; init; }

    public ClaimStatus? Status { get; init; }

    public Certainty Certainty { get; init; } = Certainty.Stated;

    public MeetingLevel? Level { get; init; }

    public ImmutableSortedSet<string> Parties { get; init; } = [];

    /// <summary>"the next round": of those who met before.</summary>
    public bool IsNext { get; init; }

    /// <summary>How many sit there: "the two ministers"; 0 where it is not told.</summary>
    public int Seats { get; init; }

    /// <summary>The sentence itself names the parties.</summary>
    public bool PartiesNamed { get; init; }

    public string? Place { get; init; }

    /// <summary>Nobody named the place: a leader receives at home.</summary>
    public bool IsPlaceGuessed { get; init; }

    /// <summary>Strikes: where they hit.</summary>
    public ValueList<string> Places { get; init; } = [];

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public MeetingOutcome? Outcome { get; init; }

    public string? Party { get; init; }

    public string? Person { get; init; }

    public DelegationRole? Role { get; init; }

    public string? Replaces { get; init; }

    public string? By { get; init; }

    public string? On { get; init; }

    public ValueList<string> Says { get; init; } = [];

    public string? Via { get; init; }

    public bool Background { get; init; }

    /// <summary>Its own date makes it background.</summary>
    public bool IsOld { get; init; }

    /// <summary>"the talks": may stand for a meeting named before; "a new round" may not.</summary>
    public bool Definite { get; init; }

    /// <summary>"had been expected to meet on Monday": what became of it is told next, if at all.</summary>
    public bool IsLapsed { get; init; }

    /// <summary>"resume on Monday": where the sitting before was, though not on its day.</summary>
    public bool Resumes { get; init; }

    /// <summary>Told by a way to the table ("flew to Geneva").</summary>
    public bool IsJourney { get; init; }

    /// <summary>Told by a verb ("gather in Geneva") rather than a noun of meeting.</summary>
    public bool IsVerb { get; init; }

    public required int Paragraph { get; init; }

    /// <summary>Index of the sentence in the report.</summary>
    public required int Sentence { get; init; }

    /// <summary>"talks", "a round": teams hold them, unless leaders are named.</summary>
    public bool IsOfTeams { get; init; }

    /// <summary>"both sides", "each other".</summary>
    public bool IsMutual { get; init; }

    /// <summary>A promise of one side, whoever else strikes.</summary>
    public bool IsPromise { get; init; }

    /// <summary>Token of the event's noun or verb.</summary>
    public int Anchor { get; init; }

    /// <summary>Where it was decided that the event belongs to the watched conflict; <c>null</c> where it does not.</summary>
    public string? Decided { get; init; }

    public bool HasDates => From is not null || To is not null;

    public string Describe() => string.Join(' ', new[]
    {
        Rule + ":", Kind.ToString(), Status?.ToString(), Certainty.ToString(), Level?.ToString(), string.Join(',', Parties), Place, string.Join(',', Places),
        HasDates ? $"{From:yyyy-MM-dd}..{To:yyyy-MM-dd}" : null, Party, Person, Role?.ToString(), By is null ? null : $"{By}>{On}",
        Background ? "background" : null, Definite ? "definite" : null,
    }.Where(part => !string.IsNullOrEmpty(part)));
}
