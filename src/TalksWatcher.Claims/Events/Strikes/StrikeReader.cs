using System.Collections.Frozen;
using TalksWatcher.Claims.Events.Arguments;
using TalksWatcher.Claims.Events.Truces;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Scope;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Events.Strikes;

/// <summary>Reads attacks on power, heat, gas or oil, and what they did to supply.</summary>
internal sealed class StrikeReader(Lexicon lexicon, NameBook names, DateFinder dates, Vocabulary vocabulary)
{
    private const int Reach = 20;
    private readonly FrozenSet<string> verbs = lexicon.Words("attack-verbs");
    private readonly FrozenSet<string> nouns = lexicon.Words("attack-nouns");
    private readonly FrozenSet<string> targets = lexicon.Words("energy-targets");
    private readonly FrozenSet<string> campaign = lexicon.Words("campaign-words");
    private readonly FrozenSet<string> unreal = lexicon.Words("unreal-words");
    private readonly Pattern outage = lexicon.Read(new RuleFile("English/Words/strikes", ""), 1, "@outage-phrases");
    private readonly SupplyLosses losses = new(lexicon);
    private readonly TrucePhraseGuard guard = new(lexicon);
    private readonly VerbGroupReader groups = new(lexicon);
    private readonly string[] warring = [.. vocabulary.Warring];

    public IEnumerable<Reading> Read(IReadOnlyList<SentenceContext> report)
    {
        (int Paragraph, (string By, string On)? Sides) last = (0, null);
        Assault? assault = null;
        foreach (var context in report)
        {
            var before = assault?.Reaches(context) == true ? assault : null;
            var halt = guard.Find(context.Marks);
            if (AttackAt(context.Marks, halt) is not { } attack || TargetNear(context.Marks, attack) is not { } target)
            {
                if (halt is null && before is not null && losses.At(context.Marks) is { } loss && StruckPlace(context) != before.By && IsReal(context, loss))
                    yield return Told(context, loss, (before.By, before.On), dates.Find(context, loss), before);
                else if (halt is null)
                    assault = Assaulted(context) ?? assault;
                continue;
            }

            var sides = Sides(context, attack, target) ?? (last.Paragraph == context.Paragraph ? last.Sides : null) ?? (before is null || dates.Find(context, attack) is not null ? null : (before.By, before.On));
            last = (context.Paragraph, sides);
            if (sides is not { } found || Interpret(context, attack, found, before) is not { } reading)
                continue;
            assault = new Assault(found.By, found.On, reading.From, reading.To, context);
            yield return reading;
        }
    }

    /// <summary>An attack, whatever it hit.</summary>
    private Assault? Assaulted(SentenceContext context)
    {
        if (losses.AssaultAt(context.Marks) is not { } attack || !IsReal(context, attack) || Attacker(context, attack, int.MaxValue) is not { } by || StruckPlace(context) == by)
            return null;
        var time = dates.Find(context, attack);
        return new Assault(by, Other(by), time?.From, time?.To, context);
    }

    private Reading? Interpret(SentenceContext context, int attack, (string By, string On) sides, Assault? before)
    {
        var marks = context.Marks;
        if (!IsReal(context, attack))
            return null;
        var time = dates.Find(context, attack);
        if (time is null && context.Paragraph > 1 && !HasPlaceOrCount(marks) && !groups.Read(marks, attack).IsPast)
            return null;
        return Told(context, attack, sides, time, before?.By == sides.By ? before : null);
    }

    /// <summary>A strike without a day of its own was part of the attack just told of.</summary>
    private static Reading Told(SentenceContext context, int attack, (string By, string On) sides, TimeSpot? time, Assault? before) => new()
    {
        Kind = ClaimKind.EnergyStrike,
        Rule = "EnergyStruck",
        By = sides.By,
        On = sides.On,
        From = time is null ? before?.From : time.From,
        To = time is null ? before?.To : time.To,
        Paragraph = context.Paragraph,
        Sentence = context.Index,
        Anchor = attack,
    };

    /// <param name="halt">A phrase about a halt of strikes: only a verb in the past, away from it, tells of a strike.</param>
    private int? AttackAt(MarkedSentence marks, TrucePhrase? halt)
    {
        for (var at = 0; at < marks.Tokens.Length; at++)
        {
            if (halt is not null && (at >= halt.First - 2 && at <= halt.Last + 2 || !verbs.Contains(marks.Word(at)) || !groups.Read(marks, at).IsPast || TargetNear(marks, at) is not { } struck || struck >= halt.First && struck <= halt.Last))
                continue;
            if ((verbs.Contains(marks.Word(at)) || nouns.Contains(marks.Word(at))) && TargetNear(marks, at) is not null)
                return at;
        }

        return null;
    }

