using System.Collections.Frozen;

namespace TalksWatcher.Claims.Text;

/// <summary>Finds where sentences end inside one paragraph.</summary>
internal static class SentenceSplitter
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Abbreviations = FrozenSet.ToFrozenSet(
    [
        "mr", "mrs", "ms", "dr", "prof", "gen", "lt", "col", "sgt", "capt", "adm", "maj", "sen", "rep", "gov", "st", "no", "vs",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "approx", "est", "inc", "co", "ltd",
        "i.e", "e.g", "u.s", "u.k", "u.n", "e.u", "u.a.e", "d.c", "a.m", "p.m",
    ], StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The span of the next sentence, trimmed of white space; <c>null</c> where none is left.</summary>
    /// <param name="from">Where to go on; set behind the sentence.</param>
    public static (int Start, int End)? Next(string text, ref int from, int end)
    {
        for (var at = from; at < end; at++)
        {
            if (text[at] is not ('.' or '!' or '?' or '…' or '\n'))
                continue;
            var stop = PastClosers(text, at + 1, end);
            if (text[at] != '\n' && !EndsHere(text, from, at, stop, end))
                continue;
            var span = Trim(text, from, stop);
            from = stop;
            at = stop - 1;
            if (span is not null)
                return span;
        }

        var last = Trim(text, from, end);
        from = end;
        return last;
    }

    private static int PastClosers(string text, int at, int end)
    {
        while (at < end && text[at] is '"' or '”' or '’' or '\'' or ')' or ']' or '»' or '.' or '!' or '?')
            at++;
        return at;
    }

    private static bool EndsHere(string text, int from, int at, int stop, int end)
    {
        if (stop >= end)
            return true;
        if (!char.IsWhiteSpace(text[stop]))
            return text[at] == '.' && IsGluedStart(text, at, stop, end);
        if (text[at] == '.' && IsAbbreviation(text, from, at))
            return false;
        var next = stop;
        while (next < end && (char.IsWhiteSpace(text[next]) || text[next] is '"' or '“' or '‘' or '\'' or '(' or '[' or '«'))
            next++;
        return next >= end || char.IsUpper(text[next]) || char.IsDigit(text[next]) || text[next] is '—' or '–' or '-';
    }

    /// <summary>Web pages lose the space between sentences: "to leave.Kyiv has".</summary>
    private static bool IsGluedStart(string text, int at, int stop, int end) =>
        stop + 1 < end && char.IsUpper(text[stop]) && char.IsLower(text[stop + 1]) && at > 2
        && char.IsLower(text[at - 1]) && char.IsLower(text[at - 2]) && char.IsLower(text[at - 3]);

    private static bool IsAbbreviation(string text, int from, int at)
    {
        var start = at;
        while (start > from && (char.IsLetter(text[start - 1]) || text[start - 1] == '.'))
            start--;
        var word = text.AsSpan(start, at - start);
        if (word.Length == 1 && char.IsUpper(word[0]))
            return true;
        return Abbreviations.Contains(word);
    }

    private static (int Start, int End)? Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return start < end ? (start, end) : null;
    }
}
