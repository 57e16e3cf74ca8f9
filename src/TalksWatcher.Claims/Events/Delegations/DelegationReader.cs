using System.Collections.Frozen;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Events.Delegations;

/// <summary>Reads who heads or sits in a team of negotiators.</summary>
internal sealed class DelegationReader(Lexicon lexicon, CueRules rules, IReadOnlySet<string> parties)
{
    private const int DoubtReach = 6;
    private const int OtherReach = 8;
    private readonly FrozenSet<string> retinue = lexicon.Words("retinue-words");
    private readonly FrozenSet<string> apart = lexicon.Words("apart-words");
    private readonly FrozenSet<string> negations = lexicon.Words("negations");
    private readonly FrozenSet<string> company = lexicon.Words("company-words");
    private readonly FrozenSet<string> doubts = lexicon.Words("doubt-openers");
    private readonly FrozenSet<string> seats = lexicon.Words("seat-prepositions");
    private readonly FrozenSet<string> articles = lexicon.Words("articles");
    private readonly Pattern others = lexicon.Phrases("other-delegations");
    private readonly Pattern former = lexicon.Phrases("former-heads");
    private readonly Pattern asFor = lexicon.Phrases("as-for");
    private readonly TeamSides sides = new(lexicon);
    private readonly PeopleLists lists = new(lexicon);
    private readonly Asides asides = new(lexicon);

    /// <summary>Who heads a team is not listed again as one of it.</summary>
    public IEnumerable<Reading> Read(IReadOnlyList<SentenceContext> report)
    {
        var readings = Found(report).ToList();
        var heads = readings.Where(r => r.Role == DelegationRole.Head).Select(r => r.Person).ToHashSet(StringComparer.Ordinal);
        return readings.Where(r => r.Role == DelegationRole.Head || !heads.Contains(r.Person));
    }

    private IEnumerable<Reading> Found(IReadOnlyList<SentenceContext> report)
    {
        var focus = new PersonFocus(lexicon);
        (string? Party, int Paragraph) last = default;
        foreach (var context in report)
        {
            var pronouns = focus.Pronouns(context.Marks);
            if (pronouns.Count > 0 || context.Marks.Mentions.Exists(m => m.IsPerson) || sides.NamesTeam(context.Marks))
            {
                foreach (var reading in Read(context, pronouns, focus, last.Paragraph == context.Paragraph ? last.Party : null))
                {
                    last = (reading.Party, context.Paragraph);
                    yield return reading;
                }
            }

            focus.Close(context.Marks);
        }
    }

    private IEnumerable<Reading> Read(SentenceContext context, List<Mention> pronouns, PersonFocus focus, string? partyBefore)
    {
        var heard = new HashSet<string>(StringComparer.Ordinal);
        var views = PeopleView.Of(context.Marks, pronouns, asides).SelectMany(v => rules.Matches(v.Marks).Select(m => (View: v, m.Rule, m.Match)));
        foreach (var (view, rule, match) in views.OrderByDescending(m => m.Rule.Rank))
        {
            if (IsVoid(context, view.Marks, rule, match))
                continue;
            if (match.Slot("old") is { } gone && view.Marks.MentionAt(gone.First) is { } predecessor)
                heard.Add(predecessor.Name.Canonical);
            var side = sides.Find(view.Marks, match);
            foreach (var person in People(view.Marks, rule, match, side, focus))
            {
                var party = person.Actor ?? side ?? partyBefore;
                if (IsHeard(context, rule, person) || party is null || !parties.Contains(party) || !heard.Add(person.Canonical))
                    continue;
                yield return new Reading
                {
                    Kind = ClaimKind.Delegation,
                    Rule = rule.Name,
                    Party = party,
                    Person = person.Canonical,
                    Role = IsHead(rule) ? DelegationRole.Head : DelegationRole.Member,
                    Replaces = match.Slot("old") is { } old ? view.Marks.MentionAt(old.First)?.Name.Canonical : null,
                    Background = IsFormer(view.Marks, match),
                    Paragraph = context.Paragraph,
                    Sentence = context.Index,
                    Anchor = view.OriginOf(match.Head),
                };
            }
        }
    }

    /// <summary>"Yermak, until then Kyiv's lead negotiator", "the former chief negotiator Yermak".</summary>
    private bool IsFormer(MarkedSentence marks, PatternMatch match) => marks.First(former, match.First - 2, match.Last - 1) is not null;

    private static bool IsHead(CueRule rule) => rule.Role!.StartsWith("head", StringComparison.Ordinal);

    private bool IsVoid(SentenceContext context, MarkedSentence marks, CueRule rule, PatternMatch match) =>
        !rule.WithLeaders && (IsVisit(marks) || IsElsewhere(marks, match))
        || marks.HasAny(negations, match.First, match.Last - 1)
        || IsHead(rule) && marks.HasAny(company, match.First, match.Last - 1)
        || marks.First(others, match.First - OtherReach, match.Last + 1) is not null
        || marks.HasAny(doubts, match.First - DoubtReach, match.First - 1)
        || context.Marks.Tokens[^1].Word == "?" || marks.Matcher.Match(asFor, match.First - 1) is not null;

    /// <summary>"…, Umerov wrote": who tells of it is no member by that.</summary>
    private static bool IsHeard(SentenceContext context, CueRule rule, Name person)
    {
        var marks = context.Marks;
        return rule.Role == "member" && marks.Mentions.FindLast(m => m.Name == person) is { } mention
            && marks.Word(mention.First - 1) == "," && marks.Word(mention.Last + 1) != "," && mention.Last >= marks.Tokens.Length - 8 && context.IsSpeaker(mention);
    }

    /// <summary>"will fly to Moscow to see Putin": received by a leader or at the seat of one side.</summary>
    private bool IsVisit(MarkedSentence marks) =>
        marks.Mentions.Any(m => m is { IsPerson: true, Name.Rank: PersonRank.Leader } && !IsChief(marks, m)
            || m.Name is { IsPartySeat: true, Kind: NameKind.Capital } && seats.Contains(marks.Word(m.First - 1)));

    /// <summary>"Trump's special envoy", not "Putin's talks with the envoy".</summary>
    private bool IsChief(MarkedSentence marks, Mention person) =>
        marks.Word(person.Last + 1) == "'s" && Enumerable.Range(person.Last + 2, 4).Any(i => retinue.Contains(marks.Word(i)) || marks.MentionAt(i) is { Kind: NameKind.Person });

    /// <summary>"offered to hold the round", "is up for a sit-down", "will meet the Americans separately": not at the table.</summary>
    private bool IsElsewhere(MarkedSentence marks, PatternMatch match) =>
        articles.Contains(marks.Word(match.Head - 1)) || marks.HasAny(apart, match.First, match.Last + 1);

    private IEnumerable<Name> People(MarkedSentence marks, CueRule rule, PatternMatch match, string? side, PersonFocus focus)
    {
        switch (rule.Role)
        {
            case "head-before":
                return side is not null && focus.LastOf(side) is { } before && !PeopleLists.Known(marks).Any(m => m.Actor == side && m.Last < match.First || m.First > match.First - 6 && m.First < match.Last + 4) ? [before] : [];
            case "head-owner":
                return marks.MentionAt(match.First - 1) is { Kind: NameKind.Person, Name.Rank: not PersonRank.Leader } owner ? [owner.Name] : [];
            default:
                var named = sides.Named(marks, match, parties);
                return lists.Of(marks, rule, match).Where(m => rule.Role == "head" || named is null || m.Actor is null || m.Actor == named || match.Slot("person") is not null).Select(m => m.Name);
        }
    }
}
