using System.Collections.Immutable;
using TalksWatcher.Claims.Events.Arguments;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Events.Meetings;

/// <summary>Reads what a report says of meetings: each noun or verb of meeting, the rule that speaks of it, and what follows from both.</summary>
internal sealed class MeetingReader
{
    private const int ModifierReach = 5;
    private readonly MeetingNouns nouns;
    private readonly MeetingPronouns pronouns;
    private readonly MeetingLinker linker;
    private readonly MeetingGuards guards;
    private readonly ToldMeetings told;
    private readonly NamedMeetings named;
    private readonly PartyFinder parties;

    public MeetingReader(Lexicon lexicon, CueRules rules, PartyFinder parties, DateFinder dates, MeetingVenues venues, HostCountries hosts, MeetingGuards guards)
    {
        nouns = new MeetingNouns(lexicon);
        pronouns = new MeetingPronouns(lexicon, nouns);
        linker = new MeetingLinker(lexicon, rules);
        var draft = new MeetingDraft(lexicon, nouns);
        var days = new MeetingDays(lexicon, nouns, dates);
        told = new ToldMeetings(lexicon, draft, days, new MeetingTables(parties, guards), venues, hosts, guards);
        named = new NamedMeetings(lexicon, draft, days, parties, venues);
        this.guards = guards;
        this.parties = parties;
    }

    public List<Reading> Read(IReadOnlyList<SentenceContext> report)
    {
        var (anchors, cues) = (new List<int>(), new List<LinkedCue>());
        List<Reading> all = [], here = [];
        var last = -1;
        for (var i = 0; i < report.Count; i++)
        {
            if (guards.IsQuestion(report[i].Marks))
                continue;
            here.Clear();
            Link(report[i], anchors, cues, isTold: last >= 0 && i - last == 1);
            Read(report[i], anchors, cues, here);
            last = here.Count > 0 ? i : last;
            foreach (var reading in here)
            {
                if (!IsOutdone(reading, here))
                    all.Add(reading);
            }
        }

        return all;
    }

    /// <summary>The one table that a headline names by noun or verb; <c>null</c> where it names none or several.</summary>
    public ImmutableSortedSet<string>? TableOf(List<SentenceContext> headline)
    {
        var tables = Read(headline).Where(r => r.PartiesNamed).Select(r => r.Parties).ToList();
        var anchors = new List<int>();
        foreach (var context in headline)
        {
            nouns.Find(context.Marks, anchors);
            tables.AddRange(anchors.Select(a => parties.Find(context, a)).Where(parties.Watched.IsTable).Select(t => t.Parties));
        }

        return tables.Count > 0 && tables.TrueForAll(tables[0].SetEquals) ? tables[0] : null;
    }

    private void Link(SentenceContext context, List<int> anchors, List<LinkedCue> cues, bool isTold)
    {
        nouns.Find(context.Marks, anchors);
        if (anchors.Count == 0 && pronouns.Find(context, isTold) is { } pronoun)
            anchors.Add(pronoun);
        linker.Link(context.Marks, anchors, cues);
    }

    /// <param name="anchors">Nouns of meeting; the verbs that have none are added.</param>
    private void Read(SentenceContext context, List<int> anchors, List<LinkedCue> cues, List<Reading> found)
    {
        anchors.RemoveAll(a => IsOccasion(context.Marks, a, cues));
        var count = anchors.Count;
        AddVerbs(anchors, cues);
        foreach (var cue in cues)
        {
            var readings = told.Of(context, cue, anchors);
            if (readings.Count == 0 && cue is { IsEvent: true, Rule.Groups: false, Next: { IsEvent: true, Rule.Groups: true } next })
                readings = told.Of(context, next, anchors);
            found.AddRange(readings);
        }

        for (var i = 0; i < count; i++)
        {
            if (IsFree(anchors[i], cues, found) && !IsPurpose(context.Marks, anchors[i], cues, found))
                found.AddRange(named.Of(context, anchors[i], anchors));
        }
    }

    /// <summary>Where one goes to meet is where one meets: a journey keeps no place for itself.</summary>
    private static void AddVerbs(List<int> anchors, List<LinkedCue> cues)
    {
        foreach (var cue in cues)
        {
            if (!cue.Rule.Journey && !anchors.Contains(cue.Anchor))
                anchors.Add(cue.Anchor);
        }
    }

    /// <summary>"offered to host both at a summit in Istanbul": what the verb tells of, by its noun.</summary>
    private static bool IsOccasion(MarkedSentence marks, int noun, List<LinkedCue> cues)
    {
        var article = noun - 1;
        while (article > 0 && noun - article < ModifierReach && marks.Word(article) is not ("a" or "an" or "the" or "at" or ","))
            article--;
        return marks.Word(article) is "a" or "an" && marks.Word(article - 1) == "at"
            && cues.Exists(c => c.IsEvent && c.Anchor < noun && marks.Clauses[c.Anchor] == marks.Clauses[noun]) && !cues.Exists(c => c.Anchor == noun);
    }

    /// <summary>No phrase speaks of it, and it is no part of one that told of a meeting: "accepted the offer of talks".</summary>
    private static bool IsFree(int anchor, List<LinkedCue> cues, List<Reading> told)
    {
        if (IsTold(anchor, told))
            return false;
        foreach (var cue in cues)
        {
            if (cue.Anchor == anchor && !(cue.IsEvent && cue.Rule.Status is null))
                return false;
            if (cue is { IsEvent: true, Rule.Status: not null } && anchor >= cue.Match.First && anchor <= cue.Match.Last && IsTold(cue.Anchor, told))
                return false;
        }

        return true;
    }

    /// <summary>"left for Geneva on Monday for talks": those of the way there, which is told already.</summary>
    private static bool IsPurpose(MarkedSentence marks, int anchor, List<LinkedCue> cues, List<Reading> told)
    {
        if (marks.Word(anchor - 1) != "for" && marks.Word(anchor - 2) != "for")
            return false;
        foreach (var cue in cues)
        {
            if (cue.Rule.Journey && cue.Anchor < anchor && marks.Clauses[cue.Anchor] == marks.Clauses[anchor] && IsTold(cue.Anchor, told))
                return true;
        }

        return false;
    }

    private static bool IsTold(int anchor, List<Reading> told)
    {
        foreach (var reading in told)
        {
            if (reading.Anchor == anchor)
                return true;
        }

        return false;
    }

    private static bool IsOutdone(Reading reading, List<Reading> all)
    {
        foreach (var other in all)
        {
            if (IsRefusedToo(reading, other) || IsArrived(reading, other))
                return true;
        }

        return false;
    }

    /// <summary>"turned down Budapest when it was mentioned as a venue": the refusal is the news.</summary>
    private static bool IsRefusedToo(Reading reading, Reading other) =>
        reading is { Status: ClaimStatus.Proposed, Place: not null } or { Status: ClaimStatus.Planned, Certainty: Certainty.Possible }
        && (other.Status == ClaimStatus.Rejected || other.Status == ClaimStatus.Cancelled && reading.Status == ClaimStatus.Proposed)
        && (other.Place == reading.Place || reading is { Status: ClaimStatus.Planned, Place: null });

    /// <summary>"flew to Moscow, where Putin received him": whoever has met is no longer on the way.</summary>
    private static bool IsArrived(Reading reading, Reading other) =>
        reading is { Status: ClaimStatus.Planned, HasDates: false, IsJourney: true } && other.Status == ClaimStatus.Concluded && other.Place == reading.Place;
}
