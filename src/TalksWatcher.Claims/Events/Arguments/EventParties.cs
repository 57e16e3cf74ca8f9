using System.Collections.Frozen;
using System.Collections.Immutable;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Text;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Events.Arguments;

/// <summary>Who meets by a verb without a noun: the whole sentence tells it; one who goes to a side's capital meets that side.</summary>
internal sealed class EventParties(Lexicon lexicon, Vocabulary vocabulary)
{
    private const int ObjectReach = 6;
    private const int ItselfReach = 16;
    private readonly Senders senders = new(lexicon);
    private readonly Attendance attendance = new(lexicon, vocabulary);
    private readonly Bystanders bystanders = new(lexicon);
    private readonly Continuity continuity = new(lexicon, vocabulary);
    private readonly RankFinder ranks = new(lexicon);
    private readonly SideSets sets = new(vocabulary);
    private readonly HashSet<string> principals = vocabulary.Principals();
    private readonly HashSet<string> mediators = [.. vocabulary.Mediators];

    /// <param name="level">What is known of their rank.</param>
    public Table Of(SentenceContext context, int anchor, MeetingLevel? level)
    {
        var sides = Acting(context, anchor);
        if (sides.Count == 1 && Away(context) is { } away)
            sides = sets.With(sides, away);
        var subject = sides.Count == 1 ? continuity.Subject(context, anchor - ObjectReach) : null;
        if (subject is not null)
            sides = sets.With(sides, subject.Actor!);
        return new Table(sides, level ?? LevelOf(context, anchor, subject));
    }

    private ImmutableSortedSet<string> Acting(SentenceContext context, int anchor)
    {
        var acting = SideSets.Nobody;
        foreach (var mention in context.Marks.Mentions)
        {
            if (mention.Actor is { } actor && principals.Contains(actor) && (MayAct(context, anchor, mention) || IsSeat(context, mention) || mention.First <= anchor + ObjectReach && senders.IsOne(context.Marks, mention)))
                acting = sets.With(acting, actor);
        }

        if (context.Speakers.Count == 0 || !AreOurselves(context, anchor))
            return acting;
        for (var i = 0; i < context.Speakers.Count; i++)
        {
            if (context.Speakers[i].Actor is { } actor && principals.Contains(actor))
                acting = sets.With(acting, actor);
        }

        return acting;
    }

    /// <summary>"Lukashenko said as he met an American": one who is no party, and those he meets.</summary>
    public Table? OfOutsider(SentenceContext context, int verb)
    {
        if (context.Marks.Word(verb - 1) is not ("he" or "she") || context.Speakers.FirstOrDefault(s => s.IsPerson) is not { Name.Rank: PersonRank.Leader, Actor: { } host } || principals.Contains(host))
            return null;
        var parties = sets.With(SideSets.Nobody, host);
        foreach (var mention in context.Marks.Mentions)
            parties = mention.First > verb && attendance.MaySit(context, mention) ? sets.With(parties, mention.Actor!) : parties;
        return new Table(parties, null);
    }

    private bool MayAct(SentenceContext context, int anchor, Mention mention) =>
        mention.First <= anchor + ObjectReach && attendance.MaySit(context, mention) && !bystanders.IsOne(context.Marks, anchor, mention);

    /// <summary>The mediator in whose country it happens.</summary>
    private string? Away(SentenceContext context)
    {
        for (var i = 0; i < context.Venues.Count; i++)
        {
            if (context.Venues[i] is { Role: not VenueRole.None, Mention.Actor: { } there } && mediators.Contains(there))
                return there;
        }

        return null;
    }

    private MeetingLevel? LevelOf(SentenceContext context, int anchor, Mention? subject)
    {
        if (subject is { Name.Rank: not PersonRank.Leader } || ranks.IsOfOfficials(context.Marks, anchor))
            return MeetingLevel.Delegations;
        if (IsOfEnvoys(context, anchor))
            return MeetingLevel.Delegations;
        return SpeaksLeader(context, anchor) || ActsLeader(context, anchor) ? MeetingLevel.Leaders : null;
    }

    private static bool SpeaksLeader(SentenceContext context, int anchor)
    {
        var (hasSide, hasLeader) = (false, false);
        for (var i = 0; i < context.Speakers.Count; i++)
        {
            hasSide |= context.Speakers[i].Actor is not null;
            hasLeader |= context.Speakers[i].Name.Rank == PersonRank.Leader;
        }

        return hasSide && hasLeader && AreOurselves(context, anchor);
    }

    private bool ActsLeader(SentenceContext context, int anchor)
    {
        foreach (var mention in context.Marks.Mentions)
        {
            if (mention is { IsPerson: true, Name.Rank: PersonRank.Leader, Actor: { } actor } && principals.Contains(actor) && mention.First <= anchor + ObjectReach && !context.IsSpeaker(mention) && attendance.MaySit(context, mention))
                return true;
        }

        return false;
    }

    /// <summary>"Putin will receive the Americans": one leader, and those of the other side are none.</summary>
    private bool IsOfEnvoys(SentenceContext context, int anchor)
    {
        string? side = null;
        foreach (var mention in context.Marks.Mentions)
        {
            if (mention is not { IsPerson: true, Name.Rank: PersonRank.Leader } || !Acts(context, anchor, mention))
                continue;
            if (side is not null && side != mention.Actor)
                return false;
            side = mention.Actor;
        }

        return side is not null && MeetsOthers(context, anchor, side);
    }

    private bool MeetsOthers(SentenceContext context, int anchor, string side)
    {
        foreach (var mention in context.Marks.Mentions)
        {
            if (mention.Actor != side && mention.Kind is NameKind.Demonym or NameKind.Adjective or NameKind.Person or NameKind.Office && Acts(context, anchor, mention))
                return true;
        }

        return false;
    }

    private bool Acts(SentenceContext context, int anchor, Mention mention) =>
        mention.Actor is { } actor && principals.Contains(actor) && !context.IsSpeaker(mention) && MayAct(context, anchor, mention);

    /// <summary>"We will meet", "he will be in Geneva": the speaker's side.</summary>
    private static bool AreOurselves(SentenceContext context, int anchor)
    {
        var marks = context.Marks;
        for (var at = 0; at < anchor && at < marks.Tokens.Length; at++)
        {
            if (marks.Word(at) is "we" or "our" or "i" || marks.Tokens[at] is { Word: "us", Shape: TokenShape.Lower })
                return true;
        }

        return marks.Word(anchor - 2) is "he" or "she" || marks.Word(anchor - 1) is "he" or "she" || IsItself(marks, anchor);
    }

    /// <summary>"Ukraine said it would send a delegation".</summary>
    private static bool IsItself(MarkedSentence marks, int anchor)
    {
        for (var at = anchor - 1; at > 0 && anchor - at <= ItselfReach; at--)
        {
            if (marks.Word(at) == "it" && marks.MentionAt(at - 2) is { Actor: not null } || marks.Word(at) == "it" && marks.Word(at - 1) == "that" && marks.MentionAt(at - 3) is { Actor: not null })
                return true;
        }

        return false;
    }

    private static bool IsSeat(SentenceContext context, Mention mention) => mention.Name.IsPartySeat && context.IsVenue(mention);
}
