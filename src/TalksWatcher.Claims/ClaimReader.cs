using TalksWatcher.Claims.Conflicts;
using TalksWatcher.Claims.Events;
using TalksWatcher.Claims.Languages;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims;

/// <summary>Text in, claims out. Pure: the same report and vocabulary give the same claims, always.</summary>
public sealed class ClaimReader
{
    /// <summary>Version of the rules; stored with every claim so that a later version can be compared.</summary>
    public const string RulesVersion = "6";

    /// <summary>The language that the rules read.</summary>
    private const string English = "en";

    private readonly LanguageDetector languages;
    private readonly SideFilter sides;
    private readonly Pipeline pipeline;

    /// <exception cref="RuleFileException">A rule or word list is faulty; the message names file and line.</exception>
    public ClaimReader(Vocabulary vocabulary)
        : this(vocabulary, ClaimRules.LoadEmbedded())
    {
    }

    internal ClaimReader(Vocabulary vocabulary, ClaimRules rules)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        languages = rules.Languages;
        sides = new SideFilter(vocabulary);
        pipeline = new Pipeline(vocabulary, rules);
    }

    public ReadResult Read(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (SetAside(report) is { } aside)
            return aside;
        if (!sides.MayConcern(report.Text))
            return new ReadResult(report.Id, English, null, []);
        using var room = new ReadingRoom();
        var contexts = pipeline.Annotate(report.Text, report.Day!.Value, room);
        var conflict = pipeline.Judge(contexts);
        return conflict.IsAnyOurs ? Merged(report, pipeline.Read(contexts, conflict), contexts, room) : new ReadResult(report.Id, English, null, []);
    }

    /// <summary>Reads a report and keeps what each layer saw.</summary>
    public ReadTrace Explain(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (SetAside(report) is { } aside)
            return new ReadTrace(aside, []);
        using var room = new ReadingRoom();
        var contexts = pipeline.Annotate(report.Text, report.Day!.Value, room);
        var readings = pipeline.Read(contexts, pipeline.Judge(contexts));
        return new ReadTrace(Merged(report, readings, contexts, room), contexts.Select(c => Trace(c, report.Text, readings)).ToValueList());
    }

    private ReadResult Merged(Report report, List<Reading> readings, List<SentenceContext> contexts, ReadingRoom room) =>
        new(report.Id, English, SetAside: null, pipeline.Merge(readings, report, contexts, room));

    private ReadResult? SetAside(Report report)
    {
        if (string.IsNullOrWhiteSpace(report.Text))
            return new ReadResult(report.Id, null, "empty", []);
        var language = languages.Detect(report.Text);
        if (language != English)
            return new ReadResult(report.Id, language, "language", []);
        return report.Day is null ? new ReadResult(report.Id, language, "undated", []) : null;
    }

    private static SentenceTrace Trace(SentenceContext context, string text, List<Reading> readings)
    {
        var marks = context.Marks;
        var mine = readings.Where(r => r.Sentence == context.Index).ToList();
        return new SentenceTrace(
            context.Paragraph,
            text.Substring(marks.Sentence.Start, marks.Sentence.Length),
            marks.Mentions.Select(m => $"{m.Name.Canonical} ({m.Actor}, {m.Kind})").ToValueList(),
            marks.Times.Select(t => new TimeAnnotation(text.Substring(t.Mention.Start, t.Mention.Length), t.Mention.Start, t.Mention.Length, t.From, t.To)).ToValueList(),
            context.Speakers.Select(s => s.Name.Canonical).ToValueList(),
            context.Venues.Select(v => $"{v.Name} ({v.Role})").ToValueList(),
            Clauses(context, text).ToValueList(),
            mine.FirstOrDefault()?.Decided,
            mine.Select(r => r.Describe()).ToValueList());
    }

    private static IEnumerable<string> Clauses(SentenceContext context, string text)
    {
        var marks = context.Marks;
        var tokens = marks.Tokens;
        for (var first = 0; first < tokens.Length;)
        {
            var last = first;
            while (last + 1 < tokens.Length && marks.Clauses[last + 1] == marks.Clauses[first])
                last++;
            yield return text[tokens[first].Start..tokens[last].End];
            first = last + 1;
        }
    }
}
