using System.Collections.Frozen;
using System.Collections.Immutable;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Text;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Events.Arguments;

/// <summary>Who sits at the table, and how high they rank.</summary>
/// <param name="Parties">Two or more, or empty where the sentence does not tell.</param>
internal sealed record Table(ImmutableSortedSet<string> Parties, MeetingLevel? Level);

internal sealed class PartyFinder(Lexicon lexicon, Vocabulary vocabulary)
{
    private const int ObjectReach = 6;
    private const int SeparateReach = 12;

    /// <summary>Further after the meeting's noun nobody is named as sitting at it, unless by "with".</summary>
    private const int AfterReach = 16;
    private readonly Pattern trilateral = lexicon.Phrases("trilateral-words");
    private readonly FrozenSet<string> topics = lexicon.Words("peace-topics");
    private readonly FrozenSet<string> teams = lexicon.Words("team-words");
    private readonly PartyLists lists = new(lexicon, vocabulary);
    private readonly Attendance attendance = new(lexicon, vocabulary);
    private readonly Continuity continuity = new(lexicon, vocabulary);
    private readonly RankFinder ranks = new(lexicon);
    private readonly HashSet<string> principals = [.. vocabulary.Warring, .. vocabulary.Mediators, "EU"];
    private readonly HashSet<string> mediators = [.. vocabulary.Mediators];
    private readonly ImmutableSortedSet<string> all = [.. vocabulary.Warring, .. vocabulary.Mediators];

    /// <summary>The sides of the war.</summary>
    public ImmutableSortedSet<string> BothSides { get; } = [.. vocabulary.Warring];

    public Table Find(SentenceContext context, int anchor)
    {
        var near = lists.Between(context.Marks, anchor) is { Count: > 1 } sides ? sides : Near(context, anchor);
        var people = near.Where(m => m.IsPerson && m.Name.Rank == PersonRank.Leader && Counts(m.Actor)).ToList();
        if (people.Where(m => !context.IsSpeaker(m)).Select(m => m.Actor).Distinct(StringComparer.Ordinal).Count() >= 2)
            people.RemoveAll(m => context.IsSpeaker(m) && (m.First > anchor || near.Any(o => o.First > m.Last && o.First < anchor)));
        var heads = people.Select(m => m.Actor!).Distinct(StringComparer.Ordinal).ToImmutableSortedSet(StringComparer.Ordinal);
        var level = ranks.Of(context, anchor, near, heads);
        var parties = near.Where(m => Counts(m.Actor) && (principals.Contains(m.Actor!) || lists.Holds(context.Marks, m)))
            .Select(m => m.Actor!).ToImmutableSortedSet(StringComparer.Ordinal);
        if (continuity.Possessor(context, anchor) is { } possessor && near.Find(m => m.First > anchor && m.Actor != possessor.Actor && Counts(m.Actor) && Company.IsKept(context.Marks, m)) is { } met)
            return new Table([possessor.Actor!, met.Actor!], possessor.Name.Rank == PersonRank.Leader && met is { IsPerson: true, Name.Rank: PersonRank.Leader } ? MeetingLevel.Leaders : level);
        if (IsTrilateral(context, anchor))
            return new Table(parties.Count == 3 ? parties : all, level);
        if (level == MeetingLevel.Leaders && heads.Count >= 2)
        {
            if (continuity.Pronoun(context, anchor)?.Actor is { } host)
                heads = heads.Add(host);
            heads = heads.Union(near.Where(m => m.Kind == NameKind.Body && m.Actor is not null && Counts(m.Actor) && m.Name.Canonical.EndsWith("leaders", StringComparison.Ordinal)).Select(m => m.Actor!));
            return new Table(heads.Count(principals.Contains) >= 2 ? heads.Intersect(principals) : parties.Count(principals.Contains) >= 2 ? heads.Union(parties) : heads, level);
        }

        if (parties.Count > 0 && continuity.Counterpart(context, anchor) is { } peer)
            parties = parties.Add(peer);
        if (parties.Count >= 2 && IsTogether(context.Marks, near, parties))
            return new Table(parties, level);
        if (parties.Count == 1 && continuity.Owner(context, anchor) is { } owner && !parties.Contains(owner))
            return new Table(parties.Add(owner), level);
        if (parties.Count == 1 && continuity.Visitors(context, anchor, parties[0]) is { } visitor)
            return new Table(parties.Add(visitor), level ?? MeetingLevel.Delegations);
        if (parties.Count == 0 && continuity.Pair(context, anchor) is { Count: 2 } pair)
            return new Table(pair, MeetingLevel.Leaders);
        if (parties.Count == 0 && continuity.Sides(context) is { Count: 2 } both)
            return new Table(both, level);
        return new Table(parties.Count == 1 ? Guests(context, anchor, near, parties) : [], level);
    }

