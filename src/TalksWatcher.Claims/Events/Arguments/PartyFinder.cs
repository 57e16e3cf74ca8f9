using System.Collections.Frozen;
using System.Collections.Immutable;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Events.Arguments;

/// <summary>
/// Finds who sits at the table of a meeting, and how high they rank: "Witkoff met the Russian team". What is told nearest to the
/// noun is believed first: its own phrase, its clause, those meant by pronouns, the people of the sentence.
/// </summary>
internal sealed class PartyFinder(Lexicon lexicon, Vocabulary vocabulary)
{
    private const int TrilateralReach = 12;
    private readonly Pattern trilateral = lexicon.Phrases("trilateral-words");

    /// <summary>Three people, where three have just been named.</summary>
    private readonly Pattern allThree = lexicon.Phrases("all-three");
    private readonly Company company = new(lexicon);
    private readonly PartyLists lists = new(lexicon, vocabulary);
    private readonly Participants participants = new(lexicon, vocabulary);
    private readonly EventParties events = new(lexicon, vocabulary);
    private readonly Possessors possessors = new(lexicon, vocabulary);
    private readonly Continuity continuity = new(lexicon, vocabulary);
    private readonly TwoSides twoSides = new(lexicon, vocabulary);
    private readonly RankFinder ranks = new(lexicon);
    private readonly SideSets sets = new(vocabulary);
    private readonly HashSet<string> principals = vocabulary.Principals();
    private readonly HashSet<string> mediators = [.. vocabulary.Mediators];
    private readonly ImmutableSortedSet<string> all = [.. vocabulary.Warring, .. vocabulary.Mediators];

    /// <summary>What makes a table one of the watched war.</summary>
    public WatchedTables Watched { get; } = new(lexicon, vocabulary);

    /// <summary>The sides of the war.</summary>
    public ImmutableSortedSet<string> BothSides { get; } = [.. vocabulary.Warring];

    public Table Find(SentenceContext context, int anchor)
    {
        var listed = lists.Told(context.Marks, anchor);
        var near = listed ?? participants.Near(context, anchor);
        var heads = RankFinder.Heads(sets, context, anchor, near);
        var level = ranks.Of(context, anchor, near, heads.Count);
        var parties = Sides(context.Marks, near, areTold: listed is not null);
        if (possessors.OfTalks(context, anchor) is { } possessor && Met(context.Marks, anchor, near, possessor) is { } partner)
            return new Table([possessor.Actor!, partner.Actor!], possessor.Name.Rank == PersonRank.Leader && partner is { IsPerson: true, Name.Rank: PersonRank.Leader } ? MeetingLevel.Leaders : level);
        if (IsTrilateral(context, anchor))
            return new Table(parties.Count == 3 ? parties : all, level);
        if (level == MeetingLevel.Leaders && heads.Count >= 2)
        {
            if (continuity.Pronoun(context, anchor)?.Actor is { } host)
                heads = heads.Add(host);
            heads = WithBodies(heads, near);
            return new Table(Watched.Principals(heads) >= 2 ? Watched.OnlyPrincipals(heads) : Watched.Principals(parties) >= 2 ? heads.Union(parties) : heads, level);
        }

        if (parties.Count > 0 && possessors.Counterpart(context, anchor) is { } peer)
            parties = sets.With(parties, peer);
        if (parties.Count >= 2 && IsTogether(context.Marks, near, parties))
            return new Table(Speaking(context, anchor, near, parties) is { } voice ? sets.With(parties, voice) : parties, level);
        if (parties.Count == 1 && possessors.Owner(context, anchor) is { } owner && !parties.Contains(owner))
            return new Table(sets.With(parties, owner), level);
        if (parties.Count == 1 && Speaking(context, anchor, near, parties) is { } speaker)
            return new Table(sets.With(parties, speaker), level);
        if (parties.Count == 1 && continuity.Visitors(context, anchor, parties[0]) is { } visitor)
            return new Table(sets.With(parties, visitor), level ?? MeetingLevel.Delegations);
        if (parties.Count == 0 && continuity.Pair(context, anchor) is { Count: 2 } pair)
            return new Table(pair, MeetingLevel.Leaders);
        if (parties.Count <= 1 && twoSides.Of(context) is { Count: 2 } both && (parties.Count == 0 || both.Contains(parties[0])))
            return new Table(both, level);
        if (participants.People(context, anchor) is { Count: >= 2 } people)
            return new Table(people, level);
        if (parties.Count == 0 && context.Marks.Word(anchor - 1) == "the" && context.BeforeHere is { } before && participants.People(before, before.Marks.Tokens.Length) is { Count: >= 2 } met)
            return new Table(met, level);
        return new Table(parties.Count == 1 ? Guests(context, anchor, near, parties) : [], level);
    }

