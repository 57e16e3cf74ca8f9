using System.Collections.Frozen;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Events.Delegations;

/// <summary>"will fly to Moscow to see Putin": received by a leader or at the seat of one side, rather than at the table.</summary>
internal sealed class LeaderVisits(Lexicon lexicon)
{
    private const int RetinueReach = 5;
    private readonly FrozenSet<string> retinue = lexicon.Words("retinue-words");
    private readonly FrozenSet<string> orders = lexicon.Words("order-words");
    private readonly FrozenSet<string> links = lexicon.Words("role-links");
    private readonly FrozenSet<string> seats = lexicon.Words("seat-prepositions");
    private readonly FrozenSet<string> reporting = lexicon.Words("reporting-verbs");
    private readonly FrozenSet<string> auxiliaries = lexicon.Words("speech-auxiliaries");

    public bool AreTold(MarkedSentence marks)
    {
        foreach (var mention in marks.Mentions)
        {
            if (mention is { IsPerson: true, Name.Rank: PersonRank.Leader } && !IsChief(marks, mention) && !IsServed(marks, mention) && !Tells(marks, mention)
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

    /// <summary>"chief of staff to President Zelensky", "on the instructions of Putin".</summary>
    private bool IsServed(MarkedSentence marks, Mention person)
    {
        var isLinked = false;
        for (var at = person.First - 1; at >= person.First - RetinueReach; at--)
        {
            if (retinue.Contains(marks.Word(at)) || orders.Contains(marks.Word(at)))
                return isLinked;
            isLinked |= links.Contains(marks.Word(at));
        }

        return false;
    }

    /// <summary>"Zelensky said", "said Zelensky".</summary>
    private bool Tells(MarkedSentence marks, Mention person) =>
        reporting.Contains(marks.Word(person.Last + 1)) || reporting.Contains(marks.Word(person.First - 1))
        || auxiliaries.Contains(marks.Word(person.Last + 1)) && reporting.Contains(marks.Word(person.Last + 2));
}
