using System.Collections.Frozen;
using System.Collections.Immutable;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Events.Arguments;

/// <summary>Who of a sentence may sit at the table that a noun of it names.</summary>
internal sealed class Participants(Lexicon lexicon, Vocabulary vocabulary)
{
    /// <summary>Further after the meeting's noun nobody is named as sitting at it, unless by "with".</summary>
    private const int AfterReach = 16;
    private const int GroupReach = 2;
    private readonly Company company = new(lexicon);
    private readonly Attendance attendance = new(lexicon, vocabulary);
    private readonly Bystanders bystanders = new(lexicon);
    private readonly FrozenSet<string> held = lexicon.Words("held-words");
    private readonly FrozenSet<string> groups = [.. lexicon.Words("team-words"), .. lexicon.Words("officials-words")];
    private readonly HashSet<string> principals = vocabulary.Principals();
    private readonly SideSets sets = new(vocabulary);

    /// <summary>Actors of the anchor's clause that may sit at the table; of the whole sentence where the clause has too few.</summary>
    public List<Mention> Near(SentenceContext context, int anchor)
    {
        var (marks, near) = (context.Marks, new List<Mention>());
        foreach (var mention in marks.Mentions)
        {
            if (attendance.Seated(context, mention) is not { } seated || bystanders.IsOne(marks, anchor, mention))
                continue;
            if (mention.First - anchor <= AfterReach || company.IsKept(marks, mention) || near.Count > 0 && Company.AreJoined(marks, near[^1], mention))
                near.Add(seated);
        }

        var clause = marks.Clauses[anchor];
        if (!AreTwoIn(marks, near, clause))
        {
            var more = (byte)(clause + 1);
            if (IsMoreOfIt(marks, anchor, more) && AreTwoIn(marks, near, more))
                clause = more;
            else if (NamesBothSides(near))
                return near;
        }

        for (var i = near.Count - 1; i >= 0; i--)
        {
            if (marks.Clauses[near[i].First] != clause)
                near.RemoveAt(i);
        }

        return near;
    }

    /// <summary>Those of the whole sentence who act as people: envoys by name, "the Russians", "Ukrainian negotiators".</summary>
    public ImmutableSortedSet<string> People(SentenceContext context, int anchor)
    {
        var people = SideSets.Nobody;
        foreach (var mention in context.Marks.Mentions)
        {
            if (mention.Actor is { } actor && principals.Contains(actor) && attendance.Seated(context, mention) is { } seated && IsOfPeople(context, seated) && !bystanders.IsOne(context.Marks, anchor, mention))
                people = sets.With(people, actor);
        }

        return people;
    }

    private bool IsOfPeople(SentenceContext context, Mention mention) => mention.Kind switch
    {
        NameKind.Demonym => true,
        NameKind.Person or NameKind.Office => !context.IsSpeaker(mention),
        NameKind.Adjective => context.Marks.HasAny(groups, mention.Last + 1, mention.Last + GroupReach),
        _ => false,
    };

    /// <summary>"the meeting in Moscow, where Witkoff talked to Putin", "the talks which they held": a clause that tells more of it.</summary>
    private bool IsMoreOfIt(MarkedSentence marks, int anchor, byte clause)
    {
        var first = marks.Clauses.IndexOf(clause);
        return first >= 0 && (marks.Word(first) is "where" or "when" || first == anchor + 1 && marks.Word(first) == "which" && marks.HasAny(held, first));
    }

    private static bool AreTwoIn(MarkedSentence marks, List<Mention> near, byte clause)
    {
        string? first = null;
        foreach (var mention in near)
        {
            if (marks.Clauses[mention.First] != clause)
                continue;
            if (first is not null && first != mention.Actor)
                return true;
            first = mention.Actor;
        }

        return false;
    }

    private bool NamesBothSides(List<Mention> near)
    {
        for (var i = 0; i < vocabulary.Warring.Count; i++)
        {
            if (!IsNamed(near, vocabulary.Warring[i]))
                return false;
        }

        return true;
    }

    private static bool IsNamed(List<Mention> near, string side)
    {
        foreach (var mention in near)
        {
            if (mention.Actor == side)
                return true;
        }

        return false;
    }
}
