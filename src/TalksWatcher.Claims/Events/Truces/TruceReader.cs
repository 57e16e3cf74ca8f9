using System.Collections.Frozen;
using System.Collections.Immutable;
using TalksWatcher.Claims.Events.Arguments;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Scope;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Events.Truces;

/// <summary>Reads what the sentences of one report say of halts of strikes on energy; "the truce" points back to one named before.</summary>
internal sealed class TruceReader(Lexicon lexicon, CueRules rules, DateFinder dates, Vocabulary vocabulary)
{
    private const int Reach = 24;
    private const int StrongRank = 7;
    private readonly TrucePhrases phrases = new(lexicon);
    private readonly VerbGroupReader verbs = new(lexicon);
    private readonly Factuality factuality = new(lexicon);
    private readonly FrozenSet<string> mutual = lexicon.Words("mutual-words");
    private readonly FrozenSet<string> attacks = lexicon.Words("attack-nouns");
    private readonly ImmutableSortedSet<string> warring = [.. vocabulary.Warring];

    public IEnumerable<Reading> Read(IReadOnlyList<SentenceContext> report)
    {
        var readings = Pointed(Found(report)).ToList();
        var oneSided = readings.Find(r => r is { Status: not ClaimStatus.Violated, Parties.Count: 1 });
        return readings.Select(r => r.Status == ClaimStatus.Violated && !r.IsMutual ? r with { Parties = oneSided?.Parties ?? warring } : r);
    }

    /// <summary>"the pause" binds those whom the truce named before binds.</summary>
    private static IEnumerable<Reading> Pointed(IEnumerable<Reading> readings)
    {
        Reading? before = null;
        foreach (var reading in readings)
        {
            var resolved = reading.Definite && !reading.PartiesNamed && before is not null ? reading with { Parties = before.Parties } : reading;
            before = resolved.Definite ? before : resolved;
            yield return resolved;
        }
    }

    private IEnumerable<Reading> Found(IReadOnlyList<SentenceContext> report)
    {
        var named = false;
        foreach (var context in report)
        {
            if (phrases.Find(context.Marks, named) is not { } phrase)
                continue;
            named = true;
            foreach (var reading in Interpret(context, phrase))
                yield return reading;
        }
    }

    private IEnumerable<Reading> Interpret(SentenceContext context, TrucePhrase phrase)
    {
        if (context.Marks.Word(context.Marks.Tokens.Length - 1) == "?")
            yield break;
        var cues = Ranked(context.Marks, phrase);
        if (cues.Count == 0)
            yield break;
        yield return Interpret(context, phrase, cues[0].Rule, cues[0].Match);
        var other = cues.Find(c => c.Rule.Status != cues[0].Rule.Status && !(cues[0].Rule.Status == ClaimStatus.Agreed && c.Rule.Status == ClaimStatus.Proposed) && (c.Rule.Rank >= StrongRank || cues[0].Rule.Rank >= StrongRank)
            && context.Marks.Clauses[c.Match.Head] != context.Marks.Clauses[cues[0].Match.Head]);
        if (other.Rule is not null)
            yield return Interpret(context, phrase, other.Rule, other.Match);
    }

    private Reading Interpret(SentenceContext context, TrucePhrase phrase, CueRule rule, PatternMatch match)
    {
        var group = verbs.Read(context.Marks, match.Head);
        var status = rule.Status!.Value;
        if (status == ClaimStatus.InEffect && dates.Find(context, match.Head) is { From: { } start } && start > context.Published)
            return Interpret(context, phrase, rule with { Status = ClaimStatus.Agreed }, match) with { From = start };
        if (status == ClaimStatus.Rejected && group.Negated)
            return Interpret(context, phrase, rule with { Status = ClaimStatus.Proposed, Certainty = Certainty.Possible }, match);
        var certainty = rule.Certainty ?? factuality.Of(ClaimKind.EnergyTruce, context.Marks, match, group, status);
        if (status == ClaimStatus.Extended && IsRefused(context.Marks, match.Head))
            certainty = Certainty.Denied;
        var (from, to) = Days(context, phrase, match, status);
        return new Reading
        {
            Kind = ClaimKind.EnergyTruce,
            Rule = rule.Name,
            Status = status,
            Certainty = certainty,
            From = from,
            To = to,
            Says = StanceFinder.Find(context, match, status),
            Parties = Parties(context, phrase, out var named),
            PartiesNamed = named,
            IsMutual = context.Marks.Tokens.Any(t => mutual.Contains(t.Word)),
            Definite = phrase.PointsBack,
            Paragraph = context.Paragraph,
            Sentence = context.Index,
            Anchor = match.Head,
        };
    }

