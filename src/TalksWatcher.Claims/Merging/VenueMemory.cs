using System.Collections.Immutable;
using TalksWatcher.Claims.Events;
using TalksWatcher.Claims.Events.Answers;
using TalksWatcher.Claims.Events.Meetings;
using TalksWatcher.Claims.Names;

namespace TalksWatcher.Claims.Merging;

/// <summary>Where a report's meetings are held, for those it names without a place. What it keeps of the report is found when first asked for.</summary>
/// <param name="readings">What the report tells itself, without the places filled in.</param>
internal sealed class VenueMemory(List<SentenceContext> report, List<Reading> readings)
{
    private const int OpeningParagraphs = 2;
    private (bool IsKnown, string? Place) main;
    private (bool IsKnown, string? Place) held;

    /// <summary>The tables of meetings ahead with their places; of each the first sentence that tells of it.</summary>
    private List<Slot> Slots => field ??= FindSlots();

    private HashSet<string> GivenUp => field ??= readings
        .Where(r => r is { Kind: ClaimKind.Meeting, Status: ClaimStatus.Postponed or ClaimStatus.Cancelled, Place: not null }).Select(r => r.Place!).ToHashSet(StringComparer.Ordinal);

    /// <summary>For each sentence the place that its paragraph has named, up to it, as where something happens.</summary>
    private OnlyPlace[] NamedBefore => field ??= FindNamed();

    public Reading Fill(Reading reading) =>
        reading is { Kind: ClaimKind.Meeting, Place: null, Background: false } && Where(reading) is { } place ? reading with { Place = place } : reading;

    /// <summary>A finished or running meeting without a place is held where the report's meetings are held, one put off only where it is pointed at; one ahead where it was said to be.</summary>
    private string? Where(Reading reading) => reading switch
    {
        { Status: ClaimStatus.Planned, Certainty: Certainty.Denied } => IsPointedAt(reading) && Told(reading) is { } place && !GivenUp.Contains(place) ? place : null,
        { Status: ClaimStatus.Planned } => reading.Definite || reading.IsVerb ? Told(reading) : null,
        { Level: MeetingLevel.Leaders } or { Topic: CueTopic.Process, Definite: false } or { Status: ClaimStatus.Postponed, Topic: CueTopic.Standstill } => null,
        { Status: ClaimStatus.Concluded } => NamedBefore[reading.Sentence].Name ?? (reading.Paragraph <= OpeningParagraphs && (reading.PartiesNamed || !reading.IsVerb) ? Written() : null) ?? Held(),
        { Status: ClaimStatus.Postponed } => NamedBefore[reading.Sentence].Name ?? (reading is { Definite: true, HasDates: false, Certainty: not Certainty.Denied } ? Main() : null),
        { Status: ClaimStatus.UnderWay or ClaimStatus.Cancelled } => NamedBefore[reading.Sentence].Name ?? Main(),
        _ => null,
    };

    /// <summary>"whether the round takes place"; but not "neither venue nor date is fixed".</summary>
    private static bool IsPointedAt(Reading reading) => reading is { Definite: true, Rule: not AnswerReader.Unsettled };

    /// <summary>The one place of all meetings ahead at such a table; of "the talks", wherever it is told, else so far.</summary>
    private string? Told(Reading reading)
    {
        var only = new OnlyPlace();
        foreach (var slot in Slots)
        {
            if ((reading.Definite || slot.Sentence <= reading.Sentence) && slot.Level == reading.Level && (slot.Parties.IsWithin(reading.Parties) || reading.Parties.IsWithin(slot.Parties)))
                only = only.And(slot.Place);
        }

        return only.Name;
    }

    /// <summary>"GENEVA — The delegations parted": where the report was written, if that is no seat of a party.</summary>
    private string? Written() =>
        report.Count > 0 && report[0].Venues is [{ Mention.Name.IsPartySeat: false }, ..] ? MeetingVenues.Byline(report[0]) : null;

    private List<Slot> FindSlots()
    {
        var slots = new List<Slot>();
        foreach (var reading in readings)
        {
            if (reading is not { Kind: ClaimKind.Meeting, Background: false, Place: { } place, Status: ClaimStatus.Planned or ClaimStatus.Proposed or ClaimStatus.Postponed or ClaimStatus.Cancelled })
                continue;
            var at = 0;
            while (at < slots.Count && !(slots[at].Place == place && slots[at].Level == reading.Level && slots[at].Parties.IsSameAs(reading.Parties)))
                at++;
            if (at == slots.Count)
                slots.Add(new Slot(place, reading.Level, reading.Parties, reading.Sentence));
            else if (reading.Sentence < slots[at].Sentence)
                slots[at] = slots[at] with { Sentence = reading.Sentence };
        }

        return slots;
    }

    private OnlyPlace[] FindNamed()
    {
        var named = new OnlyPlace[report.Count];
        for (var at = 0; at < named.Length; at++)
        {
            if (report[at].BeforeHere is not null)
                named[at] = named[at - 1];
            for (var i = 0; i < report[at].Venues.Count; i++)
            {
                if (report[at].Venues[i] is { Role: VenueRole.Location, Mention: { Kind: not NameKind.Country, Name.IsPartySeat: false } } venue)
                    named[at] = named[at].And(venue.Name);
            }
        }

        return named;
    }

    private string? Main()
    {
        if (!main.IsKnown)
            main = (true, Usual(isAheadToo: true));
        return main.Place;
    }

    private string? Held()
    {
        if (!held.IsKnown)
            held = (true, Usual(isAheadToo: false));
        return held.Place;
    }

    /// <summary>The one place of the report's meetings, those that were to come counting less; where none has a place, the one most named.</summary>
    /// <param name="isAheadToo">Those that are only planned or proposed count at all.</param>
    private string? Usual(bool isAheadToo)
    {
        var seats = Seats();
        var (all, firm, isPlanned) = (new OnlyPlace(), new OnlyPlace(), false);
        foreach (var reading in readings)
        {
            var isAhead = reading.Status is ClaimStatus.Planned or ClaimStatus.Proposed;
            if (reading is not { Kind: ClaimKind.Meeting, Background: false, Level: not MeetingLevel.Leaders, Place: { } place, Status: not ClaimStatus.Rejected } || isAhead && !isAheadToo || seats.Contains(place))
                continue;
            all = all.And(place);
            firm = isAhead ? firm : firm.And(place);
            isPlanned |= reading.Status != ClaimStatus.Proposed;
        }

        return all.IsAnyTold ? firm.Name ?? (isPlanned ? all.Name : null) : MostNamed();
    }

    /// <summary>Capitals of the sides at the table that the report names: rather governments than places.</summary>
    private List<string> Seats()
    {
        var seats = new List<string>();
        foreach (var context in report)
        {
            for (var i = 0; i < context.Venues.Count; i++)
            {
                if (context.Venues[i] is { Mention.Name.IsPartySeat: true } seat && !seats.Contains(seat.Name))
                    seats.Add(seat.Name);
            }
        }

        return seats;
    }

    private string? MostNamed()
    {
        var named = report.SelectMany(c => c.Venues).Where(v => v.Role is VenueRole.Location or VenueRole.Attribute && !v.Mention.Name.IsPartySeat)
            .GroupBy(v => v.Name, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ToList();
        return named.Count > 0 && (named.Count == 1 || named[0].Count() > named[1].Count()) ? named[0].Key : null;
    }

    private readonly record struct Slot(string Place, MeetingLevel? Level, ImmutableSortedSet<string> Parties, int Sentence);
}
