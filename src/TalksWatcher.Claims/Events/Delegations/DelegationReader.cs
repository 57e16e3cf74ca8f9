using System.Collections.Frozen;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Events.Delegations;

/// <summary>Reads who heads or sits in a team of negotiators.</summary>
internal sealed class DelegationReader(Lexicon lexicon, CueRules rules, IReadOnlySet<string> parties)
{
    private const int HeadReach = 6;
    private const int OppositeReach = 2;
    private readonly Pattern former = lexicon.Phrases("former-heads");
    private readonly FrozenSet<string> pronouns = lexicon.Words("third-persons");
    private readonly TeamSides sides = new(lexicon);
    private readonly TeamGuards guards = new(lexicon, parties);
    private readonly PeopleLists lists = new(lexicon, new PeopleLinks(lexicon));
    private readonly Companions companions = new(lexicon, new PeopleLinks(lexicon));
    private readonly FrozenSet<string> talks = lexicon.Words("talks-words");
    private readonly Asides asides = new(lexicon);

    /// <summary>Who heads a team is not listed again as one of it.</summary>
    /// <param name="meetings">Those that the report tells of.</param>
    public IReadOnlyList<Reading> Read(List<SentenceContext> report, IReadOnlyList<Reading> meetings)
    {
        var readings = Found(report, new TalksPlaces(talks, report, meetings));
        if (!readings.Exists(r => r.Role == DelegationRole.Head) || readings.TrueForAll(r => r.Role == DelegationRole.Head))
            return readings;
        var heads = readings.Where(r => r.Role == DelegationRole.Head).Select(r => r.Person).ToHashSet(StringComparer.Ordinal);
        return readings.FindAll(r => r.Role == DelegationRole.Head || !heads.Contains(r.Person));
    }

    private List<Reading> Found(List<SentenceContext> report, TalksPlaces tables)
    {
        var (focus, found) = (new PersonFocus(lexicon), new List<Reading>());
        foreach (var context in report)
        {
            var view = PeopleView.Of(context.Marks, focus);
            if (view.Mentions.Exists(m => m.IsPerson) || sides.NamesTeam(context.Marks))
                Read(context, view, tables, found);
            focus.Close(context.Marks);
        }

        return found;
    }

    private void Read(SentenceContext context, MarkedSentence view, TalksPlaces tables, List<Reading> found)
    {
        if (Cues(view) is not { } cues)
            return;
        var heard = new List<string>();
        foreach (var cue in cues)
        {
            if (guards.IsVoid(context, cue) || !cue.IsHead && IsFormer(cue.Marks, cue.Match) || cue.Table is { } place && (parties.Contains(place.Actor!) || !tables.Contains(place.Name.Venue!)))
                continue;
            if (cue.Predecessor is { } gone)
                heard.Add(gone);
            var side = sides.Find(cue.Marks, cue.Match);
            var people = People(context, cue, side, found);
            Tell(people, cue.IsHead ? DelegationRole.Head : DelegationRole.Member);
            Tell(companions.Of(cue.Marks, cue.Match, people), DelegationRole.Member);

            void Tell(List<Name> told, DelegationRole role)
            {
                foreach (var person in told)
                {
                    var party = person.Actor ?? side ?? PartyBefore(context, found);
                    if (party is null || !parties.Contains(party) || heard.Contains(person.Canonical) || guards.IsHeard(context, cue, person))
                        continue;
                    heard.Add(person.Canonical);
                    found.Add(Told(context, cue, person, party, role));
                }
            }
        }
    }

    /// <summary>The side whose people were told of last in the paragraph.</summary>
    private static string? PartyBefore(SentenceContext context, List<Reading> found) =>
        found.Count > 0 && found[^1].Paragraph == context.Paragraph ? found[^1].Party : null;

    /// <summary>The phrases that speak of teams, in the whole sentence and in what its asides leave of it; the strongest first.</summary>
    private List<PeopleCue>? Cues(MarkedSentence whole)
    {
        List<PeopleCue>? cues = null;
        Add(ref cues, whole);
        if (asides.Without(whole) is { } rest)
            Add(ref cues, rest);
        return cues;
    }

    private void Add(ref List<PeopleCue>? cues, MarkedSentence view)
    {
        var matches = rules.Matches(view);
        for (var i = 0; i < matches.Count; i++)
        {
            cues ??= new(matches.Count);
            var at = cues.Count;
            while (at > 0 && cues[at - 1].Rule.Rank < matches[i].Rule.Rank)
                at--;
            cues.Insert(at, new PeopleCue(view, matches[i].Rule, matches[i].Match));
        }
    }

    private Reading Told(SentenceContext context, PeopleCue cue, Name person, string party, DelegationRole role) => new()
    {
        Kind = ClaimKind.Delegation,
        Rule = cue.Rule.Name,
        Topic = cue.Rule.Topic,
        Party = party,
        Person = person.Canonical,
        Role = role,
        Replaces = role == DelegationRole.Head ? cue.Predecessor : null,
        Background = IsFormer(cue.Marks, cue.Match),
        Paragraph = context.Paragraph,
        Sentence = context.Index,
        Anchor = context.Marks.Sentence.TokenAt(cue.Marks.Tokens[Math.Min(cue.Match.Head, cue.Marks.Tokens.Length - 1)].Start),
    };

    /// <summary>"Yermak, until then Kyiv's lead negotiator", "the former chief negotiator Yermak".</summary>
    private bool IsFormer(MarkedSentence marks, PatternMatch match) => marks.Has(former, match.First - 2, match.Last - 1);

    private List<Name> People(SentenceContext context, PeopleCue cue, string? side, List<Reading> found)
    {
        var (marks, rule, match) = cue;
        switch (rule.Role)
        {
            case "head-before":
                return side is not null && PersonFocus.LastOf(side, context) is { } before && !IsNamed(marks, match, side) ? [before] : [];
            case "head-owner":
                return marks.MentionAt(match.First - 1) is { Kind: NameKind.Person, Name.Rank: not PersonRank.Leader } owner && !pronouns.Contains(marks.Word(owner.First)) ? [owner.Name] : [];
            case "head-opposite":
                return lists.Of(marks, rule, match).FindAll(p => IsHeadBefore(found, context, p));
            default:
                var people = lists.Of(marks, rule, match).FindAll(p => p.Rank != PersonRank.Leader);
                return rule.Role == "head" || match.Slot("person") is not null ? people : OfSide(people, sides.Named(marks, match, parties));
        }
    }

    /// <summary>"His opposite number": of the head of another side just told of.</summary>
    private static bool IsHeadBefore(List<Reading> found, SentenceContext context, Name opposite) =>
        found.FindLast(r => r.Role == DelegationRole.Head) is { } head && context.Index - head.Sentence <= OppositeReach && head.Party != opposite.Actor;

    /// <summary>The sentence itself names who heads the team: before it one of that side, or anyone around it.</summary>
    private static bool IsNamed(MarkedSentence marks, PatternMatch match, string side)
    {
        foreach (var mention in marks.Mentions)
        {
            if (PeopleLists.IsKnown(marks, mention)
                && (mention.Actor == side && mention.Last < match.First || mention.First > match.First - HeadReach && mention.First < match.Last + 4))
                return true;
        }

        return false;
    }

    private static List<Name> OfSide(List<Name> people, string? side) =>
        side is null ? people : people.FindAll(p => p.Actor is null || p.Actor == side);
}
