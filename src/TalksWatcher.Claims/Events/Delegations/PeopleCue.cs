using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Events.Delegations;

/// <summary>A phrase that speaks of a team.</summary>
/// <param name="Marks">Its sentence, whole or without its asides.</param>
internal readonly record struct PeopleCue(MarkedSentence Marks, CueRule Rule, PatternMatch Match)
{
    /// <summary>Tells of the head of a team.</summary>
    public bool IsHead => Rule.Role!.StartsWith("head", StringComparison.Ordinal);

    /// <summary>"replaces Medinsky": full name.</summary>
    public string? Predecessor => Match.Slot("old") is { } old ? Marks.MentionAt(old.First)?.Name.Canonical : null;
}
