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

    public IEnumerable<Reading> Read(IReadOnlyList<SentenceContext> report)
    {
        var readings = new List<Reading>();
        var signs = report.Select(c => cues.Signs(c.Marks)).ToArray();
        Assault? assault = null;
        foreach (var context in report)
        {
            var before = assault?.Reaches(context) == true ? assault : null;
            var found = Find(context, signs, before);
            readings.AddRange(found);
            assault = found.Count > 0 ? new Assault(found[^1].By!, found[^1].On!, context) : Assaulted(context) ?? assault;
        }

        for (var i = 0; i < readings.Count; i++)
        {
            if (!readings.Exists(r => r.By == readings[i].By && r.Places.Count > 0))
                readings[i] = readings[i] with { Places = places.Around(report[readings[i].Sentence], readings[i].On!) };
        }

        return readings.Where(r => !IsHistory(r, report, signs)).Select(r => waves.Fill(r, report, signs));
    }

    /// <summary>Months ago, by its own date or by that of the sentence before it.</summary>
    private static bool IsHistory(Reading reading, IReadOnlyList<SentenceContext> report, StrikeSigns[] signs)
    {
        var limit = report[0].Published.AddDays(-HistoryDays);
        if (reading.HasDates)
            return reading.To < limit;
        return report[reading.Sentence].BeforeHere is { } before && signs[before.Index].TellsAttack && before.Marks.Times.Count > 0 && before.Marks.Times.TrueForAll(t => t.To < limit);
    }

    /// <summary>One reading for each day that a sentence tells of.</summary>
    private List<Reading> Find(SentenceContext context, StrikeSigns[] signs, Assault? before)
    {
        var found = new List<Reading>();
        var previous = context.Before is { } near && context.Paragraph - near.Paragraph <= 1 ? signs[near.Index] : default;
        foreach (var cue in cues.Find(context, signs[context.Index], previous.TellsAttack && context.BeforeHere is not null, previous.NamesTarget))
        {
            var struck = sides.Find(context, cue) ?? (before is null ? null : (before.By, before.On));
            if (struck is { } both && Interpret(context, cue, both) is { } reading && !found.Exists(r => !reading.HasDates || r.From == reading.From || r.By != reading.By))
                found.Add(reading);
        }

        if (found.Count == 0 && before is not null && losses.At(context.Marks) is { } loss && context.Halt is null && sides.StruckPlace(context) != before.By && IsReal(context, loss))
            found.Add(Told(context, loss, (before.By, before.On), dates.Find(context, loss)));
        return found;
    }

    /// <summary>An attack, whatever it hit.</summary>
    private Assault? Assaulted(SentenceContext context) =>
        losses.AssaultAt(context.Marks) is { } attack && context.Halt is null && IsReal(context, attack) && sides.Attacker(context, attack) is { } by && sides.StruckPlace(context) != by
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
        var clause = marks.Clauses[attack];
        for (var at = 0; at < marks.Tokens.Length; at++)
        {
            if (marks.Clauses[at] == clause && (unreal.Contains(marks.Word(at)) || campaign.Contains(marks.Word(at)) || halting.Contains(marks.Word(at)) && attack > at && attack - at <= HaltReach))
                return false;
        }

        if (marks.Times.Any(t => t.Mention.Role == Times.TimeRole.Since && t.From < context.Published.AddDays(-CampaignDays) && marks.Clauses[t.First] == clause))
            return false;
        if (IsCount(marks, attack) || IsOfOthers(marks, attack) || marks.Word(attack - 1) is "been" or "successfully" && marks.Word(attack).EndsWith("ing", StringComparison.Ordinal))
            return false;
        return !IsCounterfactual(marks, attack) && !cues.IsNone(marks, attack) && groups.Read(marks, attack) is { Negated: false, Aspect: not (Aspect.Future or Aspect.Possible or Aspect.Offered or Aspect.Expected) };
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
    private bool IsOfOthers(MarkedSentence marks, int attack) =>
        marks.Mentions.Exists(m => m is { Kind: NameKind.Country or NameKind.Capital, Actor: { } actor } && !warring.Contains(actor, StringComparer.Ordinal)
            && m.Last < attack && attack - m.Last <= 3 && !notActors.Contains(marks.Word(m.First - 1)));

    private bool HasPlaceOrCount(MarkedSentence marks) =>
        marks.Tokens.Any(t => t.Shape == Text.TokenShape.Number)
        || marks.Mentions.Any(m => m.Kind is NameKind.Place or NameKind.Capital && warring.Contains(m.Actor, StringComparer.Ordinal));
}
