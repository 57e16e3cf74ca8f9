using System.Collections.Frozen;
using TalksWatcher.Claims.Conflicts;
using TalksWatcher.Claims.Events;
using TalksWatcher.Claims.Events.Answers;
using TalksWatcher.Claims.Events.Arguments;
using TalksWatcher.Claims.Events.Delegations;
using TalksWatcher.Claims.Events.Meetings;
using TalksWatcher.Claims.Events.Outcomes;
using TalksWatcher.Claims.Events.Strikes;
using TalksWatcher.Claims.Events.Truces;
using TalksWatcher.Claims.Merging;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Scope;
using TalksWatcher.Claims.Text;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims;

/// <summary>The layers in their order; each method is one of them.</summary>
internal sealed class Pipeline
{
    /// <summary>About so long is a sentence: room for as many as a report will hold.</summary>
    private const int LettersPerSentence = 100;
    private const int WordsOfLate = 32_768;
    private readonly ClaimRules rules;
    private readonly NameBook names;
    private readonly WordTable words;
    private readonly Pattern speech;
    private readonly SpeechSubjects subjects;
    private readonly VenueFinder venues;
    private readonly ConflictJudge judge;
    private readonly MeetingReader meetings;
    private readonly TruceReader truces;
    private readonly AnswerReader answers;
    private readonly StrikeReader strikes;
    private readonly DelegationReader delegations;
    private readonly FrozenSet<string> denials;
    private readonly Recollection recollection;
    private readonly Antecedents antecedents;
    private readonly FrozenSet<string> contrasts;
    private readonly DayMemory days;
    private readonly TrucePhrases halts;
    private readonly GivenUpSlots slots;

    public Pipeline(Vocabulary vocabulary, ClaimRules rules)
    {
        var sides = vocabulary.Warring.Concat(vocabulary.Mediators).ToHashSet(StringComparer.Ordinal);
        var lexicon = rules.Lexicon;
        var dates = new DateFinder(lexicon);
        this.rules = rules;
        names = new NameBook(vocabulary);
        words = new WordTable(rules.Spellings.Concat(names.Words), WordsOfLate);
        speech = SpeakerFinder.Phrases(lexicon);
        subjects = new SpeechSubjects(lexicon, new SpeakerTitles(lexicon, names), names);
        venues = new VenueFinder(lexicon, names, sides, vocabulary.Warring.ToHashSet(StringComparer.Ordinal));
        judge = new ConflictJudge(lexicon, vocabulary);
        meetings = new MeetingReader(lexicon, rules.Meetings, new PartyFinder(lexicon, vocabulary), dates, new MeetingVenues(lexicon, vocabulary), new HostCountries(lexicon, vocabulary), new MeetingGuards(lexicon, vocabulary));
        truces = new TruceReader(lexicon, rules.Truces, dates, vocabulary);
        answers = new AnswerReader(lexicon, rules.Answers, vocabulary);
        strikes = new StrikeReader(lexicon, names, dates, vocabulary);
        delegations = new DelegationReader(lexicon, rules.Delegations, sides);
        denials = lexicon.Words("outcome-denials");
        recollection = new Recollection(lexicon);
        antecedents = new Antecedents(vocabulary);
        contrasts = lexicon.Words("contrast-openers");
        days = new DayMemory(lexicon, dates);
        halts = new TrucePhrases(lexicon);
        slots = new GivenUpSlots(lexicon);
    }

    /// <summary>Text, names, times, speakers, venues.</summary>
    public List<SentenceContext> Annotate(string text, DateOnly published, ReadingRoom room)
    {
        var finder = new MentionFinder(text, names, rules.Lexicon);
        var speakers = new SpeakerFinder(rules.Lexicon, subjects, speech);
        using var times = new TimeSpotter(text, published);
        var contexts = new List<SentenceContext>(text.Length / LettersPerSentence);
        string? placeBefore = null;
        foreach (var sentence in ReportText.Sentences(text, words, rules.JunkLines, room.Tokens))
        {
            var marks = new MarkedSentence(sentence, finder.Find(sentence), times.In(sentence), room);
            var givenUp = slots.Find(marks);
            contexts.Add(new SentenceContext(marks, contexts.Count, published, speakers.Find(marks), GivenUpSlots.Without(givenUp, venues.Find(marks)))
            {
                GivenUp = givenUp,
                PlaceBefore = placeBefore,
                Before = contexts.Count > 0 ? contexts[^1] : null,
                Halt = halts.Find(marks, contexts.Count > 0 && contexts[^1].Paragraph == sentence.Paragraph ? contexts[^1].Marks : null),
            });
            placeBefore = contexts[^1].Venues.Count > 0 ? contexts[^1].Venues[^1].Name : placeBefore;
        }

        return contexts;
    }

