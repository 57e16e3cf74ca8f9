namespace TalksWatcher.Claims.Text;

/// <summary>The text of a report, cut into paragraphs, sentences and tokens; offsets point into the report's text.</summary>
internal static class ReportText
{
    /// <summary>No sentence is read further: the numbers of its clauses, names and times are bytes.</summary>
    public const int MostTokens = 250;

    public static IEnumerable<Sentence> Sentences(string text, WordTable words, JunkLines junk, Blocks<Token> room)
    {
        var (number, tokenizer) = (0, new Tokenizer(text, words));
        foreach (var (start, end) in Paragraphs(text))
        {
            number++;
            if (junk.IsJunk(text.AsSpan(start, end - start)))
                continue;
            var next = start;
            while (SentenceSplitter.Next(text, ref next, end) is var (from, to))
            {
                tokenizer.Begin(from, to);
                var (tokens, more) = (Next(tokenizer, room), Next(tokenizer, room));
                var sentence = more.Length == 0 ? new Sentence(number, from, to - from, tokens) : Part(number, tokens);
                if (!sentence.IsHeading)
                    yield return sentence;
                for (; more.Length > 0; more = Next(tokenizer, room))
                {
                    if (Part(number, more) is { IsHeading: false } part)
                        yield return part;
                }
            }
        }
    }

    private static TokenList Next(Tokenizer tokenizer, Blocks<Token> room) => new(room.Take(tokenizer.Next(room.Free(MostTokens))));

    /// <summary>What runs on for more than a page is no sentence; cutting it keeps the work in step with the length.</summary>
    private static Sentence Part(int paragraph, TokenList tokens) =>
        new(paragraph, tokens[0].Start, tokens[^1].End - tokens[0].Start, tokens);

    /// <summary>Paragraphs are parted by blank lines; a text without any has one to a line.</summary>
    public static IEnumerable<(int Start, int End)> Paragraphs(string text)
    {
        var byLine = !text.AsSpan().Trim().Contains("\n\n", StringComparison.Ordinal);
        var start = 0;
        while (start < text.Length)
        {
            var end = BreakAfter(text, start, byLine);
            if (!text.AsSpan(start, end - start).IsWhiteSpace())
                yield return (start, end);
            start = end;
            while (start < text.Length && text[start] is '\n' or '\r')
                start++;
        }
    }

    private static int BreakAfter(string text, int start, bool byLine)
    {
        for (var at = text.IndexOf('\n', start); at >= 0; at = text.IndexOf('\n', at + 1))
        {
            if (byLine || IsBlankLineAfter(text, at))
                return at;
        }

        return text.Length;
    }

    private static bool IsBlankLineAfter(string text, int newline)
    {
        for (var at = newline + 1; at < text.Length; at++)
        {
            if (text[at] == '\n')
                return true;
            if (!char.IsWhiteSpace(text[at]))
                return false;
        }

        return false;
    }
}
