using TalksWatcher.Claims.Events.Arguments;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Events.Meetings;

/// <summary>Reads what a report says of meetings: each noun or verb of meeting, the rule that speaks of it, and what follows from both.</summary>
internal sealed class MeetingReader
{
    private readonly MeetingNouns nouns;
    private readonly MeetingPronouns pronouns;
    private readonly MeetingLinker linker;
    private readonly MeetingGuards guards;
    private readonly ToldMeetings told;
    private readonly NamedMeetings named;
    private readonly FollowUpPhrases followUpPhrases;

    public MeetingReader(Lexicon lexicon, CueRules rules, PartyFinder parties, DateFinder dates, MeetingVenues venues, HostCountries hosts, MeetingGuards guards)
    {
        nouns = new MeetingNouns(lexicon);
        pronouns = new MeetingPronouns(lexicon, nouns);
        linker = new MeetingLinker(lexicon, rules);
        followUpPhrases = new FollowUpPhrases(lexicon);
        var draft = new MeetingDraft(lexicon, nouns);
        var days = new MeetingDays(nouns, dates);
        told = new ToldMeetings(lexicon, draft, days, new MeetingTables(parties, guards), venues, hosts, guards);
        named = new NamedMeetings(lexicon, draft, days, parties, venues);
        this.guards = guards;
    }

    public IEnumerable<Reading> Read(IReadOnlyList<SentenceContext> report)
    {
        var followUps = new MeetingFollowUps(followUpPhrases);
        foreach (var context in report.Where(c => !guards.IsQuestion(c.Marks)))
        {
            var readings = ReadAll(context);
            foreach (var reading in readings)
            {
                if (!IsRefusedToo(reading, readings) && !IsArrived(reading, readings))
                    yield return reading;
            }

            if (followUps.Find(context, readings) is { } followUp)
                yield return followUp;
        }
    }

    private List<Reading> ReadAll(SentenceContext context)
    {
        var anchors = nouns.Find(context.Marks) is { Count: > 0 } named ? named : pronouns.Find(context);
        var cues = linker.Link(context.Marks, anchors);
        return anchors.Count == 0 && cues.Count == 0 ? [] : [.. Read(context, anchors, cues)];
    }

    private IEnumerable<Reading> Read(SentenceContext context, IReadOnlyList<int> anchors, IReadOnlyList<LinkedCue> cues)
    {
        var all = anchors.Concat(cues.Select(c => c.Anchor)).ToHashSet();
        var heard = new HashSet<int>();
        foreach (var cue in cues)
        {
            var found = told.Of(context, cue, all).ToList();
            if (found.Count == 0 && cue is { IsEvent: true, Rule.Groups: false, Next: { IsEvent: true, Rule.Groups: true } next })
                found.AddRange(told.Of(context, next, all));
            foreach (var reading in found)
            {
                heard.Add(cue.Anchor);
                yield return reading;
            }
        }

        foreach (var anchor in anchors.Where(a => !heard.Contains(a) && IsFree(a, cues, heard)))
        {
            foreach (var reading in named.Of(context, anchor, all))
                yield return reading;
        }
    }

    /// <summary>No phrase speaks of it, and it is no part of one that told of a meeting: "accepted the offer of talks".</summary>
    private static bool IsFree(int anchor, IReadOnlyList<LinkedCue> cues, HashSet<int> heard) =>
        cues.All(c => c.Anchor != anchor || c.IsEvent && c.Rule.Status is null)
        && !cues.Any(c => c is { IsEvent: true, Rule.Status: not null } && anchor >= c.Match.First && anchor <= c.Match.Last && heard.Contains(c.Anchor));

    /// <summary>"turned down Budapest when it was mentioned as a venue": the refusal is the news.</summary>
    private static bool IsRefusedToo(Reading reading, List<Reading> all) =>
        (reading is { Status: ClaimStatus.Proposed, Place: not null } || reading is { Status: ClaimStatus.Planned, Certainty: Certainty.Possible })
        && all.Exists(r => (r.Status == ClaimStatus.Rejected || r.Status == ClaimStatus.Cancelled && reading.Status == ClaimStatus.Proposed) && (r.Place == reading.Place || reading is { Status: ClaimStatus.Planned, Place: null }));

    /// <summary>"flew to Moscow, where Putin received him": whoever has met is no longer on the way.</summary>
    private static bool IsArrived(Reading reading, List<Reading> all) =>
        reading is { Status: ClaimStatus.Planned, HasDates: false, IsJourney: true } && all.Exists(r => r.Status == ClaimStatus.Concluded && r.Place == reading.Place);
}
