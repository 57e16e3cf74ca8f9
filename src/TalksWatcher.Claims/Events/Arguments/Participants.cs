using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Events.Arguments;

/// <summary>Who of a sentence may sit at the table that a noun of it names.</summary>
internal sealed class Participants(Lexicon lexicon, Vocabulary vocabulary)
{
    /// <summary>Further after the meeting's noun nobody is named as sitting at it, unless by "with".</summary>
    private const int AfterReach = 16;
    private readonly Company company = new(lexicon);
    private readonly Attendance attendance = new(lexicon, vocabulary);

    /// <summary>Actors of the anchor's clause that may sit at the table; of the whole sentence where the clause has too few.</summary>
    public List<Mention> Near(SentenceContext context, int anchor)
    {
        var (marks, near) = (context.Marks, new List<Mention>());
        foreach (var mention in marks.Mentions)
        {
            if (attendance.MaySit(context, mention)
                && (mention.First - anchor <= AfterReach || company.IsKept(marks, mention) || near.Count > 0 && Company.AreJoined(marks, near[^1], mention)))
                near.Add(mention);
        }

        var clause = marks.Clauses[anchor];
        if (!AreTwoIn(marks, near, clause))
        {
            var more = (byte)(clause + 1);
            if (IsMoreOfIt(marks, more) && AreTwoIn(marks, near, more))
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

    /// <summary>"the meeting in Moscow, where Witkoff talked to Putin": a clause that tells more of it.</summary>
    private static bool IsMoreOfIt(MarkedSentence marks, byte clause) =>
        marks.Clauses.IndexOf(clause) is var first and >= 0 && marks.Word(first) is "where" or "when";

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