    /// <summary>One side and a mediator sit at one table only where they are named together: "with", "between", "A and B".</summary>
    private bool IsTogether(MarkedSentence marks, List<Mention> near, ImmutableSortedSet<string> parties)
    {
        if (parties.Count != 2 || !parties.Any(mediators.Contains))
            return true;
        var named = near.Where(m => m.Actor is { } actor && parties.Contains(actor)).ToList();
        return named.Exists(m => Company.IsKept(marks, m)) || named.Zip(named.Skip(1)).Any(p => p.First.Actor != p.Second.Actor && Company.AreJoined(marks, p.First, p.Second));
    }

    /// <summary>"meet the Russian and Ukrainian teams separately": the mediator's table with each.</summary>
    public IReadOnlyList<ImmutableSortedSet<string>> Separate(MarkedSentence marks, int anchor, Table table)
    {
        var mediator = table.Parties.FirstOrDefault(mediators.Contains);
        if (mediator is null || table.Parties.Count < 3 || !Enumerable.Range(Math.Max(0, anchor - SeparateReach), 2 * SeparateReach).Any(at => marks.Word(at) is "separately" or "separate"))
            return [];
        return [.. table.Parties.Where(vocabulary.Warring.Contains).Select(side => ImmutableSortedSet.Create(StringComparer.Ordinal, side, mediator))];
    }

    /// <summary>"He is to hold talks with Zelenskyy": the one spoken of before and those he meets.</summary>
    private ImmutableSortedSet<string> Guests(SentenceContext context, int anchor, List<Mention> near, ImmutableSortedSet<string> parties) =>
        near.Exists(m => m.First > anchor && Company.IsKept(context.Marks, m)) && continuity.Subject(context, anchor, isNoun: true, isAnyone: true)?.Actor is { } host && !parties.Contains(host)
            ? parties.Add(host)
            : [];

    /// <summary>"Erdogan proposed bringing Putin and Zelenskyy together": who offers a meeting of others does not sit at it.</summary>
    public Table WithoutHost(SentenceContext context, int head, Table table)
    {
        if (table.Parties.Count(principals.Contains) < 2 || table.Parties.All(principals.Contains))
            return table;
        var hosts = context.Marks.Mentions.Where(m => m.Last < head && m.Actor is { } actor && !principals.Contains(actor)).Select(m => m.Actor!);
        return table with { Parties = table.Parties.Except(hosts) };
    }

    /// <summary>How high those rank who are told of beside the phrase, where the table does not tell.</summary>
    public MeetingLevel? LevelBeside(SentenceContext context, CueRule rule, PatternMatch match) =>
        rule.Venue ? ranks.OfVisitor(context, match) : rule.Level == MeetingLevel.Leaders ? RankFinder.OfMet(context.Marks, match) : null;

    /// <summary>Whether those named can make a meeting on the watched war.</summary>
    public bool IsTable(Table table) => table.Parties.Count >= 2 && vocabulary.Warring.Any(table.Parties.Contains);

    public bool HasBothSides(Table table) => vocabulary.Warring.All(table.Parties.Contains);

    /// <summary>A table without a side of the war is no meeting on it; that of one leader with a country that is no party is one where they talk of it.</summary>
    public bool IsForeign(MarkedSentence marks, Table table, bool isFirm) =>
        table.Parties.Count >= 2 && (!IsTable(table) || table.Parties.Count == 2 && !table.Parties.All(principals.Contains) && !(isFirm && table.Level == MeetingLevel.Leaders && marks.Tokens.Any(t => topics.Contains(t.Word))));

    /// <summary>For a verb without a noun the whole sentence tells who meets; one who goes to a side's capital meets that side.</summary>
    public Table OfEvent(SentenceContext context, int anchor, Table table)
    {
        var wide = context.Marks.Mentions.Where(m => m.First <= anchor + ObjectReach && attendance.MaySit(context, m) || IsSeat(context, m))
            .Select(m => m.Actor!).Concat(Ourselves(context, anchor)).Concat(Senders(context.Marks, anchor)).Where(principals.Contains).ToImmutableSortedSet(StringComparer.Ordinal);
        if (wide.Count == 1 && context.Venues.FirstOrDefault(v => v.Role != VenueRole.None && v.Mention.Actor is { } there && mediators.Contains(there)) is { } away)
            wide = wide.Add(away.Mention.Actor!);
        var subject = wide.Count == 1 ? continuity.Subject(context, anchor - ObjectReach) : null;
        if (subject is not null)
            wide = wide.Add(subject.Actor!);
        return new Table(IsTable(table) || wide.Count < 2 ? table.Parties : wide, table.Level ?? LevelOfEvent(context, anchor, subject));
    }

