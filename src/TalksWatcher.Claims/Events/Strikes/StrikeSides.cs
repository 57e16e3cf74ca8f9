using System.Collections.Frozen;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Events.Strikes;

/// <summary>Who struck whom: the owner of the weapons or the forces, the owner or the place of what was hit.</summary>
internal sealed class StrikeSides(Lexicon lexicon, NameBook names, Vocabulary vocabulary)
{
    private const int OwnerReach = 5;
    private const int AgentReach = 6;
    private const int ArmReach = 4;
    private const int GerundReach = 12;
    private readonly FrozenSet<string> nouns = lexicon.Words("attack-nouns");
    private readonly FrozenSet<string> verbs = lexicon.Words("attack-verbs");
    private readonly FrozenSet<string> weapons = lexicon.Words("weapon-words");
    private readonly FrozenSet<string> forces = lexicon.Words("force-words");
    private readonly FrozenSet<string> answers = lexicon.Words("answer-words");
    private readonly FrozenSet<string> officials = lexicon.Words("local-officials");
    private readonly FrozenSet<string> stops = lexicon.Words("owner-stops");
    private readonly FrozenSet<string> struck = lexicon.Words("struck-markers");
    private readonly FrozenSet<string> parts = lexicon.Words("country-parts");
    private readonly FrozenSet<string> wars = lexicon.Words("war-words");
    private readonly FrozenSet<string> notAttackers = lexicon.Words("not-attacker-words");
    private readonly FrozenSet<string> own = lexicon.Words("own-words");
    private readonly FrozenSet<string> breaks = lexicon.Words("owner-breaks");
    private readonly string[] warring = [.. vocabulary.Warring];

    public (string By, string On)? Find(SentenceContext context, StrikeCue cue)
    {
        var marks = context.Marks;
        if (Armed(marks, cue) is { } armed)
            return (armed, Other(armed));
        var on = OwnerOf(marks, cue.Target) ?? StruckPlace(context);
        var by = Attacker(context, cue.At, cue.Target);
        if (on is null && by is null && context.BeforeHere is { } before)
            on = StruckPlace(before);
        if (on is null && by is null)
            on = OfLocals(context) ?? OfOwner(context, cue.Target);
        if (on is null && by is null)
            return null;
        by ??= Other(on!);
        on ??= Other(by);
        return (by == on ? Other(on) : by, on);
    }

    public bool IsWarring(Mention mention) => mention.Actor is { } actor && warring.Contains(actor, StringComparer.Ordinal);

    public string Other(string side) => warring[0] != side ? warring[0] : warring[1];

    /// <summary>"Ukrainian drones", "Russia's massive missile attack", "Kyiv's forces": nearest to the attack.</summary>
    private string? Armed(MarkedSentence marks, StrikeCue cue)
    {
        Mention? best = null;
        foreach (var mention in marks.Mentions)
        {
            if (IsWarring(mention) && mention.Kind is not (NameKind.Place or NameKind.Person or NameKind.Office or NameKind.Body) && !AreApart(marks, cue.At, mention.First) && IsArmed(marks, mention)
                && (best is null || Math.Abs(mention.First - cue.At) < Math.Abs(best.First - cue.At)))
                best = mention;
        }

        return best?.Actor;
    }

    /// <summary>"struck a refinery; Russia's missiles hit": of another attack.</summary>
    public static bool AreApart(MarkedSentence marks, int one, int other)
    {
        for (var at = Math.Min(one, other); at < Math.Max(one, other); at++)
        {
            if (marks.Word(at) == ";")
                return true;
        }

        return false;
    }

    /// <summary>Its weapons, forces or attacks are named right after it; not "Russian attacks" that are answered.</summary>
    private bool IsArmed(MarkedSentence marks, Mention owner)
    {
        for (var at = owner.Last + 1; at <= owner.Last + ArmReach && at < marks.Tokens.Length; at++)
        {
            var word = marks.Word(at);
            if (weapons.Contains(word) || forces.Contains(word) || nouns.Contains(word))
                return !answers.Contains(marks.Word(owner.First - 1)) || weapons.Contains(word) || nouns.Contains(word);
            if (marks.MentionAt(at) is not null || stops.Contains(word) || word == "'s" && at > owner.Last + 1 || verbs.Contains(word))
                return false;
        }

        return false;
    }

    /// <summary>"Ukrainian energy facilities", "Ukraine's power grid".</summary>
    private string? OwnerOf(MarkedSentence marks, int target)
    {
        for (var at = target - 1; at >= 0 && target - at <= OwnerReach; at--)
        {
            var word = marks.Word(at);
            if (breaks.Contains(word) || nouns.Contains(word) || verbs.Contains(word))
                return null;
            if (marks.MentionAt(at) is { Kind: not NameKind.Person } mention && IsWarring(mention) && marks.Word(mention.First - 1) != "by")
                return mention.Actor;
        }

        return null;
    }