    private ImmutableSortedSet<string> WithBodies(ImmutableSortedSet<string> heads, List<Mention> near)
    {
        foreach (var mention in near)
        {
            if (mention is { Kind: NameKind.Body, Actor: { } actor } && RankFinder.Counts(actor) && mention.Name.Canonical.EndsWith("leaders", StringComparison.Ordinal))
                heads = sets.With(heads, actor);
        }

        return heads;
    }

    /// <param name="areTold">A list says that they meet, whoever they are.</param>
    private ImmutableSortedSet<string> Sides(MarkedSentence marks, List<Mention> near, bool areTold)
    {
        var sides = SideSets.Nobody;
        foreach (var mention in near)
        {
            if (RankFinder.Counts(mention.Actor) && (areTold || principals.Contains(mention.Actor!) || lists.Holds(marks, mention)))
                sides = sets.With(sides, mention.Actor!);
        }

        return sides;
    }

    private Mention? Met(MarkedSentence marks, int anchor, List<Mention> near, Mention possessor) =>
        near.Find(m => m.First > anchor && m.Actor != possessor.Actor && RankFinder.Counts(m.Actor) && company.IsKept(marks, m));

    /// <summary>One side and a mediator sit at one table only where they are named together: "with", "between", "A and B".</summary>
    private bool IsTogether(MarkedSentence marks, List<Mention> near, ImmutableSortedSet<string> parties)
    {
        if (parties.Count != 2 || !mediators.Contains(parties[0]) && !mediators.Contains(parties[1]))
            return true;
        Mention? before = null;
        foreach (var mention in near)
        {
            if (mention.Actor is null || !parties.Contains(mention.Actor))
                continue;
            if (company.IsKept(marks, mention) || before is not null && before.Actor != mention.Actor && Company.AreJoined(marks, before, mention))
                return true;
            before = mention;
        }

        return false;
    }

    /// <summary>"He is to hold talks with Zelenskyy": the one spoken of before and those he meets.</summary>
    private ImmutableSortedSet<string> Guests(SentenceContext context, int anchor, List<Mention> near, ImmutableSortedSet<string> parties) =>
        MeetsOther(context.Marks, anchor, near) && continuity.Subject(context, anchor, isNoun: true, isAnyone: true)?.Actor is { } host && !parties.Contains(host)
            ? sets.With(parties, host)
            : [];

    /// <summary>"The talks with Ukraine and the Americans are on pause, Peskov said": those named by "with" and the speaker's side.</summary>
    private string? Speaking(SentenceContext context, int anchor, List<Mention> near, ImmutableSortedSet<string> met)
    {
        if (!near.Exists(m => met.Contains(m.Actor!) && m.Kind is NameKind.Country or NameKind.Capital or NameKind.Demonym && IsWith(context.Marks, m)) || met.Count > 1 && near.Exists(m => m.First < anchor))
            return null;
        for (var i = 0; i < context.Speakers.Count; i++)
        {
            if (context.Speakers[i].Actor is { } actor && !met.Contains(actor) && principals.Contains(actor))
                return actor;
        }

        return null;
    }

    private static bool IsWith(MarkedSentence marks, Mention mention) =>
        marks.Word(marks.Word(mention.First - 1) == "the" ? mention.First - 2 : mention.First - 1) == "with";

    private bool MeetsOther(MarkedSentence marks, int anchor, List<Mention> near)
    {
        foreach (var mention in near)
        {
            if (mention.First > anchor && company.IsKept(marks, mention))
                return true;
        }

        return false;
    }

    /// <summary>How high those rank who are told of beside the phrase, where the table does not tell.</summary>
    public MeetingLevel? LevelBeside(SentenceContext context, CueRule rule, PatternMatch match) =>
        rule.Venue ? ranks.OfVisitor(context, match) ?? ranks.OfGoing(context) : rule.Level == MeetingLevel.Leaders ? RankFinder.OfMet(context.Marks, match) : rule.Status == ClaimStatus.Rejected ? ranks.OfGoing(context) : null;

    /// <inheritdoc cref="EventParties.OfOutsider"/>
    public Table? OfOutsider(SentenceContext context, int verb) => events.OfOutsider(context, verb);

    /// <summary>For a verb without a noun the whole sentence tells who meets.</summary>
    public Table OfEvent(SentenceContext context, int anchor, Table table)
    {
        var wide = events.Of(context, anchor, table.Level);
        if (wide.Parties.Count == 0 && !Watched.IsTable(table) && continuity.Those(context, anchor) is { Count: > 1 } those)
            return new Table(those, table.Level ?? continuity.LevelOf(context.Before!));
        return wide.Parties.Count < 2 || Watched.IsTable(table) ? wide with { Parties = table.Parties } : wide;
    }

    private bool IsTrilateral(SentenceContext context, int anchor) =>
        context.Marks.Has(trilateral, anchor - TrilateralReach, anchor + TrilateralReach)
        || context.Marks.Has(allThree, anchor - TrilateralReach, anchor + TrilateralReach) && !(context.BeforeHere?.Marks.Mentions.Count(m => m.IsPerson) >= 3);
}
