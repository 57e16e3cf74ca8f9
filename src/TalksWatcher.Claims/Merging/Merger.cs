using System.Collections.Immutable;
using TalksWatcher.Claims.Events;
using TalksWatcher.Claims.Names;

namespace TalksWatcher.Claims.Merging;

/// <summary>Joins the readings of one report that speak of the same thing, as they come.</summary>
internal sealed class Merger(NameBook book)
{
    /// <summary>More sentences than a reader would check are no better evidence.</summary>
    private const int MostSupport = 12;

    /// <summary>A meeting recalled by its year alone cannot be told from others of that year.</summary>
    private const int MostRecalledDays = 300;

    /// <summary>No report tells of so many things; each is compared with all.</summary>
    private const int MostMerged = 500;

    private readonly List<Merged> merged = [];

    public void Add(Reading reading)
    {
        var at = 0;
        while (at < merged.Count && !IsSame(merged[at].Reading, reading))
            at++;
        if (at < merged.Count)
            merged[at] = Join(merged[at], reading);
        else if (at < MostMerged)
            merged.Add(new Merged(reading, [reading.Sentence]));
    }

    public List<Merged> Finish()
    {
        merged.RemoveAll(m => IsVague(m.Reading) || IsPast(m.Reading));
        RemoveOutlines();
        if (merged.Exists(m => m.Reading.Status == ClaimStatus.UnderWay))
            RemoveSittings();
        for (var at = 0; at < merged.Count; at++)
            merged[at] = Successions.Link(merged[at], merged);
        return merged;
    }

    /// <summary>"with an understanding that they will meet again": neither where nor when, while another plan tells it.</summary>
    private void RemoveOutlines()
    {
        for (var at = merged.Count - 1; at >= 0; at--)
        {
            var reading = merged[at].Reading;
            if (IsOutline(reading) && merged.Exists(o => IsSlotOf(o.Reading, reading)))
                merged.RemoveAt(at);
        }
    }

    private static bool IsOutline(Reading reading) =>
        reading is { Kind: ClaimKind.Meeting, Status: ClaimStatus.Planned, Certainty: Certainty.Stated, Place: null, HasDates: false, IsVerb: true };

    private static bool IsSlotOf(Reading slot, Reading outline) =>
        slot is { Kind: ClaimKind.Meeting, Status: ClaimStatus.Planned, Certainty: not Certainty.Denied, Background: false, HasDates: true } && LevelsAgree(slot, outline) && PartiesAgree(slot, outline);

    /// <summary>"got under way at eight and was over after 40 minutes": what is over is not under way.</summary>
    private void RemoveSittings()
    {
        var over = merged.FindAll(m => m.Reading is { Status: ClaimStatus.Concluded, Background: false, Certainty: Certainty.Stated });
        merged.RemoveAll(m => m.Reading.Status == ClaimStatus.UnderWay && over.Exists(o => IsSitting(m.Reading, o.Reading)));
    }

    /// <summary>Whom an envoy met on an earlier day says nothing of the teams.</summary>
    private static bool IsPast(Reading reading) => reading is { Kind: ClaimKind.Delegation, Topic: CueTopic.Presence, Background: true };

    /// <summary>A finished meeting with neither place nor date ("several rounds") is no claim, nor one recalled that lacks either.</summary>
    private static bool IsVague(Reading reading) =>
        reading is { Kind: ClaimKind.Meeting, Status: ClaimStatus.Concluded }
        && (reading.Background ? reading.Place is null || !reading.HasDates || Width(reading) > MostRecalledDays : reading.Place is null && (!reading.HasDates || Width(reading) > 31));

    private static bool IsSitting(Reading running, Reading over) =>
        over.HasDates && running.Place == over.Place && running.Level == over.Level && running.Parties.IsSameAs(over.Parties) && DatesMeet(running, over, 0);

    private bool IsSame(Reading one, Reading other) => one.Kind == other.Kind && one.Kind switch
    {
        ClaimKind.Delegation => one.Party == other.Party && one.Person == other.Person && one.Role == other.Role,
        ClaimKind.EnergyStrike => one.By == other.By && one.On == other.On && DatesMeet(one, other, 0),
        ClaimKind.EnergyTruce => one.Status == other.Status && one.Certainty == other.Certainty && (one.Parties.IsSameAs(other.Parties) || (one.Certainty == Certainty.Possible || !one.PartiesNamed || !other.PartiesNamed) && PartiesAgree(one, other)),
        _ => one.Status == other.Status && !AreRivals(one, other) && !IsRecalled(one, other) && Assertions.AreAsSure(one, other) && (one.IsPlaceGuessed || other.IsPlaceGuessed || PlacesAgree(one.Place, other.Place)) && DatesMeet(one, other, one.Status == ClaimStatus.UnderWay ? 1 : 0)
            && (IsOnePlace(one, other) || LevelsAgree(one, other) && PartiesAgree(one, other)),
    };

