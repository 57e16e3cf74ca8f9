using System.Collections.Frozen;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Events.Delegations;

/// <summary>Whose team a phrase speaks of: "the American side", "Moscow's negotiators".</summary>
internal sealed class TeamSides(Lexicon lexicon)
{
    private const int Reach = 3;
    private readonly FrozenSet<string> prepositions = lexicon.Words("not-side-prepositions");
    private readonly FrozenSet<string> single = lexicon.Words("single-team-words");
    private readonly FrozenSet<string> teams = lexicon.Words("team-words");

    public bool NamesTeam(MarkedSentence marks) => marks.Tokens.Any(t => teams.Contains(t.Word));

    /// <summary>The side of the team inside the match, else of the first team of the sentence.</summary>
    public string? Find(MarkedSentence marks, PatternMatch match) =>
        Find(marks, Math.Max(0, match.First - 1), match.Last + 1) ?? Find(marks, 0, marks.Tokens.Length);

    /// <summary>The one side that the phrase itself names: "on the American side were", "for Russia,".</summary>
    public string? Named(MarkedSentence marks, PatternMatch match, IReadOnlySet<string> parties)
    {
        if (marks.HasAny(teams, match.First, match.Last))
            return Find(marks, Math.Max(0, match.First - 1), match.Last + 1);
        var sides = marks.Mentions.Where(m => m.First >= match.First && m.Last <= match.Last && !m.IsPerson && m.Kind != NameKind.Place && !prepositions.Contains(marks.Word(marks.Word(m.First - 1) == "the" ? m.First - 2 : m.First - 1)) && m.Actor is { } a && parties.Contains(a)).Select(m => m.Actor).Distinct(StringComparer.Ordinal).ToList();
        return sides is [var one] ? one : null;
    }

    private string? Find(MarkedSentence marks, int from, int to)
    {
        for (var at = from; at < Math.Min(to, marks.Tokens.Length); at++)
        {
            if (!teams.Contains(marks.Word(at)) && !single.Contains(marks.Word(at)))
                continue;
            for (var back = at - 1; back >= 0 && at - back <= Reach; back--)
            {
                if (marks.MentionAt(back) is { Actor: { } actor, Kind: not NameKind.Place })
                    return actor;
            }
        }

        return null;
    }
}
