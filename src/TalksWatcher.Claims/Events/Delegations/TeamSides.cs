using System.Collections.Frozen;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Events.Delegations;

/// <summary>Whose team a phrase speaks of: "the American side", "Moscow's negotiators".</summary>
internal sealed class TeamSides(Lexicon lexicon)
{
    private const int Reach = 3;
    private readonly FrozenSet<string> prepositions = lexicon.Words("not-side-prepositions");
    private readonly FrozenSet<string> origins = lexicon.Words("team-origins");
    private readonly FrozenSet<string> single = lexicon.Words("single-team-words");
    private readonly FrozenSet<string> teams = lexicon.Words("negotiating-teams");

    public bool NamesTeam(MarkedSentence marks) => marks.HasAny(teams);

    /// <summary>The side of the team inside the match, else of the first team of the sentence.</summary>
    public string? Find(MarkedSentence marks, PatternMatch match) =>
        Find(marks, Math.Max(0, match.First - 1), match.Last + 1) ?? Find(marks, 0, marks.Tokens.Length);

    /// <summary>The one side that the phrase itself names: "on the American side were", "for Russia,".</summary>
    public string? Named(MarkedSentence marks, PatternMatch match, IReadOnlySet<string> parties)
    {
        if (marks.HasAny(teams, match.First, match.Last))
            return Find(marks, Math.Max(0, match.First - 1), match.Last + 1);
        string? only = null;
        foreach (var mention in marks.Mentions)
        {
            if (mention.First < match.First || mention.Last > match.Last || !IsSide(marks, mention) || !parties.Contains(mention.Actor!))
                continue;
            if (only is not null && only != mention.Actor)
                return null;
            only = mention.Actor;
        }

        return only;
    }

    private bool IsSide(MarkedSentence marks, Mention mention) =>
        mention is { Actor: not null, IsPerson: false, Kind: not NameKind.Place } && !prepositions.Contains(marks.Word(marks.Word(mention.First - 1) == "the" ? mention.First - 2 : mention.First - 1));

    private string? Find(MarkedSentence marks, int from, int to)
    {
        for (var at = from; at < Math.Min(to, marks.Tokens.Length); at++)
        {
            if (!teams.Contains(marks.Word(at)) && !single.Contains(marks.Word(at)))
                continue;
            if ((Before(marks, at) ?? Behind(marks, at)) is { } side)
                return side;
        }

        return null;
    }

    /// <summary>"the American side", "Moscow's negotiators".</summary>
    private static string? Before(MarkedSentence marks, int team)
    {
        for (var at = team - 1; at >= 0 && team - at <= Reach; at--)
        {
            if (marks.MentionAt(at) is { Actor: { } actor, Kind: not NameKind.Place })
                return actor;
        }

        return null;
    }

    /// <summary>"the delegation of the United States", "the team from Kyiv".</summary>
    private string? Behind(MarkedSentence marks, int team)
    {
        var at = marks.Word(team + 2) == "the" ? team + 3 : team + 2;
        return origins.Contains(marks.Word(team + 1)) && marks.MentionAt(at) is { Actor: { } actor, IsPerson: false, Kind: not NameKind.Place } ? actor : null;
    }
}
