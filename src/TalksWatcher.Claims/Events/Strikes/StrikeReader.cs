using System.Collections.Frozen;
using TalksWatcher.Claims.Events.Arguments;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Scope;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Events.Strikes;

/// <summary>Reads attacks on power, heat, gas or oil, and what they did to supply.</summary>
internal sealed class StrikeReader(Lexicon lexicon, NameBook names, DateFinder dates, Vocabulary vocabulary)
{
    /// <summary>What has gone on for longer is a campaign, no attack.</summary>
    private const int CampaignDays = 31;

    private const int HaltReach = 5;

    /// <summary>Older attacks are history.</summary>
    private const int HistoryDays = 60;

    private readonly FrozenSet<string> campaign = lexicon.Words("campaign-words");
    private readonly FrozenSet<string> halting = lexicon.Words("halting-words");
    private readonly FrozenSet<string> unreal = lexicon.Words("unreal-words");
    private readonly FrozenSet<string> governors = lexicon.Words("unreal-governors");
    private readonly FrozenSet<string> counterfactual = lexicon.Words("counterfactual-openers");
    private readonly FrozenSet<string> pointing = lexicon.Words("pointing-words");
    private readonly FrozenSet<string> counting = lexicon.Words("counting-words");
    private readonly FrozenSet<string> notActors = lexicon.Words("not-actor-prepositions");
    private readonly StrikeCues cues = new(lexicon);
    private readonly StrikeSides sides = new(lexicon, names, vocabulary);
    private readonly StrikePlaces places = new(lexicon, names);
    private readonly SupplyLosses losses = new(lexicon);
    private readonly WaveDates waves = new(lexicon);
    private readonly VerbGroupReader groups = new(lexicon);
    private readonly string[] warring = [.. vocabulary.Warring];

    public IReadOnlyList<Reading> Read(List<SentenceContext> report)
    {
        var readings = new List<Reading>();
        var signs = new StrikeSigns[report.Count];
        for (var at = 0; at < signs.Length; at++)
            signs[at] = cues.Signs(report[at].Marks);
        Assault? assault = null;
        foreach (var context in report)
        {
            var before = assault?.Reaches(context) == true ? assault : null;
            var told = readings.Count;
            Find(context, signs, before, readings);
            assault = readings.Count > told ? new Assault(readings[^1].By!, readings[^1].On!, context) : Assaulted(context) ?? assault;
        }

        Place(readings, report);
        return readings.Count == 0 ? [] : Dated(readings, report, signs);
    }

    /// <summary>An attack told without any place is where its mayor says it was: in "the city".</summary>
    private void Place(List<Reading> readings, List<SentenceContext> report)
    {
        for (var i = 0; i < readings.Count; i++)
        {
            var reading = readings[i];
            if (!IsPlaced(readings, reading.By) && places.Around(report[reading.Sentence], reading.On!) is { Count: > 0 } around)
                readings[i] = reading with { Places = around };
        }
    }

    private static bool IsPlaced(List<Reading> readings, string? by)
    {
        foreach (var reading in readings)
        {
            if (reading.By == by && reading.Places.Count > 0)
                return true;
        }

        return false;
    }

    private List<Reading> Dated(List<Reading> readings, List<SentenceContext> report, StrikeSigns[] signs)
    {
        var dated = new List<Reading>(readings.Count);
        foreach (var reading in readings)
        {
            if (!IsHistory(reading, report, signs))
                dated.Add(waves.Fill(reading, report, signs));
        }

        return dated;
    }

    /// <summary>Months ago, by its own date or by that of the sentence before it.</summary>
    private static bool IsHistory(Reading reading, List<SentenceContext> report, StrikeSigns[] signs)
    {
        var limit = report[0].Published.AddDays(-HistoryDays);
        if (reading.HasDates)
            return reading.To < limit;
        return report[reading.Sentence].BeforeHere is { } before && signs[before.Index].TellsAttack && before.Marks.Times.Count > 0 && AreBefore(before.Marks.Times, limit);
    }

    private static bool AreBefore(List<TimeSpot> times, DateOnly limit) => times.TrueForAll(t => t.To < limit);

    /// <summary>One reading for each day that a sentence tells of.</summary>
    private void Find(SentenceContext context, StrikeSigns[] signs, Assault? before, List<Reading> found)
    {
        var first = found.Count;
        var previous = context.Before is { } near && context.Paragraph - near.Paragraph <= 1 ? signs[near.Index] : default;
        var struck = cues.Find(context, signs[context.Index], previous.TellsAttack && context.BeforeHere is not null, previous.NamesTarget);
        for (var i = 0; i < struck.Count; i++)
        {
            var between = sides.Find(context, struck[i]) ?? (before is null ? null : (before.By, before.On));
            if (between is { } both && Interpret(context, struck[i], both) is { } reading && !IsTold(context.Marks, reading, found, first))
                found.Add(reading);
        }

        if (found.Count == first && before is not null && context.Halt is null && losses.At(context.Marks) is { } loss && sides.StruckPlace(context) != before.By && IsReal(context, loss))
            found.Add(Told(context, loss, (before.By, before.On), dates.Find(context, loss)));
    }

