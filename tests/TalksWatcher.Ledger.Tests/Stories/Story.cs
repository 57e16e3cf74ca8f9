using System.Globalization;
using TalksWatcher.Claims;

namespace TalksWatcher.Ledger.Tests.Stories;

/// <summary>
/// A stream of reports written by hand: <c>2026-02-01 10:00 Reuters #id: claim; claim</c>, each followed by what it raises
/// (<c>=&gt; …</c>, or nothing). <c>r2</c> after the id is a revision; <c>quiet</c> a baseline report; <c>tick DATE</c>,
/// <c>release #id: claim</c> and <c>retract #id: claim</c> are steps too.
/// </summary>
internal sealed record Story(string Name, IReadOnlyList<StoryStep> Steps)
{
    public static Story Read(string path)
    {
        var steps = new List<StoryStep>();
        foreach (var line in File.ReadLines(path).Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#'))
        {
            if (line.StartsWith("=> ", StringComparison.Ordinal))
                steps[^1] = steps[^1] with { Expected = [.. steps[^1].Expected, line[3..]] };
            else
                steps.Add(new StoryStep(line, steps.Count, []));
        }
        return new Story(Path.GetFileNameWithoutExtension(path), steps);
    }

    /// <summary>The story as it went: every step with what it raised.</summary>
    public (string Told, string Expected) Play()
    {
        var book = new MemoryBook(TestWatch.Ledger, checkpointEvery: 2);
        var played = Steps.Select(step => (step, raised: step.Play(book).Select(StoryWords.Of).ToArray())).ToList();
        return (Join(played.Select(p => (p.step.Line, (IEnumerable<string>)p.raised))), Join(Steps.Select(s => (s.Line, s.Expected))));
    }

    /// <summary>What is believed in the end.</summary>
    public IReadOnlyCollection<TrackState> States()
    {
        var book = new MemoryBook(TestWatch.Ledger, checkpointEvery: 2);
        foreach (var step in Steps)
            step.Play(book);
        return book.States.Values;
    }

    private static string Join(IEnumerable<(string Line, IEnumerable<string> Raised)> steps) =>
        string.Join('\n', steps.SelectMany(s => s.Raised.Select(r => "=> " + r).Prepend(s.Line)));
}

internal sealed record StoryStep(string Line, int Number, IEnumerable<string> Expected)
{
    public IReadOnlyList<Development> Play(MemoryBook book)
    {
        var words = Line.Split(' ', 2);
        return words[0] switch
        {
            "tick" => book.Tick(DateOnly.ParseExact(words[1], "yyyy-MM-dd", CultureInfo.InvariantCulture)),
            "release" => book.Decide(Decision(DecisionKind.Release, words[1])),
            "retract" => book.Decide(Decision(DecisionKind.Retract, words[1])),
            _ => book.Take(Observation()),
        };
    }

    private Observation Observation()
    {
        var colon = Line.IndexOf(": ", StringComparison.Ordinal);
        var head = (colon < 0 ? Line.TrimEnd(':') : Line[..colon]).Split(' ');
        var at = DateTimeOffset.ParseExact($"{head[0]} {head[1]}", "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        var rest = head[2..];
        return new Observation
        {
            Document = rest.FirstOrDefault(w => w.StartsWith('#'))?[1..] ?? $"report-{Number}",
            Revision = rest.FirstOrDefault(w => w.Length == 2 && w[0] == 'r' && char.IsDigit(w[1])) is { } r ? r[1] - '0' : 1,
            Published = at,
            RecordedAt = at,
            Outlet = string.Join(' ', rest.TakeWhile(w => !w.StartsWith('#') && !w.StartsWith("text=", StringComparison.Ordinal) && w != "quiet")),
            Print = rest.FirstOrDefault(w => w.StartsWith("text=", StringComparison.Ordinal)) is { } text ? Print(text[5..]) : null,
            Quiet = rest.Contains("quiet"),
            Claims = colon < 0 ? [] : Line[(colon + 2)..].Split(';').Select(c => StoryWords.Read(c, at.Year)).ToValueList(),
        };
    }

    /// <summary>"Ab" and "Ac" share one name of three, "Ab" and "Ab" both: enough to be a copy or not.</summary>
    private static TextPrint? Print(string letters) =>
        TextPrint.Of(string.Join(' ', letters.Select(letter => $"once upon {letter} time came Mr {new string(char.ToUpperInvariant(letter), 5)}")));

    private static Decision Decision(DecisionKind kind, string words)
    {
        var colon = words.IndexOf(": ", StringComparison.Ordinal);
        var claim = StoryWords.Read(words[(colon + 2)..], 2026);
        return new Decision(words, kind, words[1..colon], ClaimKey.Of(claim), "editor", "misread",
            new DateTimeOffset(2026, 12, 31, 0, 0, 0, TimeSpan.Zero));
    }
}
