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
    private const string Granted = "TruceGranted";
    private const int OtherReach = 8;
    private const int NearSentences = 2;
    private const int FollowingParagraphs = 3;
    private readonly TrucePhrases phrases = new(lexicon);
    private readonly TruceParties parties = new(lexicon, vocabulary);
    private readonly VerbGroupReader verbs = new(lexicon);
    private readonly Factuality factuality = new(lexicon);
    private readonly FrozenSet<string> open = lexicon.Words("open-words");
    private readonly ImmutableSortedSet<string> warring = [.. vocabulary.Warring];

    public IEnumerable<Reading> Read(IReadOnlyList<SentenceContext> report)
    {
        var readings = Pointed(Found(report)).ToList();
        var oneSided = readings.Find(r => r is { Status: not (ClaimStatus.Violated or ClaimStatus.InEffect), Parties.Count: 1 });
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

    /// <summary>A wish that is granted in its own paragraph is told as the deal it became.</summary>
    private List<Reading> Found(IReadOnlyList<SentenceContext> report)
    {
        var told = new List<Reading>();
        SentenceContext? named = null;
        foreach (var context in report)
        {
            if (context.Marks.Word(context.Marks.Tokens.Length - 1) == "?")
                continue;
            var isNear = named is not null && context.Index - named.Index <= NearSentences && context.Paragraph - named.Paragraph <= 1;
            var phrase = phrases.Find(context.Marks, named is not null, isNear);
            var found = (phrase is null ? FollowUp(context, told) : Interpret(context, phrase, told)).ToList();
            named = phrase is null && found.Count == 0 ? named : context;
            if (found.Exists(r => r.Rule == Granted))
                told.RemoveAll(r => r.Status == ClaimStatus.Proposed && r.Paragraph == context.Paragraph);
            told.AddRange(found);
        }

        return told;
    }

    /// <summary>What is said of a truce without naming it again: "Ukraine called the accusations groundless", "It runs until Sunday".</summary>
    private IEnumerable<Reading> FollowUp(SentenceContext context, List<Reading> told)
    {
        if (told.Count == 0 || context.Paragraph - told[^1].Paragraph > FollowingParagraphs)
            return [];
        var (rule, match) = rules.Matches(context.Marks).Where(m => m.Rule.After is not null && Before(m.Rule, told, context) is not null).OrderByDescending(m => m.Rule.Rank).FirstOrDefault();
        return rule is not null && Interpret(context, new TrucePhrase(match.First, match.Last, PointsBack: true, IsRefraining: false), rule, match, told) is { } reading ? [reading] : [];
    }

    /// <summary>What a rule follows up; <c>null</c> where nothing told shortly before fits.</summary>
    private static Reading? Before(CueRule rule, List<Reading> told, SentenceContext context) =>
        told.FindLast(r => context.Paragraph - r.Paragraph <= FollowingParagraphs && (rule.After == "any"
            ? r.Status is ClaimStatus.Agreed or ClaimStatus.InEffect or ClaimStatus.Proposed or ClaimStatus.Extended
            : string.Equals(rule.After, r.Status.ToString(), StringComparison.OrdinalIgnoreCase) && r.Certainty != Certainty.Denied));

    private IEnumerable<Reading> Interpret(SentenceContext context, TrucePhrase phrase, List<Reading> told)
    {
        var cues = Ranked(context, phrase, told);
        if (cues.Count == 0)
            yield break;
        if (Interpret(context, phrase, cues[0].Rule, cues[0].Match, told) is { } first)
            yield return first;
        var other = cues.Find(c => c.Rule.Status != cues[0].Rule.Status && !(cues[0].Rule.Status == ClaimStatus.Agreed && c.Rule.Status == ClaimStatus.Proposed) && (c.Rule.Rank >= StrongRank || cues[0].Rule.Rank >= StrongRank)
            && (context.Marks.Clauses[c.Match.Head] != context.Marks.Clauses[cues[0].Match.Head] || c.Rule.Rank >= StrongRank && cues[0].Rule.Rank < StrongRank && Math.Abs(c.Match.First - cues[0].Match.First) >= OtherReach));
        if (other.Rule is not null && Interpret(context, phrase, other.Rule, other.Match, told) is { } second)
            yield return second;
    }

    private Reading? Interpret(SentenceContext context, TrucePhrase phrase, CueRule rule, PatternMatch match, List<Reading> told)
    {
        var before = rule.After is null ? null : Before(rule, told, context);
        if (rule.Status is not { } status)
            return Prolong(context, rule, match, before!);
        var group = verbs.Read(context.Marks, match.Head);
        if (status == ClaimStatus.InEffect && dates.Find(context, match.Head) is { From: { } start } && start > context.Published)
            return Interpret(context, phrase, rule with { Status = ClaimStatus.Agreed }, match, told) is { } ahead ? ahead with { From = start } : null;
        if (status == ClaimStatus.Agreed && group is { IsInfinitive: true, Aspect: Aspect.Unknown or Aspect.Offered, Negated: false } && rule is { After: null, Certainty: null } && CertaintyOf(context.Marks, match, group, status) != Certainty.Denied)
            return Interpret(context, phrase, rule with { Status = ClaimStatus.Proposed }, match, told);
        if (status == ClaimStatus.Rejected && group.Negated)
            return Interpret(context, phrase, rule with { Status = ClaimStatus.Proposed, Certainty = Certainty.Possible }, match, told);
        var (from, to) = Days(context, phrase, match, status);
        if (before is not null && status == ClaimStatus.Agreed && from is null && to is null)
            (from, to) = (before.From, before.To);
        var holders = parties.Of(context, phrase, out var named);
        if (status == ClaimStatus.InEffect && phrase.PointsBack && parties.Holder(context, match) is { } keeper)
            (holders, named) = ([keeper], true);
        if (before is not null && !named)
            (holders, named) = (before.Parties, before.PartiesNamed);
        return new Reading
        {
            Kind = ClaimKind.EnergyTruce,
            Rule = rule.Name,
            Status = status,
            Certainty = rule.Certainty ?? CertaintyOf(context.Marks, match, group, status),
            From = from,
            To = to,
            Says = StanceFinder.Find(context, match, status),
            Parties = holders,
            PartiesNamed = named,
            IsMutual = parties.IsMutual(context.Marks),
            Definite = phrase.PointsBack,
            Paragraph = context.Paragraph,
            Sentence = context.Index,
            Anchor = match.Head,
        };
    }

    private Certainty CertaintyOf(MarkedSentence marks, PatternMatch match, VerbGroup group, ClaimStatus status)
    {
        var told = factuality.Of(ClaimKind.EnergyTruce, marks, match, group, status);
        return status switch
        {
            ClaimStatus.Extended when IsRefused(marks, match.Head) => IsOpen(marks, match.Head) ? Certainty.Possible : Certainty.Denied,
            ClaimStatus.Extended when told == Certainty.Stated && IsOpen(marks, match.Head) => Certainty.Possible,
            ClaimStatus.Ended when told == Certainty.Stated && (group.IsConditional || Enumerable.Range(match.First - 6, 6).Any(at => marks.Word(at) == "would")) => Certainty.Possible,
            _ => told,
        };
    }

    /// <summary>"It is to last until May 22": the term of the truce told of before.</summary>
    private static Reading? Prolong(SentenceContext context, CueRule rule, PatternMatch match, Reading before)
    {
        var (from, to) = DateFinder.Term(context);
        if (from is null && to is null || to < from)
            return null;
        return before with { Rule = rule.Name, From = from ?? before.From, To = to ?? before.To, Definite = true, Says = [], Paragraph = context.Paragraph, Sentence = context.Index, Anchor = match.Head };
    }

    /// <summary>"whether to extend it would be discussed": nothing is settled.</summary>
    private bool IsOpen(MarkedSentence marks, int head) =>
        Enumerable.Range(0, marks.Tokens.Length).Any(at => marks.Clauses[at] == marks.Clauses[head] && open.Contains(marks.Word(at)));

    /// <summary>The phrases that may speak of this truce, the strongest and nearest first.</summary>
    private List<(CueRule Rule, PatternMatch Match, int Score)> Ranked(SentenceContext context, TrucePhrase phrase, List<Reading> told)
    {
        var marks = context.Marks;
        var cues = new List<(CueRule Rule, PatternMatch Match, int Score)>();
        foreach (var (rule, match) in rules.Matches(marks))
        {
            if (rule.After is not null && (!phrase.PointsBack && rule.Status is null || Before(rule, told, context) is null))
                continue;
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
        {
            var term = DateFinder.Term(context);
            return status == ClaimStatus.Ended && term is (null, null) ? (null, dates.Find(context, match.Head)?.To) : term;
        }

        var time = dates.Find(context, match.Head);
        if (status == ClaimStatus.InEffect && DateFinder.Term(context) is var (start, end) && (start ?? end) is not null)
            return (start ?? (time?.To == end ? null : time?.From), end);
        return status == ClaimStatus.InEffect && time is not null && phrase.First >= 0 ? (time.From, null) : (time?.From, time?.To);
    }
}
