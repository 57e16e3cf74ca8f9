using System.Collections.Immutable;

namespace TalksWatcher.Claims.Events.Arguments;

/// <summary>Who sits at the table, and how high they rank.</summary>
/// <param name="Parties">Two or more, or empty where the sentence does not tell.</param>
internal readonly record struct Table(ImmutableSortedSet<string> Parties, MeetingLevel? Level);