    /// <summary>"5,600 blocks lost heating after the strike, the mayor said": the side of whoever answers for the place.</summary>
    private string? OfLocals(SentenceContext context) =>
        context.Speakers.FirstOrDefault(s => s is { IsPerson: true, Name.Rank: PersonRank.Official } && IsWarring(s))?.Actor;

    /// <summary>"DTEK said one of its plants had been hit": the side of the body that speaks of its own.</summary>
    private string? OfOwner(SentenceContext context, int target)
    {
        for (var at = target - 1; at >= target - OwnerReach; at--)
        {
            if (context.Marks.Word(at) == "its")
                return context.Speakers.FirstOrDefault(s => s.Kind == NameKind.Body && IsWarring(s))?.Actor;
        }

        return null;
    }

    /// <summary>"in the west of Ukraine", "across Russia".</summary>
    private string? StruckCountry(MarkedSentence marks) => marks.Mentions.Find(m => m.Kind == NameKind.Country && IsWarring(m) && marks.Word(m.Last + 1) != "'s" && IsStruck(marks, m.First))?.Actor;

    private bool IsStruck(MarkedSentence marks, int country) => marks.Word(country - 1) switch
    {
        "of" => parts.Contains(marks.Word(country - 2)),
        var before => struck.Contains(before) && !wars.Contains(marks.Word(country - 2)),
    };

    public string? StruckPlace(SentenceContext context)
    {
        foreach (var mention in context.Marks.Mentions)
        {
            if (mention.Name.Venue is not null && mention.Kind is NameKind.Place or NameKind.Capital
                && names.PlaceCountries.TryGetValue(mention.Name.Venue!, out var country) && warring.Contains(country, StringComparer.Ordinal)
                && (mention.Kind == NameKind.Place || struck.Contains(context.Marks.Word(mention.First - 1))))
                return country;
        }

        return StruckCountry(context.Marks);
    }

    public string? Attacker(SentenceContext context, int attack, int target = int.MaxValue)
    {
        var marks = context.Marks;
        if (Agent(marks, attack) is { } agent)
            return agent;
        Mention? best = null;
        foreach (var mention in marks.Mentions)
        {
            if (!IsWarring(mention) || mention.Kind == NameKind.Capital && officials.Contains(marks.Word(mention.Last + 1)) || mention.Kind is NameKind.Place or NameKind.Body or NameKind.Person or NameKind.Office || mention.First > attack + 3 || best is not null && mention.First > attack || AreApart(marks, attack, mention.First) || context.IsSpeaker(mention) || mention.Kind == NameKind.Adjective && !IsArmed(marks, mention))
                continue;
            var isInsideTarget = mention.First > target - 3 && mention.First < target && !(mention.First < attack && attack < target);
            if (!isInsideTarget && !notAttackers.Contains(marks.Word(mention.First - 1)))
                best = mention;
        }

        return best?.Actor ?? OwnForces(context) ?? Subject(marks, attack);
    }

    /// <summary>"By launching missiles at power plants, the Russians have": the subject follows.</summary>
    private string? Subject(MarkedSentence marks, int attack) =>
        attack <= GerundReach && marks.Word(attack).EndsWith("ing", StringComparison.Ordinal)
            ? marks.Mentions.Find(m => IsWarring(m) && m.First > attack && marks.Word(marks.Word(m.First - 1) == "the" ? m.First - 2 : m.First - 1) == ",")?.Actor
            : null;

    /// <summary>"hit by Russian drones".</summary>
    private string? Agent(MarkedSentence marks, int attack)
    {
        foreach (var mention in marks.Mentions)
        {
            if (IsWarring(mention) && marks.Word(mention.First - 1) == "by" && Math.Abs(mention.First - attack) <= AgentReach)
                return mention.Actor;
        }

        return null;
    }

    /// <summary>"the ministry said its forces had hit": the speaker's side struck.</summary>
    private string? OwnForces(SentenceContext context)
    {
        var marks = context.Marks;
        for (var at = 0; at < marks.Tokens.Length; at++)
        {
            if (own.Contains(marks.Word(at)) && (forces.Contains(marks.Word(at + 1)) || weapons.Contains(marks.Word(at + 1))))
                return context.Speakers.Select(s => s.Actor).FirstOrDefault(a => a is not null && warring.Contains(a, StringComparer.Ordinal));
        }

        return null;
    }
}
