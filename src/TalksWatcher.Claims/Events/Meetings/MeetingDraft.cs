using System.Collections.Frozen;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Events.Meetings;

/// <summary>Makes readings of what is told of meetings.</summary>
internal sealed class MeetingDraft(Lexicon lexicon, MeetingNouns nouns)
{
    private readonly TableSizes sizes = new(lexicon);
    private readonly FrozenSet<string> teamEvents = lexicon.Words("team-events");

    public Reading Of(SentenceContext context, MeetingFacts facts) => new()
    {
        Kind = ClaimKind.Meeting,
        Rule = facts.Rule,
        Topic = facts.Topic,
        Status = facts.Status,
        Certainty = facts.Certainty,
        Level = facts.Table.Level,
        Parties = facts.Table.Parties,
        PartiesNamed = facts.Table.Parties.Count >= 2,
        Seats = sizes.Of(context.Marks, facts.Anchor),
        IsNext = nouns.IsNext(context.Marks, facts.Anchor),
        Place = facts.Place,
        From = facts.From,
        To = facts.To,
        Says = facts.Says,
        IsJourney = facts.IsJourney,
        Resumes = facts.Resumes,
        IsLapsed = facts.IsLapsed,
        IsOfTeams = teamEvents.Contains(context.Marks.Word(facts.Anchor)),
        Definite = nouns.IsDefinite(context.Marks, facts.Anchor) || facts.Status is ClaimStatus.Cancelled or ClaimStatus.Postponed && MeetingNouns.IsThatOne(context.Marks, facts.Anchor),
        IsVerb = !nouns.IsNoun(context.Marks, facts.Anchor),
        Paragraph = context.Paragraph,
        Sentence = context.Index,
        Anchor = facts.Anchor,
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