    private MeetingLevel? LevelOfEvent(SentenceContext context, int anchor, Mention? subject)
    {
        if (subject is { Name.Rank: not PersonRank.Leader } || ranks.IsOfOfficials(context.Marks, anchor))
            return MeetingLevel.Delegations;
        if (IsOfEnvoys(context, anchor))
            return MeetingLevel.Delegations;
        var isOfLeader = Ourselves(context, anchor).Any() && context.Speakers.Any(s => s.Name.Rank == PersonRank.Leader)
            || context.Marks.Mentions.Exists(m => m is { IsPerson: true, Name.Rank: PersonRank.Leader, Actor: { } actor } && principals.Contains(actor) && m.First <= anchor + ObjectReach && !context.IsSpeaker(m));
        return isOfLeader ? MeetingLevel.Leaders : null;
    }

    /// <summary>"Putin will receive the Americans": one leader, and those of the other side are none.</summary>
    private bool IsOfEnvoys(SentenceContext context, int anchor)
    {
        var near = context.Marks.Mentions.Where(m => m.First <= anchor + ObjectReach && attendance.MaySit(context, m) && principals.Contains(m.Actor!) && !context.IsSpeaker(m)).ToList();
        var leaders = near.Where(m => m is { IsPerson: true, Name.Rank: PersonRank.Leader }).Select(m => m.Actor).ToHashSet(StringComparer.Ordinal);
        return leaders.Count == 1 && near.Exists(m => !leaders.Contains(m.Actor) && m.Kind is NameKind.Demonym or NameKind.Adjective or NameKind.Person or NameKind.Office);
    }

    /// <summary>"Trump's envoys are heading to Moscow": the side whose people go.</summary>
    private IEnumerable<string> Senders(MarkedSentence marks, int anchor) =>
        marks.Mentions.Where(m => m is { IsPerson: true, Actor: not null } && m.First < anchor && marks.Word(m.Last + 1) == "'s"
            && Enumerable.Range(m.Last + 2, 3).Any(at => marks.Word(at) is "envoys" or "emissaries" or "aides" or "advisers" || teams.Contains(marks.Word(at)))).Select(m => m.Actor!);

    /// <summary>"We will meet", "he will be in Geneva": the speaker's side.</summary>
    private static IEnumerable<string> Ourselves(SentenceContext context, int anchor) =>
        context.Marks.Tokens.Take(anchor).Any(t => t.Word is "we" or "our" or "i" || t is { Word: "us", Shape: TokenShape.Lower }) || context.Marks.Word(anchor - 2) is "he" or "she" || context.Marks.Word(anchor - 1) is "he" or "she" || IsItself(context.Marks, anchor) ? context.Speakers.Select(s => s.Actor).OfType<string>() : [];

    /// <summary>"Ukraine said it would send a delegation".</summary>
    private static bool IsItself(MarkedSentence marks, int anchor)
    {
        for (var at = anchor - 1; at > 0 && anchor - at <= AfterReach; at--)
        {
            if (marks.Word(at) == "it" && marks.MentionAt(at - 2) is { Actor: not null } || marks.Word(at) == "it" && marks.Word(at - 1) == "that" && marks.MentionAt(at - 3) is { Actor: not null })
                return true;
        }

        return false;
    }

    private static bool IsSeat(SentenceContext context, Mention mention) => mention.Name.IsPartySeat && context.IsVenue(mention);

    private static bool Counts(string? actor) => actor is not (null or "NATO" or "UN");

    private bool IsTrilateral(SentenceContext context, int anchor) => context.Marks.First(trilateral, anchor - 12, anchor + 12) is not null;

    /// <summary>Actors of the anchor's clause that may sit at the table; of the whole sentence where the clause has too few.</summary>
    private List<Mention> Near(SentenceContext context, int anchor)
    {
        var clause = context.Marks.Clauses[anchor];
        var candidates = new List<Mention>();
        foreach (var mention in context.Marks.Mentions.Where(m => attendance.MaySit(context, m)))
        {
            if (mention.First - anchor <= AfterReach || Company.IsKept(context.Marks, mention) || candidates.Count > 0 && Company.AreJoined(context.Marks, candidates[^1], mention))
                candidates.Add(mention);
        }

        var inClause = candidates.Where(m => context.Marks.Clauses[m.First] == clause).ToList();
        if (Distinct(inClause) < 2 && Related(context.Marks, clause, candidates) is { } related)
            return related;
        return Distinct(inClause) >= 2 || !vocabulary.Warring.All(w => candidates.Any(m => m.Actor == w)) ? inClause : candidates;
    }

    /// <summary>"the meeting in Moscow, where Witkoff talked to Putin": those of the clause that tells more of it.</summary>
    private static List<Mention>? Related(MarkedSentence marks, byte clause, List<Mention> candidates)
    {
        var first = Array.LastIndexOf(marks.Clauses, clause) + 1;
        if (marks.Word(first) is not ("where" or "when"))
            return null;
        var related = candidates.FindAll(m => marks.Clauses[m.First] == clause + 1);
        return Distinct(related) >= 2 ? related : null;
    }

    private static int Distinct(List<Mention> mentions) => mentions.Select(m => m.Actor).Distinct(StringComparer.Ordinal).Count();
}
