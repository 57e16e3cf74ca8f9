using TalksWatcher.Claims;
using TalksWatcher.Ledger.Rules;

namespace TalksWatcher.Ledger;

/// <summary>
/// What is believed on one track after a fold; immutable, and whole in its JSON (<see cref="ClaimJson.Options"/>).
/// Its size is bounded: subjects long over leave it, their history stays in the entries.
/// </summary>
public sealed record TrackState
{
    public required string Watch { get; init; }

    /// <summary>See <see cref="TrackKey"/>.</summary>
    public required string Track { get; init; }

    /// <summary>Of the rules that have folded it from its beginning; 0 where an earlier program did not write it down.</summary>
    public int RulesVersion { get; init; }

    /// <summary>The last observation folded; <c>null</c> before the first.</summary>
    public FoldPosition? Last { get; init; }

    /// <summary>Rounds, episodes or teams, oldest first.</summary>
    public ValueList<Subject> Subjects { get; init; } = [];

    /// <summary>Reports of the last days: by them a voice that repeats itself is recognised.</summary>
    public ValueList<SeenReport> Recent { get; init; } = [];
}

/// <summary>A round of talks, an episode of a truce or a party's team: its identity survives a change of date or place.</summary>
public sealed record Subject
{
    /// <summary>Track and the day it was first told of: <c>delegations:RU-UA/2026-02-05</c>.</summary>
    public required string Id { get; init; }

    public required ClaimKind Kind { get; init; }

    /// <summary>Publication of the report that first told of it (UTC).</summary>
    public required DateTimeOffset Opened { get; init; }

    /// <summary>Publication of the last report that brought news of it (UTC).</summary>
    public required DateTimeOffset LastNews { get; init; }

    /// <summary>In the order in which they were first told.</summary>
    public ValueList<Belief> Beliefs { get; init; } = [];
}

/// <summary>One thing told of a subject, and who carries it.</summary>
public sealed record Belief
{
    /// <summary>See <see cref="ClaimKey"/>.</summary>
    public required string Key { get; init; }

    /// <summary>As it was first told, or as an official later confirmed it.</summary>
    public required Claim Claim { get; init; }

    /// <summary>Publication of the report that first told it as news (UTC).</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Publication of the last report that carried it (UTC).</summary>
    public required DateTimeOffset Seen { get; init; }

    /// <summary>Only recalled so far: it informs, but nobody has told it as news.</summary>
    public bool Recalled { get; init; }

    /// <summary>The development that waits while one low-tier voice alone carries it.</summary>
    public Development? Held { get; init; }

    /// <summary>Weight of the best speaker behind it.</summary>
    public required SpeakerWeight Weight { get; init; }

    /// <summary>Id of the development that it raised, held or not; <c>null</c> where it raised none.</summary>
    public string? Development { get; init; }

    /// <summary>Short hashes of all independent voices, sorted: their count is exact although <see cref="Support"/> is capped.</summary>
    public ValueList<uint> Voices { get; init; } = [];

    /// <summary>How many of the voices are above the tiers that are held.</summary>
    public int Trusted { get; init; }

    /// <summary>The first reports that carry it, at most <see cref="LedgerSettings.SupportKept"/>.</summary>
    public required ValueList<Support> Support { get; init; }

    /// <summary>Short hash of a voice's name: FNV-1a over its folded form.</summary>
    internal static uint VoiceHash(string voice) =>
        NameBook.Fold(voice).Aggregate(2166136261u, (hash, c) => (hash ^ c) * 16777619u);

    /// <summary>The same belief with one more report behind it.</summary>
    internal Belief CarriedBy(Support support, bool trusted, SpeakerWeight weight, int supportKept)
    {
        var voice = VoiceHash(support.Voice);
        var isNew = !Voices.Contains(voice);
        return this with
        {
            Weight = weight > Weight ? weight : Weight,
            Voices = isNew ? Voices.Append(voice).Order().ToValueList() : Voices,
            Trusted = Trusted + (isNew && trusted ? 1 : 0),
            Support = Support.Count < supportKept ? [.. Support, support] : Support,
        };
    }
}

/// <summary>A report of the last days, as far as recognising that its voice repeats itself needs it.</summary>
/// <param name="Told">Keys of the claims it told as news, sorted.</param>
public sealed record SeenReport(string Document, DateTimeOffset Published, string Voice, ValueList<string> Told)
{
    /// <summary>Outlets that its claims credit: from them it had what it told.</summary>
    public ValueList<string> Credits { get; init; } = [];
}

/// <summary>How much a speaker's word weighs, lightest first.</summary>
public enum SpeakerWeight
{
    /// <summary>The outlet's own voice, or a speaker whose side is not known.</summary>
    Outlet,

    /// <summary>"US official", "person familiar with the matter".</summary>
    Unnamed,

    /// <summary>An official of a mediator, or of a party on another's acts.</summary>
    Official,

    /// <summary>An official of a party on the party's own acts.</summary>
    OwnAct,
}
