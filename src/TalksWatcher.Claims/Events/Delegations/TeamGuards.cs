using System.Collections.Frozen;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Events.Delegations;

/// <summary>What looks like people of a team but tells of none: "flew to Moscow to see Putin", "did not lead", "will meet them separately".</summary>
internal sealed class TeamGuards(Lexicon lexicon)
{
    private const int DoubtReach = 6;
    private const int OtherReach = 8;
    private const int RetinueReach = 5;
    private readonly FrozenSet<string> retinue = lexicon.Words("retinue-words");
    private readonly FrozenSet<string> apart = lexicon.Words("apart-words");
    private readonly FrozenSet<string> reporting = lexicon.Words("reporting-verbs");
    private readonly FrozenSet<string> himself = lexicon.Words("speaker-himself");
    private readonly FrozenSet<string> negations = lexicon.Words("negations");
    private readonly FrozenSet<string> company = lexicon.Words("company-words");
    private readonly FrozenSet<string> doubts = lexicon.Words("doubt-openers");
    private readonly FrozenSet<string> seats = lexicon.Words("seat-prepositions");
    private readonly FrozenSet<string> articles = lexicon.Words("articles");
    private readonly Pattern others = lexicon.Phrases("other-delegations");
    private readonly Pattern asFor = lexicon.Phrases("as-for");

    /// <summary>Visits, denials, doubts, questions and other teams tell of nobody: "did not lead the delegation".</summary>
    public bool IsVoid(SentenceContext context, PeopleCue cue)
    {
        var (marks, rule, match) = cue;
        return !rule.WithLeaders && (IsVisit(marks) || IsElsewhere(marks, match))
            || marks.HasAny(negations, match.First, match.Last - 1)
            || cue.IsHead && (marks.HasAny(company, match.First, match.Last - 1) || IsBesideHead(marks, match))
            || marks.Has(others, match.First - OtherReach, match.Last + 1)
            || marks.HasAny(doubts, match.First - DoubtReach, match.First - 1)
            || context.Marks.Tokens[^1].Word == "?" || marks.Matcher.IsMatch(asFor, match.First - 1);
    }

    /// <summary>"…, Umerov wrote", "Lavrov said Russia would hold talks": who tells of it is no member by that.</summary>
    public bool IsHeard(SentenceContext context, CueRule rule, Name person)
    {
        var marks = context.Marks;
        if (rule.Role != "member" || LastOf(marks, person) is not { } mention || !context.IsSpeaker(mention))
            return false;
        return reporting.Contains(marks.Word(mention.Last + 1)) && !marks.HasAny(himself, mention.Last + 2, marks.Tokens.Length - 1)
            || marks.Word(mention.First - 1) == "," && marks.Word(mention.Last + 1) != "," && mention.Last >= marks.Tokens.Length - 8;
    }

    private static Mention? LastOf(MarkedSentence marks, Name person) => marks.Mentions.FindLast(m => m.Name == person);

    /// <summary>"Umerov, the leader of the delegation, and Budanov": another than the head.</summary>
    private static bool IsBesideHead(MarkedSentence marks, PatternMatch match) =>
        match.Slot("person") is { } person && person.First > match.First && marks.Word(person.First - 1) == "and" && marks.Word(person.First - 2) == ",";

    /// <summary>"will fly to Moscow to see Putin": received by a leader or at the seat of one side.</summary>
    private bool IsVisit(MarkedSentence marks)
    {
        foreach (var mention in marks.Mentions)
        {
            if (mention is { IsPerson: true, Name.Rank: PersonRank.Leader } && !IsChief(marks, mention)
                || mention.Name is { IsPartySeat: true, Kind: NameKind.Capital } && seats.Contains(marks.Word(mention.First - 1)))
                return true;
        }

        return false;
    }

    /// <summary>"Trump's special envoy", not "Putin's talks with the envoy".</summary>
    private bool IsChief(MarkedSentence marks, Mention person)
    {
        if (marks.Word(person.Last + 1) != "'s")
            return false;
        for (var at = person.Last + 2; at <= person.Last + RetinueReach; at++)
        {
            if (retinue.Contains(marks.Word(at)) || marks.MentionAt(at) is { Kind: NameKind.Person })
                return true;
        }

        return false;
    }

    /// <summary>"offered to hold the round", "is up for a sit-down", "will meet the Americans separately": not at the table.</summary>
    private bool IsElsewhere(MarkedSentence marks, PatternMatch match) =>
        articles.Contains(marks.Word(match.Head - 1)) || marks.HasAny(apart, match.First, match.Last + 1);
}
