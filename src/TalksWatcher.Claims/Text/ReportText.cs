namespace TalksWatcher.Claims.Text;

/// <summary>The text of a report, cut into paragraphs, sentences and tokens; offsets point into the report's text.</summary>
internal static class ReportText
{
    private const int MostTokens = 250;

    public static IEnumerable<Sentence> Sentences(string text, JunkLines junk)
    {
        var number = 0;
        foreach (var (start, end) in Paragraphs(text))
        {
            number++;
            if (junk.IsJunk(text.AsSpan(start, end - start)))
                continue;
            foreach (var (from, to) in SentenceSplitter.Split(text, start, end))
            {
                foreach (var sentence in Cut(number, from, to, Tokenizer.Tokenize(text, from, to)))
                {
                    if (!sentence.IsHeading)
                        yield return sentence;
                }
            }
        }
    }

    /// <summary>What runs on for more than a page is no sentence; cutting it keeps the work in step with the length.</summary>
    private static IEnumerable<Sentence> Cut(int paragraph, int from, int to, Token[] tokens)
    {
        if (tokens.Length <= MostTokens)
        {
            yield return new Sentence(paragraph, from, to - from, tokens);
            yield break;
        }

        foreach (var part in tokens.Chunk(MostTokens))
            yield return new Sentence(paragraph, part[0].Start, part[^1].End - part[0].Start, part);
    }

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
        for (var at = start; at < text.Length; at++)
        {
            if (text[at] == '\n' && (byLine || IsBlankLineAfter(text, at)))
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