    /// <summary>Which sentences can tell of the watched war.</summary>
    public ConflictView Judge(List<SentenceContext> contexts)
    {
        var weights = new ConflictWeight[contexts.Count];
        for (var i = 0; i < weights.Length; i++)
            weights[i] = judge.Weigh(contexts[i].Marks);
        return new ConflictView(weights);
    }

    /// <summary>Events with their scope and arguments, as far as they belong to the watched war.</summary>
    public List<Reading> Read(List<SentenceContext> contexts, ConflictView conflict)
    {
        var told = meetings.Read(contexts);
        List<Reading> found =
            [.. Answered(contexts, conflict, [.. told, .. truces.Read(contexts)]), .. strikes.Read(contexts), .. delegations.Read(contexts, told)];
        if (found.Count == 0)
            return found;
        var (attribution, outcomes) = (new Attribution(contexts, found, contrasts), new OutcomeFinder(rules.Outcomes, denials, contexts));
        var marked = recollection.Mark(found, contexts);
        for (var at = 0; at < found.Count; at++)
        {
            var reading = marked[at];
            found[at] = conflict.Decide(reading.Sentence) is not { } decided ? reading
                : reading with { Decided = decided, Outcome = outcomes.Of(reading), Says = attribution.Of(reading), Via = Credited(contexts[reading.Sentence]) };
        }

        return found;
    }

    /// <summary>What answers an event stands after it, where its sentence does.</summary>
    private List<Reading> Answered(List<SentenceContext> contexts, ConflictView conflict, List<Reading> told)
    {
        var inOrder = InOrder(told);
        var found = answers.Read(contexts, inOrder.FindAll(r => conflict.Decide(r.Sentence) is not null));
        return found.Count == 0 ? inOrder : InOrder([.. inOrder, .. found]);
    }

    private static List<Reading> InOrder(List<Reading> readings)
    {
        for (var at = 1; at < readings.Count; at++)
        {
            if (readings[at].Sentence < readings[at - 1].Sentence)
                return [.. readings.OrderBy(r => r.Sentence)];
        }

        return readings;
    }

    /// <summary>A short line without a stop is taken for a caption.</summary>
    private static string AsSentence(string title) => title.Length > 0 && char.IsLetterOrDigit(title[^1]) ? title + "." : title;

    public ValueList<Claim> Merge(List<Reading> readings, Report report, List<SentenceContext> contexts, ReadingRoom room)
    {
        if (!readings.Exists(r => r.Decided is not null))
            return [];
        var ours = antecedents.Resolve(readings, contexts, () => meetings.TableOf(Annotate(AsSentence(report.Title), report.Day!.Value, room)));
        var (memory, breaches, merger) = (new VenueMemory(contexts, ours), new ViolationDates(ours), new Merger(names));
        foreach (var reading in ours)
            merger.Add(memory.Fill(breaches.Fill(reading)));
        var (merged, writer) = (merger.Finish(), new ClaimWriter(report, contexts));
        var claims = new Claim[merged.Count];
        for (var at = 0; at < claims.Length; at++)
            claims[at] = writer.Write(days.Fill(merged[at], contexts));
        return new ValueList<Claim>(claims);
    }

    /// <summary>The outlet or agency that a sentence names as its source.</summary>
    private static string? Credited(SentenceContext context)
    {
        if (context.Marks.Mentions.Find(m => m.Kind == NameKind.Outlet) is { } named)
            return named.Name.Canonical;
        for (var i = 0; i < context.Speakers.Count; i++)
        {
            if (context.Speakers[i].Kind == NameKind.Outlet)
                return context.Speakers[i].Name.Canonical;
        }

        return null;
    }
}
