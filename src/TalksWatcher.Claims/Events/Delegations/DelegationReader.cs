using System.Collections.Frozen;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Events.Delegations;

/// <summary>Reads who heads or sits in a team of negotiators.</summary>
internal sealed class DelegationReader(Lexicon lexicon, CueRules rules, IReadOnlySet<string> parties)
{
    private const int HeadReach = 5;
    private const int MemberReach = 8;
    private readonly FrozenSet<string> retinue = lexicon.Words("retinue-words");
    private readonly FrozenSet<string> teams = lexicon.Words("team-words");

    public IEnumerable<Reading> Read(SentenceContext context) =>
        rules.Matches(context.Marks) is { Count: > 0 } matches ? Read(context, matches) : [];

    private IEnumerable<Reading> Read(SentenceContext context, IReadOnlyList<(CueRule Rule, PatternMatch Match)> matches)
    {
        var heard = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (rule, match) in matches.OrderByDescending(m => m.Rule.Rank))
        {
            if (!rule.WithLeaders && IsVisit(context.Marks) || Enumerable.Range(match.First, match.Last - match.First).Any(at => context.Marks.Word(at) is "not" or "never") || IsAsked(context.Marks, match.First))
                continue;
            if (match.Slot("old") is { } gone && context.Marks.MentionAt(gone.First) is { } predecessor)
                heard.Add(predecessor.Name.Canonical);
            foreach (var person in People(context.Marks, rule, match))
            {
                var party = person.Actor ?? TeamSide(context.Marks, match);
                if (rule.Role == "member" && IsTrailingSpeaker(context, person) || party is null || !parties.Contains(party) || !heard.Add(person.Name.Canonical))
                    continue;
                yield return new Reading
                {
                    Kind = ClaimKind.Delegation,
                    Rule = rule.Name,
                    Party = party,
                    Person = person.Name.Canonical,
                    Role = rule.Role == "head" ? DelegationRole.Head : DelegationRole.Member,
                    Replaces = match.Slot("old") is { } old ? context.Marks.MentionAt(old.First)?.Name.Canonical : null,
                    Paragraph = context.Paragraph,
                    Sentence = context.Index,
                    Anchor = match.Head,
                };
            }
        }
    }

    /// <summary>"Asked whether he would lead the team".</summary>
    private static bool IsAsked(MarkedSentence marks, int at) =>
        Enumerable.Range(Math.Max(0, at - 6), Math.Min(at, 6)).Any(i => marks.Word(i) is "whether" or "if");

    /// <summary>"…, Umerov wrote": who tells of it.</summary>
    private static bool IsTrailingSpeaker(SentenceContext context, Mention person) =>
        context.Marks.Word(person.First - 1) == "," && context.Marks.Word(person.Last + 1) != "," && person.Last >= context.Marks.Tokens.Length - 8 && context.IsSpeaker(person);

    /// <summary>"will fly to Moscow to see Putin": received by a leader or at the seat of one side.</summary>
    private bool IsVisit(MarkedSentence marks) =>
        marks.Mentions.Any(m => m is { IsPerson: true, Name.Rank: Watches.PersonRank.Leader } && !IsChief(marks, m) || m.Name is { IsPartySeat: true, Kind: NameKind.Capital } && marks.Word(m.First - 1) is "in" or "to" or "for" or "into");

    private static IEnumerable<Mention> People(MarkedSentence marks, CueRule rule, PatternMatch match)
    {
        var known = marks.Mentions.Where(m => m.Kind == NameKind.Person && !IsOwner(marks, m) && m.Name.Rank != Watches.PersonRank.Leader);
        if (match.Slot("person") is { } slot)
            return marks.MentionAt(slot.First) is { } person && IsNearest(marks, person, match) ? WithPartners(marks, person, IsOfBoth(marks, match), rule.Role == "head" ? HeadReach : MemberReach) : [];
        return rule.Role == "members-before" ? known.Where(m => m.Last < match.First) : known.Where(m => m.First > match.First);
    }

    /// <summary>"Trump's special envoy", not "Putin's talks with the envoy".</summary>
    private bool IsChief(MarkedSentence marks, Mention person) =>
        IsOwner(marks, person) && Enumerable.Range(person.Last + 2, 4).Any(i => retinue.Contains(marks.Word(i)));

    /// <summary>"Putin's aide": Putin is not the one meant.</summary>
    private static bool IsOwner(MarkedSentence marks, Mention person) => marks.Word(person.Last + 1) == "'s";

    /// <summary>In "Peskov said Medinsky would lead the team" the one next to the verb leads.</summary>
    private static bool IsNearest(MarkedSentence marks, Mention person, PatternMatch match) =>
        !IsOwner(marks, person) && person.Kind == NameKind.Person
        && !marks.Mentions.Any(m => m != person && m.Kind == NameKind.Person && !IsOwner(marks, m) && IsBetween(m, person, match));

    private static bool IsBetween(Mention other, Mention person, PatternMatch match) =>
        other.First >= match.First && other.Last <= match.Last && match.Slot("old")?.First != other.First
        && (person.First == match.First || person.Last == match.Last);

    /// <summary>"Witkoff and Kushner will head": who is joined to the one named.</summary>
    private static IEnumerable<Mention> WithPartners(MarkedSentence marks, Mention person, bool ofBoth, int reach)
    {
        yield return person;
        foreach (var listed in ListAfter(marks, person))
            yield return listed;
        foreach (var other in marks.Mentions.Where(m => m.Kind == NameKind.Person && m != person && !IsOwner(marks, m) && (ofBoth || (m.Actor ?? person.Actor) == person.Actor)))
        {
            var (left, right) = other.First < person.First ? (other, person) : (person, other);
            if (right.First - left.Last <= 26 && IsJoined(marks, left.Last + 1, right.First, reach))
                yield return other;
        }
    }

    /// <summary>"Rubio, Witkoff and Kushner": those between the first and the last of a list.</summary>
    private static List<Mention> ListAfter(MarkedSentence marks, Mention person)
    {
        var (list, last) = (new List<Mention>(), person);
        foreach (var other in marks.Mentions.Where(m => m.Kind == NameKind.Person && m.First > person.Last))
        {
            var gap = Enumerable.Range(last.Last + 1, other.First - last.Last - 1).Select(marks.Word).ToList();
            if (gap.Count > 4 || !gap.Exists(w => w is "," or "and") || gap.Exists(w => w is not ("," or "and" or "the" or "envoy" or "envoys" or "special" or "general" or "adviser" or "minister" or "secretary" or "lawmaker")) || IsOwner(marks, other))
                break;
            list.Add(other);
            last = other;
            if (gap.Contains("and"))
                return list;
        }

        return [];
    }

    /// <summary>"A and B led the two delegations": each leads one.</summary>
    private static bool IsOfBoth(MarkedSentence marks, PatternMatch match) =>
        Enumerable.Range(match.First, match.Last - match.First + 1).Any(i => marks.Word(i) is "delegations" or "teams" or "sides");

    private static bool IsJoined(MarkedSentence marks, int from, int to, int reach)
    {
        for (var at = from; at < to; at++)
        {
            if (marks.Word(at) == "and" && marks.Word(at + 1) is not ("also" or "includes" or "included" or "will" or "has") && to - from <= 14 && marks.Word(to - 1) is not ("head" or "chief" or "leader")
                || marks.Word(at) == "with" && marks.Word(at - 1) is "together" or "along")
                return to - at <= reach;
            if (marks.Word(at) is "with" or ";" or "also" or "include" or "includes" or "included" or "including" or "head" or "chief" or "leader" or "said" or "told" or "at" or "that")
                return false;
        }

        return false;
    }

    /// <summary>"the American side", "Moscow's team".</summary>
    private string? TeamSide(MarkedSentence marks, PatternMatch match)
    {
        for (var at = 0; at < marks.Tokens.Length; at++)
        {
            if (!teams.Contains(marks.Word(at)))
                continue;
            for (var back = at - 1; back >= 0 && at - back <= 3; back--)
            {
                if (marks.MentionAt(back) is { Actor: { } actor })
                    return actor;
            }
        }

        return null;
    }
}
