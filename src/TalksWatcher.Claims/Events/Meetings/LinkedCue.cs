using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Scope;

namespace TalksWatcher.Claims.Events.Meetings;

/// <summary>A rule's phrase tied to the meeting it speaks of.</summary>
/// <param name="Anchor">Token of the meeting's noun, or of the phrase's verb where there is no noun.</param>
internal sealed record LinkedCue(CueRule Rule, PatternMatch Match, int Anchor, VerbGroup Group, int Score)
{
    /// <summary>The meeting's noun where the anchor is the verb of its new slot.</summary>
    public int Noun { get; init; } = Anchor;

    /// <summary>The phrase of known groups that speaks where this one turns out to tell of no table.</summary>
    public LinkedCue? Next { get; init; }

    public bool IsEvent => Rule.Link == CueLink.None;
}