    /// <summary>Its day, or that side's attack, is told by its sentence already, and not in a part of its own.</summary>
    /// <param name="first">The first that the sentence tells.</param>
    private static bool IsTold(MarkedSentence marks, Reading reading, List<Reading> found, int first)
    {
        for (var at = first; at < found.Count; at++)
        {
            var isApart = found[at].By != reading.By && StrikeSides.AreApart(marks, found[at].Anchor, reading.Anchor);
            if (!isApart && (!reading.HasDates || found[at].From == reading.From || found[at].By != reading.By))
                return true;
        }

        return false;
    }

    /// <summary>An attack, whatever it hit.</summary>
    private Assault? Assaulted(SentenceContext context) =>
        context.Halt is null && losses.AssaultAt(context.Marks) is { } attack && IsReal(context, attack) && sides.Attacker(context, attack) is { } by && sides.StruckPlace(context) != by
            ? new Assault(by, sides.Other(by), context)
            : null;

    private Reading? Interpret(SentenceContext context, StrikeCue cue, (string By, string On) found)
    {
        var marks = context.Marks;
        if (!IsReal(context, cue.At))
            return null;
        var time = dates.Find(context, cue.At);
        if (time is null && context.Paragraph > 1 && !HasPlaceOrCount(marks) && !groups.Read(marks, cue.At).IsPast)
            return null;
        return Told(context, cue.At, found, time);
    }

    /// <summary>"had been restored by Saturday": a limit without a beginning is no day of an attack.</summary>
    private Reading Told(SentenceContext context, int attack, (string By, string On) sides, TimeSpot? time) => new()
    {
        Kind = ClaimKind.EnergyStrike,
        Rule = "EnergyStruck",
        By = sides.By,
        On = sides.On,
        Places = places.In(context, sides.On),
        From = time?.From,
        To = time?.From is null ? null : time.To,
        Paragraph = context.Paragraph,
        Sentence = context.Index,
        Anchor = attack,
    };

    /// <summary>Told as done, not as planned, feared or going on in general.</summary>
    private bool IsReal(SentenceContext context, int attack)
    {
        var marks = context.Marks;
        if (marks.Word(marks.Tokens.Length - 1) == "?")
            return false;
        var clause = marks.Clauses[attack];
        for (var at = 0; at < marks.Tokens.Length; at++)
        {
            if (marks.Clauses[at] == clause && (unreal.Contains(marks.Word(at)) || campaign.Contains(marks.Word(at)) || halting.Contains(marks.Word(at)) && attack > at && attack - at <= HaltReach))
                return false;
        }

        if (IsOngoing(context, clause) || marks.Word(attack - 1) == "to" && governors.Contains(marks.Word(attack - 2)) || IsCount(marks, attack) || IsOfOthers(marks, attack) || marks.Word(attack - 1) is "been" or "successfully" && marks.Word(attack).EndsWith("ing", StringComparison.Ordinal))
            return false;
        return !IsCounterfactual(marks, attack) && !cues.IsNone(marks, attack) && groups.Read(marks, attack) is { Negated: false, Aspect: not (Aspect.Future or Aspect.Possible or Aspect.Offered or Aspect.Expected) };
    }

    /// <summary>"since the spring": for longer than an attack.</summary>
    private static bool IsOngoing(SentenceContext context, int clause)
    {
        foreach (var time in context.Marks.Times)
        {
            if (time.Mention.Role == Times.TimeRole.Since && time.From < context.Published.AddDays(-CampaignDays) && context.Marks.Clauses[time.First] == clause)
                return true;
        }

        return false;
    }

    /// <summary>"had the drone hit the compressor": it did not.</summary>
    private bool IsCounterfactual(MarkedSentence marks, int attack)
    {
        var first = attack;
        while (first > 0 && marks.Clauses[first - 1] == marks.Clauses[attack])
            first--;
        return counterfactual.Contains(marks.Word(first));
    }

    /// <summary>"It was the third attack within a week": those told of already.</summary>
    private bool IsCount(MarkedSentence marks, int attack) =>
        pointing.Contains(marks.Word(0)) && marks.HasAny(counting, attack - 3, attack - 1);

    /// <summary>"Lithuania has sent transformers": no side of the war acts.</summary>
    private bool IsOfOthers(MarkedSentence marks, int attack)
    {
        foreach (var mention in marks.Mentions)
        {
            if (mention is { Kind: NameKind.Country or NameKind.Capital, Actor: not null } && !IsWarring(mention)
                && mention.Last < attack && attack - mention.Last <= 3 && !notActors.Contains(marks.Word(mention.First - 1)))
                return true;
        }

        return false;
    }

    private bool HasPlaceOrCount(MarkedSentence marks)
    {
        foreach (var token in marks.Tokens)
        {
            if (token.Shape == Text.TokenShape.Number)
                return true;
        }

        foreach (var mention in marks.Mentions)
        {
            if (mention.Kind is NameKind.Place or NameKind.Capital && IsWarring(mention))
                return true;
        }

        return false;
    }

    private bool IsWarring(Mention mention) => warring.Contains(mention.Actor, StringComparer.Ordinal);
}
