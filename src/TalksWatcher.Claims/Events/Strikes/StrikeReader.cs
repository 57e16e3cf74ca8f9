using TalksWatcher.Claims.Events.Arguments;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Events.Strikes;

/// <summary>Reads attacks on power, heat, gas or oil, and what they did to supply.</summary>
internal sealed class StrikeReader
{
    private readonly StrikeCues cues;
    private readonly StrikeSides sides;
    private readonly StrikePlaces places;
    private readonly StrikeFactuality factuality;
    private readonly SupplyLosses losses;
    private readonly WaveDates waves;
    private readonly DateFinder dates;

    public StrikeReader(Lexicon lexicon, NameBook names, DateFinder dates, Vocabulary vocabulary)
    {
        this.dates = dates;
        cues = new StrikeCues(lexicon);
        sides = new StrikeSides(lexicon, names, vocabulary);
        places = new StrikePlaces(lexicon, names);
        factuality = new StrikeFactuality(lexicon, cues, sides);
        losses = new SupplyLosses(lexicon);
        waves = new WaveDates(lexicon);
    }

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

        places.Fill(readings, report);
        return readings.Count == 0 ? [] : waves.Fill(readings, report, signs);
    }

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

        if (found.Count == first && before is not null && context.Halt is null && losses.At(context.Marks) is { } loss && sides.StruckPlace(context) != before.By && factuality.IsReal(context, loss))
            found.Add(Told(context, loss, (before.By, before.On), dates.Find(context, loss)));
    }

    /// <summary>Its day, or that side's attack, is told by its sentence already, and not in a part of its own.</summary>
    /// <param name="first">The first that the sentence tells.</param>
    private static bool IsTold(MarkedSentence marks, Reading reading, List<Reading> found, int first)
    {
        for (var at = first; at < found.Count; at++)
        {
            var isApart = found[at].By != reading.By && (StrikeSides.AreApart(marks, found[at].Anchor, reading.Anchor) || AreTurns(marks, found[at], reading));
            if (!isApart && (!reading.HasDates || found[at].From == reading.From || found[at].By != reading.By))
                return true;
        }

        return false;
    }

    /// <summary>"hit a refinery on Thursday, and on Friday the Russians responded with": each side's on its own day.</summary>
    private static bool AreTurns(MarkedSentence marks, Reading one, Reading other) =>
        one.HasDates && other.HasDates && one.From != other.From && marks.Clauses[one.Anchor] != marks.Clauses[other.Anchor];

    /// <summary>An attack, whatever it hit.</summary>
    private Assault? Assaulted(SentenceContext context) =>
        context.Halt is null && losses.AssaultAt(context.Marks) is { } attack && factuality.IsReal(context, attack) && sides.Attacker(context, attack) is { } by && sides.StruckPlace(context) != by
            ? new Assault(by, sides.Other(by), context)
            : null;

    private Reading? Interpret(SentenceContext context, StrikeCue cue, (string By, string On) found)
    {
        if (!factuality.IsReal(context, cue.At))
            return null;
        var time = dates.Find(context, cue.At);
        if (time is null && factuality.IsVague(context, cue.At))
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
}
