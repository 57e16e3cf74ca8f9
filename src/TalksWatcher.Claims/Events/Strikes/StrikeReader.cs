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

    private readonly FrozenSet<string> campaign = lexicon.Words("campaign-words");
    private readonly FrozenSet<string> unreal = lexicon.Words("unreal-words");
    private readonly StrikeCues cues = new(lexicon);
    private readonly StrikeSides sides = new(lexicon, names, vocabulary);
    private readonly WaveDates waves = new(lexicon);
    private readonly VerbGroupReader groups = new(lexicon);
    private readonly string[] warring = [.. vocabulary.Warring];

    public IEnumerable<Reading> Read(IReadOnlyList<SentenceContext> report)
    {
        var readings = new List<Reading>();
        (int Paragraph, (string By, string On)? Sides) last = (0, null);
        foreach (var context in report)
        {
            var before = context.Index > 0 && context.Paragraph - report[context.Index - 1].Paragraph <= 1 ? report[context.Index - 1] : null;
            var isAttackBefore = before is not null && before.Paragraph == context.Paragraph && cues.TellsAttack(before.Marks);
            foreach (var cue in cues.Find(context.Marks, isAttackBefore, before is not null && cues.NamesTarget(before.Marks)))
            {
                var found = sides.Find(context, cue) ?? (last.Paragraph == context.Paragraph ? last.Sides : null);
                last = (context.Paragraph, found);
                if (found is { } struck && Interpret(context, cue, struck) is { } reading && !readings.Exists(r => r.Sentence == reading.Sentence && (!reading.HasDates || r.From == reading.From || r.By != reading.By)))
                    readings.Add(reading);
            }
        }

        return readings.ConvertAll(r => waves.Fill(r, report, cues));
    }

    private Reading? Interpret(SentenceContext context, StrikeCue cue, (string By, string On) found)
    {
        var marks = context.Marks;
        if (!IsReal(context, cue.At))
            return null;
        var time = WaveDates.Past(dates.Find(context, cue.At), context.Published);
        if (time is null && context.Paragraph > 1 && !HasPlaceOrCount(marks) && !groups.Read(marks, cue.At).IsPast)
            return null;
        return new Reading
        {
            Kind = ClaimKind.EnergyStrike,
            Rule = "EnergyStruck",
            By = found.By,
            On = found.On,
            From = time?.From,
            To = time?.To,
            Paragraph = context.Paragraph,
            Sentence = context.Index,
            Anchor = cue.At,
        };
    }

    /// <summary>Told as done, not as planned, feared or going on in general.</summary>
    private bool IsReal(SentenceContext context, int attack)
    {
        var marks = context.Marks;
        var clause = marks.Clauses[attack];
        for (var at = 0; at < marks.Tokens.Length; at++)
        {
            if (marks.Clauses[at] == clause && (unreal.Contains(marks.Word(at)) || campaign.Contains(marks.Word(at))))
                return false;
        }

        if (marks.Times.Any(t => t.Mention.Role == Times.TimeRole.Since && t.From < context.Published.AddDays(-CampaignDays) && marks.Clauses[t.First] == clause))
            return false;
        if (marks.Word(attack - 1) is "been" or "successfully" && marks.Word(attack).EndsWith("ing", StringComparison.Ordinal))
            return false;
        return groups.Read(marks, attack).Aspect is not (Aspect.Future or Aspect.Possible or Aspect.Offered or Aspect.Expected);
    }

    private bool HasPlaceOrCount(MarkedSentence marks) =>
        marks.Tokens.Any(t => t.Shape == Text.TokenShape.Number)
        || marks.Mentions.Any(m => m.Kind is NameKind.Place or NameKind.Capital && warring.Contains(m.Actor, StringComparer.Ordinal));
}