    private int? TargetNear(MarkedSentence marks, int attack)
    {
        var matcher = marks.Matcher;
        for (var at = Math.Max(0, attack - Reach); at < marks.Tokens.Length && at <= attack + Reach; at++)
        {
            if (targets.Contains(marks.Word(at)) && marks.Word(at + 1) is not ("plant's" or "truce" or "ceasefire") || matcher.Match(outage, at) is not null)
                return at;
        }

        return null;
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

        if (IsCount(marks, attack) || IsOfOthers(marks, attack) || marks.Word(attack - 1) is "been" or "successfully" && marks.Word(attack).EndsWith("ing", StringComparison.Ordinal))
            return false;
        return groups.Read(marks, attack).Aspect is not (Aspect.Future or Aspect.Possible or Aspect.Offered or Aspect.Expected);
    }

    /// <summary>"It was the third attack within a week": those told of already.</summary>
    private static bool IsCount(MarkedSentence marks, int attack) =>
        marks.Word(0) is "it" or "this" or "that" && Enumerable.Range(attack - 3, 3).Any(at => marks.Word(at) is "second" or "third" or "fourth" or "fifth" or "sixth" or "seventh" or "latest");

    /// <summary>"Lithuania has sent transformers": no side of the war acts.</summary>
    private bool IsOfOthers(MarkedSentence marks, int attack) =>
        marks.Mentions.Exists(m => m is { Kind: NameKind.Country or NameKind.Capital, Actor: { } actor } && !warring.Contains(actor, StringComparer.Ordinal)
            && m.Last < attack && attack - m.Last <= 3 && marks.Word(m.First - 1) is not ("in" or "from" or "near" or "with" or "by" or "of"));

    private (string By, string On)? Sides(SentenceContext context, int attack, int target)
    {
        var marks = context.Marks;
        var on = OwnerOf(marks, target) ?? StruckPlace(context);
        var by = Attacker(context, attack, target);
        if (on is null && by is null)
            return null;
        by ??= Other(on!);
        on ??= Other(by);
        if (by == on)
            by = Other(on);
        return (by, on);
    }

    /// <summary>"Ukrainian energy facilities", "Ukraine's power grid".</summary>
    private string? OwnerOf(MarkedSentence marks, int target)
    {
        for (var at = target - 1; at >= 0 && target - at <= 5; at--)
        {
            if (marks.Word(at) is "," or ";" || nouns.Contains(marks.Word(at)) || verbs.Contains(marks.Word(at)))
                return null;
            if (marks.Word(at) == "by")
                return null;
            if (marks.MentionAt(at) is { Actor: { } actor, Kind: not NameKind.Person } mention && marks.Word(mention.First - 1) != "by" && warring.Contains(actor, StringComparer.Ordinal))
                return actor;
        }

        return null;
    }

    private string? StruckPlace(SentenceContext context)
    {
        foreach (var mention in context.Marks.Mentions)
        {
            if (mention.Name.Venue is { } venue && mention.Kind is NameKind.Place or NameKind.Capital
                && names.PlaceCountries.TryGetValue(mention.Name.Venue!, out var country) && warring.Contains(country, StringComparer.Ordinal)
                && context.Marks.Word(mention.First - 1) is "in" or "on" or "the" or "'s" or "against" or "hit" or "struck" or "attacked" or "for" or "and" or "of")
                return country;
        }

        return null;
    }

    private string? Attacker(SentenceContext context, int attack, int target)
    {
        var marks = context.Marks;
        if (marks.Mentions.FirstOrDefault(m => m.Actor is not null && warring.Contains(m.Actor, StringComparer.Ordinal) && marks.Word(m.First - 1) == "by" && Math.Abs(m.First - attack) <= 6) is { } agent)
            return agent.Actor;
        Mention? best = null;
        foreach (var mention in marks.Mentions)
        {
            if (mention.Actor is not { } actor || !warring.Contains(actor, StringComparer.Ordinal) || mention.Kind == NameKind.Place || mention.First > attack + 3)
                continue;
            if (best is not null && mention.First > attack || context.IsSpeaker(mention) || mention.Kind is NameKind.Body || mention.First > target - 3 && mention.First < target && !(mention.First < attack && attack < target) || marks.Word(mention.First - 1) is "in" or "on" or "against")
                continue;
            best = mention;
        }

        return best?.Actor ?? OwnForces(context);
    }

    /// <summary>"the ministry said its forces had hit": the speaker's side struck.</summary>
    private string? OwnForces(SentenceContext context)
    {
        var marks = context.Marks;
        for (var at = 0; at < marks.Tokens.Length; at++)
        {
            if (marks.Word(at) is "its" or "their" or "our" && marks.Word(at + 1) is "forces" or "drones" or "troops" or "military" or "army" or "units" or "missiles")
                return context.Speakers.Select(s => s.Actor).FirstOrDefault(a => a is not null && warring.Contains(a, StringComparer.Ordinal));
        }

        return null;
    }

    private string Other(string side) => warring.First(w => w != side);

    private bool HasPlaceOrCount(MarkedSentence marks) =>
        marks.Tokens.Any(t => t.Shape == Text.TokenShape.Number)
        || marks.Mentions.Any(m => m.Kind is NameKind.Place or NameKind.Capital && warring.Contains(m.Actor, StringComparer.Ordinal));
}
