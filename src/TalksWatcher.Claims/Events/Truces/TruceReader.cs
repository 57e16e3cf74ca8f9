using System.Collections.Frozen;
using System.Collections.Immutable;
using TalksWatcher.Claims.Events.Arguments;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Events.Truces;

/// <summary>Reads what the sentences of one report say of halts of strikes on energy; "the truce" points back to one named before.</summary>
internal sealed class TruceReader(Lexicon lexicon, CueRules rules, DateFinder dates, Vocabulary vocabulary)
{
    private const int AskingReach = 10;
    private const int NearSentences = 2;
    private const int ChargeReach = 12;
    private const int ChargeParagraphs = 2;
    private readonly FrozenSet<string> requests = lexicon.Words("request-words");
    private readonly Pattern charges = lexicon.Phrases("mutual-charges");
    private readonly TrucePhrases phrases = new(lexicon);
    private readonly TruceScope scope = new(lexicon);
    private readonly TruceTerm terms = new(dates);
    private readonly TruceCues cues = new(lexicon, rules, new TruceScope(lexicon));
    private readonly StanceFinder stances = new(lexicon);
    private readonly TruceParties parties = new(lexicon, vocabulary);
    private readonly ImmutableSortedSet<string> warring = [.. vocabulary.Warring];

    public IReadOnlyList<Reading> Read(List<SentenceContext> report)
    {
        var readings = Found(report);
        Point(readings);
        for (var at = 0; at < readings.Count; at++)
        {
            if (readings[at] is { Status: ClaimStatus.Violated, IsPromise: false } charged && IsCharged(report, charged))
                readings[at] = charged with { Parties = warring, IsMutual = true };
        }

        var isOfBoth = readings.Exists(r => r is { Status: not ClaimStatus.Violated, PartiesNamed: true, Parties.Count: 2 });
        var oneSided = isOfBoth ? null : readings.Find(r => r is { Status: not (ClaimStatus.Violated or ClaimStatus.InEffect), Parties.Count: 1 });
        for (var at = 0; at < readings.Count; at++)
        {
            if (readings[at] is { Status: ClaimStatus.Violated, IsMutual: false, IsPromise: false } broken)
                readings[at] = broken with { Parties = oneSided?.Parties ?? warring };
        }

        return readings;
    }

    /// <summary>"The two traded charges": in its own paragraph or close to it.</summary>
    private bool IsCharged(List<SentenceContext> report, Reading breach)
    {
        for (var at = Math.Max(0, breach.Sentence - ChargeReach); at < report.Count && at <= breach.Sentence + ChargeReach; at++)
        {
            if (Math.Abs(report[at].Paragraph - breach.Paragraph) <= ChargeParagraphs && report[at].Marks.Has(charges))
                return true;
        }

        return false;
    }

    /// <summary>"the pause" binds those whom the truce named before binds.</summary>
    private static void Point(List<Reading> readings)
    {
        Reading? before = null;
        for (var at = 0; at < readings.Count; at++)
        {
            if (!readings[at].Definite)
                before = readings[at];
            else if (!readings[at].PartiesNamed && before is not null)
                readings[at] = readings[at] with { Parties = before.Parties };
        }
    }

    /// <summary>A wish that is granted in its own paragraph is told as the deal it became.</summary>
    private List<Reading> Found(List<SentenceContext> report)
    {
        var told = new List<Reading>();
        SentenceContext? named = null;
        foreach (var context in report)
        {
            if (context.Marks.Word(context.Marks.Tokens.Length - 1) == "?")
                continue;
            var isNear = named is not null && context.Index - named.Index <= NearSentences && context.Paragraph - named.Paragraph <= 1;
            var phrase = context.Halt ?? phrases.Back(context.Marks, named is not null, isNear);
            var (found, other) = phrase is null ? (FollowUp(context, told), null) : Heard(context, phrase, told);
            named = phrase is null && found is null ? named : context;
            if (found?.Topic == CueTopic.Consent || other?.Topic == CueTopic.Consent)
                RemoveWishes(told, context);
            if (found is not null)
                told.Add(found);
            if (other is not null)
                told.Add(other);
        }

        return told;
    }

