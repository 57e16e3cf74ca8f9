using System.Collections.Frozen;
using TalksWatcher.Claims.Events.Arguments;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Events.Meetings;

/// <summary>What every reading of a meeting starts from.</summary>
internal sealed class MeetingDraft(Lexicon lexicon, MeetingNouns nouns)
{
    private readonly FrozenSet<string> teamEvents = lexicon.Words("team-events");

    /// <param name="anchor">Token of the meeting's noun or verb.</param>
    public Reading Of(SentenceContext context, string rule, int anchor, ClaimStatus status, Table table, TimeSpot? time) => new()
    {
        Kind = ClaimKind.Meeting,
        Rule = rule,
        Status = status,
        Level = table.Level,
        Parties = table.Parties,
        PartiesNamed = table.Parties.Count >= 2,
        From = time?.From,
        To = time?.To,
        IsOfTeams = teamEvents.Contains(context.Marks.Word(anchor)),
        Definite = nouns.IsDefinite(context.Marks, anchor),
        IsVerb = !nouns.IsNoun(context.Marks, anchor),
        Paragraph = context.Paragraph,
        Sentence = context.Index,
        Anchor = anchor,
    };

    /// <summary>One reading for each place.</summary>
    /// <param name="reading">That of the first place.</param>
    public static IReadOnlyList<Reading> InEach(IReadOnlyList<string> places, Reading reading)
    {
        if (places.Count <= 1)
            return [reading];
        var readings = new List<Reading>(places.Count) { reading };
        for (var i = 1; i < places.Count; i++)
            readings.Add(reading with { Place = places[i] });
        return readings;
    }
}
