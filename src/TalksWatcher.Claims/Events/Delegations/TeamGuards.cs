using System.Collections.Frozen;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Events.Delegations;

/// <summary>What looks like people of a team but tells of none: "flew to Moscow to see Putin", "did not lead", "will meet them separately".</summary>
internal sealed class TeamGuards(Lexicon lexicon, IReadOnlySet<string> parties)
{
    private const int DoubtReach = 6;
    private const int NegationReach = 4;
    private const int OwnerReach = 3;
    private readonly FrozenSet<string> apart = lexicon.Words("apart-words");
    private readonly FrozenSet<string> reporting = lexicon.Words("reporting-verbs");
    private readonly FrozenSet<string> himself = lexicon.Words("speaker-himself");
    private readonly FrozenSet<string> negations = lexicon.Words("negations");
    private readonly FrozenSet<string> neither = lexicon.Words("joint-negations");
    private readonly FrozenSet<string> company = lexicon.Words("company-words");
    private readonly FrozenSet<string> doubts = lexicon.Words("doubt-openers");
    private readonly FrozenSet<string> teams = lexicon.Words("team-words");
    private readonly FrozenSet<string> links = lexicon.Words("role-links");
    private readonly FrozenSet<string> articles = lexicon.Words("articles");
    private readonly Pattern ended = lexicon.Phrases("ended-roles");
    private readonly OtherTeams others = new(lexicon);
    private readonly LeaderVisits visits = new(lexicon);
    private readonly Pattern asFor = lexicon.Phrases("as-for");

    /// <summary>Visits, denials, doubts, questions and other teams tell of nobody: "did not lead the delegation".</summary>
    public bool IsVoid(SentenceContext context, PeopleCue cue)
    {
        var (marks, rule, match) = cue;
        return !rule.WithLeaders && (visits.AreTold(marks) || IsElsewhere(marks, match))
            || rule.AmidTalks && !others.AreTalksNear(context) || IsOfStrangers(marks, match) || others.AreIn(marks, match)
            || IsNegated(marks, rule, match) || cue.Predecessor is null && marks.Has(ended, match.First - 1, match.Last - 1)
            || cue.IsHead && (marks.HasAny(company, match.First, match.Last - 1) || IsBesideHead(marks, match))
            || marks.HasAny(doubts, match.First - DoubtReach, match.First - 1)
            || context.Marks.Tokens[^1].Word == "?" || marks.Matcher.IsMatch(asFor, match.First - 1);
    }

    /// <summary>"did not lead", and before a phrase that names nobody "will not be part of".</summary>
    private bool IsNegated(MarkedSentence marks, CueRule rule, PatternMatch match)
    {
        if (marks.HasAny(negations, match.First, match.Last - 1) || marks.HasAny(neither, 0, match.First - 1))
            return true;
        for (var at = match.First - 1; rule.Role == "members-before" && at >= match.First - NegationReach && marks.Word(at) is not ","; at--)
        {
            if (negations.Contains(marks.Word(at)))
                return true;
            if (marks.MentionAt(at) is not null)
                return false;
        }

        return false;
    }

    /// <summary>"met Israeli negotiators": of no side at this table.</summary>
    private bool IsOfStrangers(MarkedSentence marks, PatternMatch match)
    {
        var isStrange = false;
        foreach (var mention in marks.Mentions)
        {
            if (mention.First < match.First - OwnerReach || mention.First < match.First && mention.Last != match.First - 1 && marks.Word(match.First - 1) != "'s" || mention.Last > match.Last + 2 || mention is not { Actor: { } actor, Kind: NameKind.Adjective or NameKind.Demonym or NameKind.Country or NameKind.Body }
                || mention.Kind == NameKind.Country && marks.Word(mention.Last + 1) != "'s" && marks.Word(mention.First - 1) is not ("with" or "by"))
                continue;
            if (parties.Contains(actor))
                return false;
            isStrange = true;
        }

        return isStrange;
    }

    /// <summary>"…, Umerov wrote", "Lavrov said Russia would hold talks": who tells of it is no member by that.</summary>
    public bool IsHeard(SentenceContext context, PeopleCue cue, Name person)
    {
        var marks = context.Marks;
        if (cue.Rule.Role != "member" || cue.IsTitle || LastOf(marks, person) is not { } mention || !context.IsSpeaker(mention))
            return false;
        return reporting.Contains(marks.Word(mention.Last + 1)) && !marks.HasAny(himself, mention.Last + 2, marks.Tokens.Length - 1)
            || marks.Word(mention.First - 1) == "," && marks.Word(mention.Last + 1) != "," && mention.Last >= marks.Tokens.Length - 8;
    }

    private static Mention? LastOf(MarkedSentence marks, Name person) => marks.Mentions.FindLast(m => m.Name == person);

    /// <summary>"the leader of the delegation, and Budanov", "the head of the delegation and lists Budanov": another than the head.</summary>
    private bool IsBesideHead(MarkedSentence marks, PatternMatch match)
    {
        if (marks.Word((match.Slot("person")?.First ?? 0) - 2) == ")")
            return true;
        for (var at = (match.Slot("person")?.First ?? 0) - 1; at > match.First && at > 0 && !links.Contains(marks.Word(at)); at--)
        {
            if (marks.Word(at) == "and")
                return marks.Word(at - 1) is "," || teams.Contains(marks.Word(at - 1));
        }

        return false;
    }

    /// <summary>"offered to hold the round", "is up for a sit-down", "will meet the Americans separately": not at the table.</summary>
    private bool IsElsewhere(MarkedSentence marks, PatternMatch match) =>
        articles.Contains(marks.Word(match.Head - 1)) || marks.HasAny(apart, match.First, match.Last + 1);
}
