using System.Collections.Frozen;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Events.Delegations;

/// <summary>Teams and talks that are none of a war's negotiations: the museum's team, the Weimar group, a team of investigators, a meeting of a ministry.</summary>
internal sealed class OtherTeams(Lexicon lexicon, IReadOnlySet<string> parties)
{
    private const int Reach = 8;
    private const int OwnerReach = 2;
    private const int KindReach = 4;
    private const int TalksReach = 6;
    private const int TalksBefore = 4;
    private readonly Pattern others = lexicon.Phrases("other-delegations");
    private readonly FrozenSet<string> teams = lexicon.Words("negotiating-teams");
    private readonly FrozenSet<string> talks = lexicon.Words("talks-words");
    private readonly FrozenSet<string> near = [.. lexicon.Words("talks-words"), .. lexicon.Words("leaders-words"), .. lexicon.Words("negotiating-teams")];
    private readonly FrozenSet<string> owners = lexicon.Words("side-owners");
    private readonly FrozenSet<string> negotiators = lexicon.Words("team-makeup");
    private readonly FrozenSet<string> leading = [.. lexicon.Words("lead-participles"), "under", "by"];
    private readonly FrozenSet<string> institutions = lexicon.Words("institution-nouns");
    private readonly FrozenSet<string> articles = lexicon.Words("articles");

    public bool AreIn(MarkedSentence marks, PatternMatch match)
    {
        for (var at = match.First; at <= match.Last + TalksReach; at++)
        {
            if (at <= match.Last && teams.Contains(marks.Word(at)) && (IsOwnedElsewhere(marks, at) || IsNamed(marks, at) || IsOfOthers(marks, at))
                || talks.Contains(marks.Word(at)) && IsOfInstitution(marks, at))
                return true;
        }

        return marks.Has(others, match.First - Reach, match.Last + KindReach);
    }

    /// <summary>Its sentence or one shortly before speaks of talks or teams.</summary>
    public bool AreTalksNear(SentenceContext context, PeopleCue cue)
    {
        if (cue.Marks.HasAny(near, 0, cue.Match.First - 1) || cue.Marks.HasAny(near, cue.IsOwner ? cue.Match.Last + 1 : cue.Match.First))
            return true;
        for (var at = context.Before; at is not null && context.Index - at.Index <= TalksBefore; at = at.Before)
        {
            if (at.Marks.HasAny(near))
                return true;
        }

        return false;
    }

    /// <summary>"the museum's team", "Naftogaz's negotiators".</summary>
    private bool IsOwnedElsewhere(MarkedSentence marks, int team)
    {
        for (var mark = team - 1; mark >= team - OwnerReach && mark > 0; mark--)
        {
            if (marks.Word(mark) == "'s")
                return !owners.Contains(marks.Word(mark - 1)) && marks.TimeAt(mark - 1) is null && marks.MentionAt(mark - 1) is not { Actor: not null, Kind: not NameKind.Body };
        }

        return false;
    }

    /// <summary>"the Weimar group", "the Servant of the People group".</summary>
    private bool IsNamed(MarkedSentence marks, int team)
    {
        if (institutions.Contains(marks.Word(team - 1)))
            return false;
        var at = team - 1;
        while (at > 0 && marks.Tokens[at].IsCapitalised && marks.TimeAt(at) is null && marks.MentionAt(at) is null or { Kind: NameKind.Place or NameKind.Outlet })
            at--;
        return at < team - 1 && at >= 0 && !marks.Tokens[team].IsCapitalised && marks.MentionAt(at) is not { Actor: not null };
    }

    /// <summary>"a team of investigators": of people who negotiate nothing.</summary>
    private bool IsOfOthers(MarkedSentence marks, int team)
    {
        if (marks.Word(team + 1) != "of" || marks.Word(team + 2) is "" || marks.Word(team - 1) == "on")
            return false;
        for (var at = team + 2; at <= team + 1 + KindReach; at++)
        {
            if (leading.Contains(marks.Word(at)))
                return true;
            if (negotiators.Contains(marks.Word(at)) || marks.MentionAt(at) is { Kind: not NameKind.Adjective } || marks.Tokens.Length > at && char.IsAsciiDigit(marks.Word(at) is [var first, ..] ? first : ' '))
                return false;
        }

        return true;
    }

    /// <summary>"a meeting of the ministry", "talks with Hamas".</summary>
    private bool IsOfInstitution(MarkedSentence marks, int noun)
    {
        var at = articles.Contains(marks.Word(noun + 2)) ? noun + 3 : noun + 2;
        return marks.Word(noun + 1) switch
        {
            "with" => at < marks.Tokens.Length && marks.Tokens[at].IsCapitalised && marks.TimeAt(at) is null && IsStranger(marks.MentionAt(at)) && !NamesParty(marks, at),
            "of" => marks.MentionAt(at) is not { Actor: not null, Kind: not NameKind.Body } && !talks.Contains(marks.Word(at)) && !talks.Contains(marks.Word(at + 1)) && !negotiators.Contains(marks.Word(at)) && !negotiators.Contains(marks.Word(at + 1)),
            _ => false,
        };
    }

    private bool IsStranger(Mention? mention) =>
        mention is null || mention is { Actor: { } actor, Kind: NameKind.Adjective or NameKind.Country or NameKind.Demonym } && !parties.Contains(actor);

    /// <summary>"with the Turks and the Russians".</summary>
    private bool NamesParty(MarkedSentence marks, int from)
    {
        if (marks.Word(from + 1) is not ("and" or ",") || marks.MentionAt(from + 2) is null && !articles.Contains(marks.Word(from + 2)))
            return false;
        foreach (var mention in marks.Mentions)
        {
            if (mention.First > from && mention.First <= from + KindReach && mention.Actor is { } actor && parties.Contains(actor))
                return true;
        }

        return false;
    }
}
