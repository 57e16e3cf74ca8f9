using TalksWatcher.Claims.Conflicts;
using TalksWatcher.Claims.Events;
using TalksWatcher.Claims.Events.Arguments;
using TalksWatcher.Claims.Events.Meetings;
using TalksWatcher.Claims.Merging;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Text;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims;

/// <summary>Text in, claims out. Pure: the same report and vocabulary give the same claims, always.</summary>
public sealed class ClaimReader
{
    /// <summary>Version of the rules; stored with every claim so that a later version can be compared.</summary>
    public const string RulesVersion = "1";

    private readonly NameBook names;
    private readonly RuleBook rules;
    private readonly ConflictJudge judge;
    private readonly VenueFinder venues;
    private readonly MeetingReader meetings;
    private readonly Merger merger;

    public ClaimReader(Vocabulary vocabulary)
        : this(vocabulary, RuleBook.LoadEmbedded())
    {
    }

    internal ClaimReader(Vocabulary vocabulary, RuleBook rules)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        this.rules = rules;
        names = new NameBook(vocabulary);
        judge = new ConflictJudge(vocabulary);
        merger = new Merger(names);
        var parties = new PartyFinder(rules.Lexicon, vocabulary);
        venues = new VenueFinder(rules.Lexicon, names, vocabulary.Warring.Concat(vocabulary.Mediators).ToHashSet(StringComparer.Ordinal));
        meetings = new MeetingReader(rules.Lexicon, rules.Meetings, parties, new DateFinder(rules.Lexicon));
    }

    public ReadResult Read(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (string.IsNullOrWhiteSpace(report.Text))
            return new ReadResult(report.Id, null, "empty", []);
        if (report.Day is not { } published)
            return new ReadResult(report.Id, "en", "undated", []);
        var contexts = Annotate(report.Text, published);
        var view = judge.View([.. contexts.Select(c => c.Marks)]);
        var readings = contexts.SelectMany(meetings.Read)
            .Select(r => view.Decide(r.Sentence) is { } decided ? r with { Decided = decided, Says = Speakers(contexts[r.Sentence]) } : null)
            .OfType<Reading>();
        var claims = merger.Merge(readings)
            .Select(m => ClaimWriter.Write(m, report.Text, [.. contexts.Select(c => c.Marks.Sentence)]));
        return new ReadResult(report.Id, "en", null, claims.ToValueList());
    }

    private static System.Collections.Immutable.ImmutableList<string> Speakers(SentenceContext context) =>
        [.. context.Speakers.Select(s => s.IsPerson ? s.Name.Canonical[(s.Name.Canonical.LastIndexOf(' ') + 1)..] : s.Name.Canonical).Distinct(StringComparer.Ordinal)];

    private List<SentenceContext> Annotate(string text, DateOnly published)
    {
        var finder = new NameFinder(names);
        var speakers = new SpeakerFinder(rules.Lexicon);
        var contexts = new List<SentenceContext>();
        foreach (var sentence in ReportText.Sentences(text))
        {
            var marks = new MarkedSentence(sentence, finder.Find(sentence), StandInTimes.Find(text, sentence, published));
            contexts.Add(new SentenceContext(marks, contexts.Count, published, speakers.Find(marks), venues.Find(marks)));
        }

        return contexts;
    }
}
