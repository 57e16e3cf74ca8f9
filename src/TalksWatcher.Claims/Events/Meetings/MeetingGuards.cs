using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Events.Meetings;

/// <summary>Sentences and phrases that name a meeting, yet tell of none.</summary>
internal sealed class MeetingGuards(Lexicon lexicon, Vocabulary vocabulary)
{
    private const int RemoteReach = 8;
    private readonly HashSet<string> principals = [.. vocabulary.Warring, .. vocabulary.Mediators, "EU"];
    private readonly Pattern remote = lexicon.Read(new RuleFile("English/Words/remote-phrases", ""), 1, "@remote-phrases");

    /// <summary>"Will they meet?" asserts nothing.</summary>
    public static bool IsQuestion(MarkedSentence marks) =>
        marks.Word(marks.Tokens.Length - 1) == "?" && marks.Word(0) is "will" or "would" or "could" or "can" or "may" or "is" or "are" or "did" or "does" or "has" or "have" or "should";

    /// <summary>"leaders of a coalition", "ministers of countries that": a group of others.</summary>
    public static bool IsOtherGroup(MarkedSentence marks, int group) =>
        marks.Word(group + 1) == "of" && Enumerable.Range(group + 2, 4).Any(at => marks.Word(at) is "allies" or "partners" or "backers" or "supporters" or "friends" or "neighbours" or "neighbors")
        || marks.Word(group - 2) == "'s" && marks.MentionAt(group - 3) is { Actor: "NATO" or "EU" }
        || marks.Word(group + 1) == "of" && marks.Word(group + 2) is not ("advisers" or "experts" or "negotiators" or "officials" or "diplomats" or "aides" or "specialists" or "envoys") && marks.MentionAt(group + 2) is null && marks.MentionAt(group + 3) is null
        && (marks.Word(group + 2) is not ("the" or "both" or "all" or "two" or "three") || marks.Word(group + 3) is "coalition" or "alliance" or "group" or "g7" or "g20" or "bloc" or "union");

    /// <summary>"EU foreign ministers", "Ukrainian and Polish ministers": a group in which one side at most sits.</summary>
    public bool IsOneSided(MarkedSentence marks, int group)
    {
        var actors = new HashSet<string>(StringComparer.Ordinal);
        for (var at = group - 1; at >= 0 && group - at <= 4; at--)
        {
            if (marks.MentionAt(at) is { Kind: NameKind.Adjective or NameKind.Country, Actor: { } actor })
                actors.Add(actor);
        }

        return actors.Count > 0 && actors.Count(principals.Contains) < 2;
    }

    /// <summary>"where the next round will be held is open": no place near it is its own.</summary>
    public static bool IsAsked(MarkedSentence marks, int anchor, string question)
    {
        for (var at = anchor - 1; at >= 0 && anchor - at <= 6; at--)
        {
            if (marks.Word(at) == question)
                return at == 0 || marks.Word(at - 1) is "and" or "or" or "of" or "on" or "about" or "as" or "to" or "unclear" or "known" or "say" or "said" or "decide" or "agreed" or "question";
        }

        return false;
    }

    /// <summary>"the negotiating teams", "the delegations": those told of before, not whoever speaks of them.</summary>
    public static bool IsKnownGroup(MarkedSentence marks, int group) =>
        marks.Word(group) is "teams" or "delegations" or "negotiators" or "sides" or "parties"
        && (marks.Word(group - 1) == "the" || marks.Word(group - 2) == "the" && marks.MentionAt(group - 1) is null)
        && marks.Word(group + 1) is not ("of" or "from");

    /// <summary>"while the talks were in progress, rockets fell": when something else happened.</summary>
    public static bool IsBackdrop(MarkedSentence marks, int anchor)
    {
        var first = anchor;
        while (first > 0 && marks.Clauses[first - 1] == marks.Clauses[anchor])
            first--;
        return marks.Word(first) is "while" or "as" or "when";
    }

    /// <summary>"will meet again", "a next time": perhaps elsewhere.</summary>
    public static bool IsAnew(MarkedSentence marks, LinkedCue cue) =>
        Enumerable.Range(cue.Match.First, cue.Match.Last - cue.Match.First + 3).Any(at => marks.Word(at) is "again" or "next" or "another");

    /// <summary>"by video link", "over the phone": a call is no meeting.</summary>
    public bool IsRemote(MarkedSentence marks, LinkedCue cue)
    {
        var last = Math.Max(cue.Anchor, cue.Match.Last);
        for (var at = Math.Min(cue.Anchor, cue.Match.First); at <= last + RemoteReach && at < marks.Tokens.Length; at++)
        {
            if (marks.Clauses[at] == marks.Clauses[last] && marks.Matcher.Match(remote, at) is not null)
                return true;
        }

        return false;
    }
}
