namespace TalksWatcher.Claims.Times;

/// <summary>
/// Finds what an English newspaper writes about dates and reads it as days against the day of publication. The work
/// grows with the length of the text only.
/// </summary>
public sealed class TimeReader
{
    private static readonly DateOnly Earliest = new(1900, 1, 1);
    private static readonly DateOnly Latest = new(2199, 12, 31);

    /// <param name="text">
    /// One sentence or paragraph of plain text; phrases such as "the following day" look back within it.
    /// </param>
    /// <param name="published">From 1900 to 2199; outside it nothing is read.</param>
    /// <returns>The date phrases in order; they do not overlap.</returns>
    public static IReadOnlyList<TimeMention> Read(string text, DateOnly published) => Read(text, published, out _);

    internal static IReadOnlyList<TimeMention> Read(string text, DateOnly published, out long looks)
    {
        ArgumentNullException.ThrowIfNull(text);
        looks = 0;
        if (published < Earliest || published > Latest)
            return [];
        using var tokenized = new Tokenizer(TimeGrammar.English.Lexicon, text).Run();
        var mentions = Mentions(tokenized, new(TimeGrammar.English, tokenized, published));
        looks = tokenized.Looks;
        return mentions;
    }

    private static List<TimeMention> Mentions(TokenizedText text, TimeParser parser)
    {
        var mentions = new List<TimeMention>();
        TimeValue? anchor = null;
        for (var at = 0; at < text.Count;)
        {
            var reading = parser.CanBegin(at) ? parser.Read(at, anchor) : null;
            if (reading is null)
            {
                at++;
                continue;
            }
            mentions.Add(Mention(text, reading));
            anchor = reading.Value is { From: not null } or { To: not null } ? reading.Value : anchor;
            at = reading.End;
        }
        return mentions;
    }

    private static TimeMention Mention(TokenizedText text, Reading reading)
    {
        var (start, value) = (text[reading.Start].Start, reading.Value);
        return new(start, text[reading.End - 1].End - start, value.From, value.To, value.Grain, value.Role)
        {
            Rule = reading.Rules,
            Direction = reading.Direction,
            Days = value.Days,
        };
    }
}
