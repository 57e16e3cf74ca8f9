using System.Collections.Frozen;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Events.Meetings;

/// <summary>"Erdogan has offered to host a summit": where a host names no place, it is his country.</summary>
internal sealed class HostCountries(Lexicon lexicon, Vocabulary vocabulary)
{
    private const int After = 3;
    private const int SubjectReach = 12;
    private readonly FrozenSet<string> hosting = lexicon.Words("hosting-verbs");
    private readonly FrozenSet<string> receiving = lexicon.Words("receiving-verbs");
    private readonly Dictionary<string, string> seats = vocabulary.Actors
        .Where(a => a.Capital is not null && vocabulary.Warring.Contains(a.Code)).ToDictionary(a => a.Code, a => a.Capital!, StringComparer.Ordinal);

    private readonly Dictionary<string, string> places = vocabulary.Actors
        .Where(a => a.Place is not null && !vocabulary.Warring.Contains(a.Code) && !vocabulary.Mediators.Contains(a.Code))
        .ToDictionary(a => a.Code, a => a.Place!, StringComparer.Ordinal);

    /// <summary>"Putin received Witkoff": a leader at war receives at home; <c>null</c> where nobody of his does.</summary>
    public string? Seat(MarkedSentence marks, PatternMatch match)
    {
        if (!receiving.Contains(marks.Word(match.Head)))
            return null;
        return Before(marks, match.Head) is { IsPerson: true, Name.Rank: PersonRank.Leader, Actor: { } actor } && seats.TryGetValue(actor, out var seat) ? seat : null;
    }

    /// <summary>The country of whoever offers to host; <c>null</c> where the phrase tells of no host or of a side's.</summary>
    public string? Of(MarkedSentence marks, PatternMatch match)
    {
        for (var at = match.First; at <= match.Last + After; at++)
        {
            if (hosting.Contains(marks.Word(at)))
                return Subject(marks, at) is { Actor: { } actor } && places.TryGetValue(actor, out var place) ? place : null;
        }

        return null;
    }

    private static Mention? Before(MarkedSentence marks, int verb) =>
        marks.Mentions.FindLast(m => m.Last < verb && verb - m.Last <= SubjectReach);

    private static Mention? Subject(MarkedSentence marks, int verb) =>
        marks.Mentions.FindLast(m => m.Last < verb && verb - m.Last <= SubjectReach && m.Actor is not null && (m.IsPerson || m.Kind is NameKind.Country or NameKind.Body or NameKind.Adjective));
}
