using System.Collections.Frozen;
using System.Collections.Immutable;
using TalksWatcher.Claims.Events.Arguments;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Scope;

namespace TalksWatcher.Claims.Events.Meetings;

/// <summary>Reads what a sentence says of meetings: finds the rules that speak, the meeting each speaks of, and its arguments.</summary>
internal sealed class MeetingReader(Lexicon lexicon, CueRules rules, PartyFinder parties, DateFinder dates)
{
    private const int Reach = 24;
    private readonly FrozenSet<string> nouns = lexicon.Words("meeting-nouns");
    private readonly MeetingNouns meetingNouns = new(lexicon);
    private readonly VerbGroupReader verbs = new(lexicon);
    private readonly Factuality factuality = new(lexicon);

    public IEnumerable<Reading> Read(SentenceContext context)
    {
        var anchors = meetingNouns.Find(context.Marks);
        var heard = new Dictionary<int, (CueRule Rule, PatternMatch Match, int Distance)>();
        foreach (var (rule, match) in rules.Matches(context.Marks))
        {
            if (AnchorOf(context.Marks, anchors, rule, match) is not { } anchor)
                continue;
            var distance = Math.Abs(anchor - match.Head);
            if (!heard.TryGetValue(anchor, out var rival) || rule.Rank > rival.Rule.Rank || rule.Rank == rival.Rule.Rank && distance < rival.Distance)
                heard[anchor] = (rule, match, distance);
        }

        foreach (var (anchor, (rule, match, _)) in heard.OrderBy(h => h.Key))
        {
            foreach (var reading in Interpret(context, rule, match, anchor))
                yield return reading;
        }
    }

    private static int? AnchorOf(MarkedSentence marks, IReadOnlyList<int> anchors, CueRule rule, PatternMatch match)
    {
        if (rule.IsEvent)
            return match.Head;
        int? best = null;
        var bestDistance = int.MaxValue;
        foreach (var anchor in anchors)
        {
            var distance = anchor >= match.First && anchor <= match.Last ? 0 : Math.Min(Math.Abs(anchor - match.First), Math.Abs(anchor - match.Last));
            distance += 10 * Math.Abs(marks.Clauses[anchor] - marks.Clauses[match.Head]);
            if (distance < bestDistance && distance <= Reach)
                (best, bestDistance) = (anchor, distance);
        }

        return best;
    }

    private IEnumerable<Reading> Interpret(SentenceContext context, CueRule rule, PatternMatch match, int anchor)
    {
        var group = verbs.Read(context.Marks, match.Head);
        var time = dates.Find(context, anchor);
        if (MeetingStatus.Of(rule, group, time, context.Published) is not { } status)
            yield break;
        var certainty = rule.Certainty ?? factuality.Of(context.Marks, match, group, status);
        var table = parties.Find(context, anchor);
        var venues = VenuesOf(context, match, anchor);
        var (from, to) = status == ClaimStatus.Rejected && time?.From > context.Published.AddDays(30) ? (null, null) : (time?.From, time?.To);
        foreach (var venue in venues.DefaultIfEmpty(null))
        {
            yield return new Reading
            {
                Kind = ClaimKind.Meeting,
                Rule = rule.Name,
                Status = status,
                Certainty = certainty,
                Level = table.Level,
                Parties = table.Parties,
                Place = venue,
                From = from,
                To = to,
                Background = IsBackground(context, status, group, time),
                Definite = meetingNouns.IsDefinite(context.Marks, anchor),
                Paragraph = context.Paragraph,
                Sentence = context.Index,
            };
        }
    }

    private static bool IsBackground(SentenceContext context, ClaimStatus status, VerbGroup group, TimeSpot? time) => status switch
    {
        ClaimStatus.Concluded => time?.To is { } to && to < context.Published.AddDays(-3) || time is null && group.Aspect == Aspect.PastPerfect,
        ClaimStatus.Proposed or ClaimStatus.Planned or ClaimStatus.Rejected => time?.To is { } to && to < context.Published.AddDays(-10),
        _ => false,
    };

    private static IEnumerable<string> VenuesOf(SentenceContext context, PatternMatch match, int anchor)
    {
        var marks = context.Marks;
        if (match.Slot("place") is { } slot && marks.MentionAt(slot.First) is { Name.Venue: { } named } mention)
        {
            var listed = context.Venues.FirstOrDefault(v => v.Mention == mention);
            return listed is null ? [named] : context.Venues.Where(v => v.Group == listed.Group).Select(v => v.Name);
        }

        Venue? best = null;
        var bestDistance = int.MaxValue;
        foreach (var venue in context.Venues)
        {
            var distance = Math.Abs(venue.Mention.First - anchor) + 8 * Math.Abs(marks.Clauses[venue.Mention.First] - marks.Clauses[anchor]);
            if (distance < bestDistance && distance <= Reach + 6)
                (best, bestDistance) = (venue, distance);
        }

        return best is null ? [] : context.Venues.Where(v => v.Group == best.Group).Select(v => v.Name);
    }
}
