using System.Collections.Frozen;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Events.Delegations;

/// <summary>Reads who heads or sits in a team of negotiators.</summary>
internal sealed class DelegationReader(Lexicon lexicon, CueRules rules, IReadOnlySet<string> parties)
{
    private readonly FrozenSet<string> teams = lexicon.Words("team-words");

    public IEnumerable<Reading> Read(SentenceContext context)
    {
        var heard = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (rule, match) in rules.Matches(context.Marks).OrderByDescending(m => m.Rule.Rank))
        {
            foreach (var person in People(context.Marks, rule, match))
            {
                var party = person.Actor ?? TeamSide(context.Marks, match);
                if (party is null || !parties.Contains(party) || !heard.Add(person.Name.Canonical))
                    continue;
                yield return new Reading
                {
                    Kind = ClaimKind.Delegation,
                    Rule = rule.Name,
                    Party = party,
                    Person = person.Name.Canonical,
                    Role = rule.Role == "head" ? DelegationRole.Head : DelegationRole.Member,
                    Paragraph = context.Paragraph,
                    Sentence = context.Index,
                };
            }
        }
    }

    private static IEnumerable<Mention> People(MarkedSentence marks, CueRule rule, PatternMatch match)
    {
        if (match.Slot("person") is { } slot)
            return WithPartners(marks, marks.MentionAt(slot.First)!);
        var known = marks.Mentions.Where(m => m.Kind == NameKind.Person);
        return rule.Role == "members-before" ? known.Where(m => m.Last < match.First) : known.Where(m => m.First > match.First);
    }

    /// <summary>"Witkoff and Kushner will head": who is joined to the one named.</summary>
    private static IEnumerable<Mention> WithPartners(MarkedSentence marks, Mention person)
    {
        yield return person;
        foreach (var other in marks.Mentions.Where(m => m.Kind == NameKind.Person && m != person && m.Name.Actor == person.Name.Actor))
        {
            var (left, right) = other.First < person.First ? (other, person) : (person, other);
            if (right.First - left.Last <= 3 && marks.Word(right.First - 1) == "and")
                yield return other;
        }
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