    /// <summary>The phrases that may speak of this truce, the strongest and nearest first.</summary>
    private List<(CueRule Rule, PatternMatch Match, int Score)> Ranked(MarkedSentence marks, TrucePhrase phrase)
    {
        var cues = new List<(CueRule Rule, PatternMatch Match, int Score)>();
        foreach (var (rule, match) in rules.Matches(marks))
        {
            if (match.Head >= phrase.First && match.Head <= phrase.Last && rule.Rank >= 7 && !phrase.PointsBack)
                continue;
            var distance = Math.Min(Math.Abs(match.Head - phrase.First), Math.Abs(match.Head - phrase.Last));
            var score = 4 * rule.Rank - distance - 6 * Math.Abs(marks.Clauses[match.Head] - marks.Clauses[phrase.First]);
            if (distance < Reach)
                cues.Add((rule, match, score));
        }

        cues.Sort((one, two) => two.Score.CompareTo(one.Score));
        return cues;
    }

    /// <summary>"no orders to extend it", "refused to extend it".</summary>
    private static bool IsRefused(MarkedSentence marks, int head)
    {
        for (var at = head - 1; at >= 0 && head - at <= 8 && marks.Clauses[at] == marks.Clauses[head]; at--)
        {
            if (marks.Word(at) is "not" or "no" or "never" or "refused" or "refuses" or "declined" or "without")
                return true;
        }

        return false;
    }

    private (DateOnly? From, DateOnly? To) Days(SentenceContext context, TrucePhrase phrase, PatternMatch match, ClaimStatus status)
    {
        if (status is not (ClaimStatus.Violated or ClaimStatus.InEffect))
            return DateFinder.Term(context);
        var time = dates.Find(context, match.Head);
        return status == ClaimStatus.InEffect && time is not null && phrase.First >= 0 ? (time.From, null) : (time?.From, time?.To);
    }

    /// <summary>Both sides, unless only one is said to hold its fire.</summary>
    private ImmutableSortedSet<string> Parties(SentenceContext context, TrucePhrase phrase, out bool named)
    {
        var marks = context.Marks;
        named = true;
        if (marks.Tokens.Any(t => mutual.Contains(t.Word)))
            return warring;
        if (Strikers(marks) is { Count: 1 } one)
            return one;
        if (phrase.IsRefraining && Spared(marks, phrase) is { } spared)
            return warring.Remove(spared);
        var sides = marks.Mentions
            .Where(m => m.Actor is { } a && warring.Contains(a) && !IsTarget(marks, m) && m.Kind != NameKind.Place)
            .Select(m => m.Actor!).ToImmutableSortedSet(StringComparer.Ordinal);
        named = sides.Count == 2;
        return sides.Count == 1 && (phrase.IsRefraining || Enumerable.Range(phrase.First - 3, 3).Any(at => marks.Word(at) == "its")) ? sides : warring;
    }

    /// <summary>"a pause in Russian strikes": whose strikes are to pause.</summary>
    private ImmutableSortedSet<string> Strikers(MarkedSentence marks) =>
        marks.Mentions.Where(m => m.Actor is { } a && warring.Contains(a))
            .Where(m => attacks.Contains(marks.Word(marks.Word(m.Last + 1) == "'s" ? m.Last + 2 : m.Last + 1)))
            .Select(m => m.Actor!).ToImmutableSortedSet(StringComparer.Ordinal);

    /// <summary>"not to hit Ukraine's power plants": the other side holds its fire.</summary>
    private string? Spared(MarkedSentence marks, TrucePhrase phrase)
    {
        var inside = marks.Mentions.Where(m => m.Actor is { } a && warring.Contains(a)).ToLookup(m => m.First >= phrase.First && m.First <= phrase.Last + 3, m => m.Actor!);
        return inside[true].Distinct(StringComparer.Ordinal).ToList() is [var one] && !inside[false].Contains(one, StringComparer.Ordinal) ? one : null;
    }

    /// <summary>"attacks on Ukraine", "Ukrainian cities": what is spared, not who spares it.</summary>
    private static bool IsTarget(MarkedSentence marks, Mention mention) =>
        marks.Word(mention.First - 1) is "on" or "against" or "at" or "in"
        || mention.Kind == NameKind.Adjective
        || marks.Word(mention.Last + 1) == "'s" && marks.Word(mention.Last + 2) is "energy" or "power" or "cities" or "other" or "grid"
        || mention.Kind == NameKind.Capital && marks.Word(mention.First - 1) is "spare" or "sparing" or "attack" or "attacking" or "hit" or "hitting" or "strike" or "striking" or "bomb" or "bombing" or "shell" or "shelling";
}
