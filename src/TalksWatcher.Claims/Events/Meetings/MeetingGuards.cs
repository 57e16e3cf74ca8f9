using System.Collections.Frozen;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Events.Meetings;

/// <summary>Sentences and phrases that name a meeting, yet tell of none.</summary>
internal sealed class MeetingGuards(Lexicon lexicon, Vocabulary vocabulary)
{
    private const int RemoteReach = 8;
    private const int AbsenceReach = 24;
    private const int CompanyReach = 4;
    private const int PartnerReach = 4;
    private const int QuestionReach = 6;
    private const int PeerReach = 6;
    private readonly HashSet<string> principals = vocabulary.Principals();
    private readonly FrozenSet<string> attending = lexicon.Words("attending-verbs");
    private readonly FrozenSet<string> himself = lexicon.Words("self-words");
    private readonly Pattern remote = lexicon.Phrases("remote-phrases");
    private readonly FrozenSet<string> questionOpeners = lexicon.Words("question-openers");
    private readonly FrozenSet<string> asking = lexicon.Words("asking-words");
    private readonly FrozenSet<string> partners = lexicon.Words("partner-words");
    private readonly FrozenSet<string> alliances = lexicon.Words("alliance-words");
    private readonly FrozenSet<string> officials = lexicon.Words("officials-words");
    private readonly FrozenSet<string> quantifiers = lexicon.Words("quantifiers");
    private readonly FrozenSet<string> knownGroups = lexicon.Words("known-groups");
    private readonly FrozenSet<string> backdrops = lexicon.Words("backdrop-openers");
    private readonly FrozenSet<string> anew = lexicon.Words("anew-words");
    private readonly FrozenSet<string> prepositions = lexicon.Words("prepositions");
    private readonly FrozenSet<string> peers = lexicon.Words("counterpart-words");
    private readonly FrozenSet<string> meals = lexicon.Words("meals");
    private readonly FrozenSet<string> helping = lexicon.Words("helping-words");
    private readonly FrozenSet<string> ownCompany = lexicon.Words("own-company");

    /// <summary>"Will they meet?" asserts nothing.</summary>
    public bool IsQuestion(MarkedSentence marks) =>
        marks.Word(marks.Tokens.Length - 1) == "?" && questionOpeners.Contains(marks.Word(0));

    /// <summary>"leaders of a coalition", "ministers of countries that": a group of others.</summary>
    public bool IsOtherGroup(MarkedSentence marks, int group)
    {
        if (marks.Word(group - 2) == "'s" && IsBloc(marks, group - 3))
            return true;
        if (marks.Word(group + 1) != "of")
            return false;
        if (IsBloc(marks, group + 2) || marks.Word(group + 2) == "the" && IsBloc(marks, group + 3))
            return true;
        return marks.HasAny(partners, group + 2, group + 1 + PartnerReach)
            || !officials.Contains(marks.Word(group + 2)) && marks.MentionAt(group + 2) is null && marks.MentionAt(group + 3) is null
                && (!quantifiers.Contains(marks.Word(group + 2)) || alliances.Contains(marks.Word(group + 3)));
    }

    private static bool IsBloc(MarkedSentence marks, int at) => marks.MentionAt(at) is { Actor: "NATO" or "EU" };

    /// <summary>"EU foreign ministers", "Ukrainian and Polish ministers": a group in which one side at most sits.</summary>
    public bool IsOneSided(MarkedSentence marks, int group)
    {
        var isNamed = false;
        string? principal = null;
        for (var at = group; at >= 0 && group - at <= 4; at--)
        {
            if (marks.MentionAt(at) is not { Kind: NameKind.Adjective or NameKind.Country or NameKind.Body, Actor: { } actor })
                continue;
            isNamed = true;
            if (!principals.Contains(actor))
                continue;
            if (principal is not null && principal != actor)
                return false;
            principal = actor;
        }

        return isNamed;
    }

    /// <summary>"sat down to breakfast".</summary>
    public bool IsMeal(MarkedSentence marks, PatternMatch match) => meals.Contains(marks.Word(match.Last + 2)) && prepositions.Contains(marks.Word(match.Last + 1));

    /// <summary>"a step that might help to revive the talks": what comes of something else is nobody's offer.</summary>
    public bool IsHelp(MarkedSentence marks, int verb) => marks.HasAny(helping, verb - 2, verb - 1);

    /// <summary>"met his generals", "received the families of prisoners": those of one side alone.</summary>
    public bool IsAmongOwn(MarkedSentence marks, int verb)
    {
        for (var at = verb + 1; at <= verb + CompanyReach; at++)
        {
            if (ownCompany.Contains(marks.Word(at)))
                return true;
            if (marks.MentionAt(at) is not null || marks.Word(at) != "with" && prepositions.Contains(marks.Word(at)))
                return false;
        }

        return false;
    }

    /// <summary>"talks with his Indian counterpart": one of a country that the watch does not name.</summary>
    public bool IsWithStranger(MarkedSentence marks, int anchor)
    {
        for (var at = anchor + 2; at <= anchor + PeerReach; at++)
        {
            if (peers.Contains(marks.Word(at)))
                return marks.MentionAt(at - 1) is null && at - 1 < marks.Tokens.Length && marks.Tokens[at - 1].IsCapitalised;
        }

        return false;
    }

    /// <summary>"where the next round will be held is open": no place near it is its own.</summary>
    public bool IsAsked(MarkedSentence marks, int anchor, string question)
    {
        for (var at = anchor - 1; at >= 0 && anchor - at <= QuestionReach; at--)
        {
            if (marks.Word(at) == question)
                return at == 0 || asking.Contains(marks.Word(at - 1));
        }

        return false;
    }

    /// <summary>"the negotiating teams", "the delegations": those told of before, not whoever speaks of them.</summary>
    public bool IsKnownGroup(MarkedSentence marks, int group) =>
        knownGroups.Contains(marks.Word(group))
        && (marks.Word(group - 1) == "the" || marks.Word(group - 2) == "the" && marks.MentionAt(group - 1) is null)
        && marks.Word(group + 1) is not ("of" or "from");

    /// <summary>"while the talks were in progress, rockets fell": when something else happened.</summary>
    public bool IsBackdrop(MarkedSentence marks, int anchor) => backdrops.Contains(marks.Word(marks.ClauseStart(anchor)));

    /// <summary>"will meet again", "a next time": perhaps elsewhere.</summary>
    public bool IsAnew(MarkedSentence marks, LinkedCue cue) =>
        marks.HasAny(anew, cue.Match.First, cue.Match.Last + 2);

    /// <summary>"Witkoff is not coming to London either": the meeting can do without anyone but the leaders.</summary>
    public bool IsAbsence(SentenceContext context, PatternMatch match)
    {
        if (!context.Marks.HasAny(attending, match.First, match.Last))
            return false;
        var subject = context.Marks.Mentions.Find(m => m.IsPerson && m.Last < match.First && match.First - m.Last <= AbsenceReach && !context.IsSpeaker(m));
        return subject is { Name.Rank: not PersonRank.Leader } || context.Marks.HasAny(himself, 0, match.First);
    }

    /// <summary>"by video link", "over the phone": a call is no meeting.</summary>
    public bool IsRemote(MarkedSentence marks, LinkedCue cue)
    {
        var last = Math.Max(cue.Anchor, cue.Match.Last);
        for (var at = Math.Min(cue.Anchor, cue.Match.First); at <= last + RemoteReach && at < marks.Tokens.Length; at++)
        {
            if (marks.Clauses[at] == marks.Clauses[last] && marks.Matcher.IsMatch(remote, at))
                return true;
        }

        return false;
    }
}