    private static void RemoveWishes(List<Reading> told, SentenceContext granted) =>
        told.RemoveAll(r => r.Status == ClaimStatus.Proposed && r.Paragraph == granted.Paragraph && granted.Index - r.Sentence <= TruceCues.MostTold);

    /// <summary>What the strongest phrase tells, and the one beside it.</summary>
    private (Reading? Strongest, Reading? Other) Heard(SentenceContext context, TrucePhrase phrase, List<Reading> told)
    {
        var (strongest, other) = cues.Heard(context, phrase, told);
        return (strongest is { } one ? Interpret(context, phrase, one, told) : null, other is { } two ? Interpret(context, phrase, two, told) : null);
    }

    private Reading? FollowUp(SentenceContext context, List<Reading> told)
    {
        if (cues.FollowUp(context, told) is not { } cue)
            return null;
        var phrase = new TrucePhrase(cue.Match.First, cue.Match.Last, PointsBack: true, IsRefraining: false);
        return Interpret(context, phrase, cue, told);
    }

    /// <summary>"Zelensky's offer", "a Ukrainian proposal", "proposed by Ankara": whose proposal it is.</summary>
    private ValueList<string> Owner(SentenceContext context, PatternMatch match)
    {
        var owner = context.Marks.Mentions.Find(m => m.First >= match.First && m.First <= match.Last + 1);
        var name = owner?.Kind == NameKind.Adjective ? vocabulary.Actors.FirstOrDefault(a => a.Code == owner.Actor)?.Place : owner?.Name.Spoken;
        return name is null ? [] : [name];
    }

    /// <summary>"Washington asked both to accept": who asks takes the stance, not who is asked.</summary>
    private PatternMatch Asking(MarkedSentence marks, PatternMatch match)
    {
        for (var at = match.Head - 1; at > 0 && match.Head - at <= AskingReach; at--)
        {
            if (requests.Contains(marks.Word(at)))
                return match with { Head = at };
        }

        return match;
    }

    private Reading? Interpret(SentenceContext context, TrucePhrase phrase, TruceCue cue, List<Reading> told)
    {
        var (rule, match) = (cue.Rule, cue.Match);
        var before = rule.After is null ? null : TruceCues.Before(rule, told, context);
        if (rule.Status is null)
            return TruceTerm.Prolong(context, rule, match, before!);
        var start = terms.Start(context, match);
        var (status, certainty) = scope.Of(context, rule, match, start);
        var (from, to) = terms.Days(context, match, status);
        if (rule.Status == ClaimStatus.InEffect && status == ClaimStatus.Agreed)
            from = start;
        if (rule.Status == ClaimStatus.Ended && status == ClaimStatus.Agreed)
            to ??= start;
        if (before is not null && status == ClaimStatus.Agreed && from is null && to is null)
            (from, to) = (before.From, before.To);
        var isPromise = false;
        var holders = parties.Of(context, phrase, out var named);
        if (status == ClaimStatus.InEffect && parties.Holder(context, phrase, match) is { } keeper)
            (holders, named) = (parties.Only(keeper), true);
        if (before is not null && !named)
            (holders, named, isPromise) = (before.Parties, before.PartiesNamed, before.IsPromise);
        if (status == ClaimStatus.Agreed && rule.Certainty == Certainty.Denied)
            (holders, named) = (warring, true);
        if (status == ClaimStatus.Violated && parties.Promiser(context, match) is { } promiser)
            (holders, named, isPromise) = (parties.Only(promiser), true, true);
        return new Reading
        {
            Kind = ClaimKind.EnergyTruce,
            Rule = rule.Name,
            Topic = rule.Topic,
            Status = status,
            Certainty = certainty,
            From = from,
            To = to,
            Says = rule.Beside ? Owner(context, match) : stances.Find(context, Asking(context.Marks, match), (status, certainty) is (ClaimStatus.Violated, Certainty.Denied) ? ClaimStatus.Rejected : status),
            Parties = holders,
            PartiesNamed = named,
            IsPromise = isPromise,
            IsMutual = parties.IsMutual(context.Marks),
            Definite = phrase.PointsBack,
            Paragraph = context.Paragraph,
            Sentence = context.Index,
            Anchor = match.Head,
        };
    }
}
