using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Events.Delegations;

/// <summary>A phrase that speaks of a team.</summary>
/// <param name="Marks">Its sentence, whole or without its asides.</param>
internal readonly record struct PeopleCue(MarkedSentence Marks, CueRule Rule, PatternMatch Match)
{
    /// <summary>Tells of the head of a team.</summary>
    public bool IsHead => Rule.Role!.StartsWith("head", StringComparison.Ordinal);

    /// <summary>"the negotiator Kyslytsya": says what the one named is.</summary>
    public bool IsTitle => Rule.Rank > 1 && Match.Slot("person") is { } person && person.Last == Match.Last && Marks.Word(person.First - 1) != ",";

    /// <summary>Where the people must have come to be at the table; <c>null</c> where the phrase says that they are.</summary>
    public Mention? Table => Match.Slot("table") is { } table ? Marks.MentionAt(table.First) : null;

    /// <summary>"replaces Medinsky": full name.</summary>
    public string? Predecessor => Match.Slot("old") is { } old ? Marks.MentionAt(old.First)?.Name.Canonical : null;
}
