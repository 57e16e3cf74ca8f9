namespace TalksWatcher.Claims.Times;

/// <summary>Reads a text part by part without making anything anew for each.</summary>
internal sealed class TimeScanner : IDisposable
{
    private static readonly DateOnly Earliest = new(1900, 1, 1);
    private static readonly DateOnly Latest = new(2199, 12, 31);

    /// <summary>So many parts on, "the following day" no longer refers to a date.</summary>
    private const int AnchorParts = 3;

    private readonly TokenizedText text;
    private readonly TimeParser parser;
    private readonly bool isReadable;
    private readonly DateOnly published;
    private Anchors anchors;
    private int age;

    public TimeScanner(string text, DateOnly published)
    {
        this.text = new TokenizedText(TimeGrammar.English.Lexicon, text);
        parser = new TimeParser(TimeGrammar.English, this.text, published);
        this.published = published;
        isReadable = published >= Earliest && published <= Latest;
    }

    /// <summary>Tokens looked at so far: the work done.</summary>
    public long Looks => text.Looks;

    /// <summary>Adds the phrases of one sentence or paragraph, the next of its text; their offsets point into the whole text.</summary>
    public void Read(int start, int end, List<TimeMention> mentions)
    {
        if (!isReadable)
            return;
        text.Read(start, end);
        anchors = age++ < AnchorParts ? anchors with { IsHere = false } : default;
        for (var at = 0; at < text.Count;)
        {
            var reading = parser.CanBegin(at) ? parser.Read(at, anchors) : null;
            if (reading is null)
            {
                at++;
                continue;
            }
            mentions.Add(Mention(reading));
            if (reading.Value is { From: not null } or { To: not null })
                (anchors, age) = (anchors.With(reading.Value, published), 0);
            at = reading.End;
        }
    }

    public void Dispose() => text.Dispose();

    private TimeMention Mention(Reading reading)
    {
        var (start, value) = (text[reading.Start].Start, reading.Value);
        return new(start, text[reading.End - 1].End - start, value.From, value.To, value.Grain, value.Role)
        {
            Rule = reading.Names,
            Direction = reading.Direction,
            Days = value.Days,
        };
    }
}