    /// <summary>An offer of one and a bid by another to come elsewhere are two, though only one of them names a place.</summary>
    private static bool AreRivals(Reading one, Reading other) =>
        one.Status is ClaimStatus.Proposed or ClaimStatus.Rejected && one.Place is null != other.Place is null
        && one.Sentence != other.Sentence && (IsReadiness(one) && IsVenue(other) || IsReadiness(other) && IsVenue(one))
        || one.Status is ClaimStatus.Proposed or ClaimStatus.Rejected && one.Place is null != other.Place is null && one.Says.Count > 0 && other.Says.Count > 0 && !Assertions.ShareVoice(one, other);

    /// <summary>What is recalled and what is new are two, unless both are said to be at a place.</summary>
    private static bool IsRecalled(Reading one, Reading other) =>
        one.Background != other.Background && one.Status switch
        {
            ClaimStatus.Concluded => one.Place is null || other.Place is null,
            ClaimStatus.Proposed or ClaimStatus.Rejected => one.Place is null != other.Place is null,
            _ => false,
        };

    private static bool IsReadiness(Reading reading) => reading is { Topic: CueTopic.Readiness, Place: null };

    private static bool IsVenue(Reading reading) => reading.Topic == CueTopic.Venue;

    private bool PlacesAgree(string? one, string? other) => one is null || other is null || book.Agree(one, other);

    /// <summary>Said of one place, a table that only one of them names does not part them.</summary>
    private static bool IsOnePlace(Reading one, Reading other) =>
        one.Place is not null && one.Place == other.Place && (!one.PartiesNamed || !other.PartiesNamed || PartiesAgree(one, other));

    private static bool LevelsAgree(Reading one, Reading other) => one.Level is null || other.Level is null || one.Level == other.Level;

    private static bool PartiesAgree(Reading one, Reading other) =>
        one.Parties.Count < 2 && one.Kind == ClaimKind.Meeting || other.Parties.Count < 2 && one.Kind == ClaimKind.Meeting || one.Parties.IsWithin(other.Parties) || other.Parties.IsWithin(one.Parties);

    private static bool DatesMeet(Reading one, Reading other, int slack)
    {
        if (!one.HasDates || !other.HasDates)
            return true;
        var (from, to) = (one.From ?? one.To!.Value, one.To ?? DateOnly.MaxValue.AddDays(-9));
        var (from2, to2) = (other.From ?? other.To!.Value, other.To ?? DateOnly.MaxValue.AddDays(-9));
        return from <= to2.AddDays(slack) && from2 <= to.AddDays(slack);
    }

    private Merged Join(Merged merged, Reading other)
    {
        var one = merged.Reading;
        var narrower = Narrower(one, other);
        return new Merged(
            one with
            {
                Certainty = Assertions.Joined(one, other),
                Place = one.Place is null || other.Place is not null && (one.IsPlaceGuessed || book.LiesIn(other.Place, one.Place)) ? other.Place ?? one.Place : one.Place,
                IsPlaceGuessed = one.IsPlaceGuessed && (other.Place is null || other.IsPlaceGuessed),
                Places = Union(one.Places, other.Places),
                Level = one.Level ?? other.Level,
                Parties = Fuller(one, other).Parties,
                PartiesNamed = one.PartiesNamed || other.PartiesNamed,
                From = narrower.From,
                To = narrower.To,
                Outcome = one.Outcome ?? other.Outcome,
                Via = one.Via ?? other.Via,
                Replaces = one.Replaces ?? other.Replaces,
                Says = Union(one.Says, other.Says),
                Background = one.Background && other.Background || one.IsOld || other.IsOld,
                IsOld = one.IsOld || other.IsOld,
            },
            merged.Support.Length < MostSupport ? merged.Support.Add(other.Sentence) : merged.Support);
    }

    private static ValueList<string> Union(ValueList<string> one, ValueList<string> other)
    {
        for (var i = 0; i < other.Count; i++)
            one = one.Contains(other[i]) ? one : one.With(other[i]);
        return one;
    }

    /// <summary>Named parties outweigh those taken from elsewhere in the report.</summary>
    private static Reading Fuller(Reading one, Reading other) =>
        one.PartiesNamed != other.PartiesNamed ? (one.PartiesNamed ? one : other) : one.Parties.Count >= other.Parties.Count ? one : other;

    private static Reading Narrower(Reading one, Reading other)
    {
        if (!other.HasDates || !one.HasDates)
            return one.HasDates ? one : other;
        return Width(other) < Width(one) ? other : one;
    }

    private static int Width(Reading reading) =>
        reading is { From: { } from, To: { } to } ? to.DayNumber - from.DayNumber : 10_000;
}

/// <param name="Support">The sentences that say it, as they came.</param>
internal readonly record struct Merged(Reading Reading, ImmutableArray<int> Support);
