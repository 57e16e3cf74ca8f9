namespace TalksWatcher.Claims.Times;

/// <summary>
/// Tells from the words around a phrase whether it lies behind or ahead: the nearest verb before it in its part of the
/// clause, else the nearest after it, else the nearest beyond the commas.
/// </summary>
internal static class Clause
{
    /// <summary>Further off, a verb no longer governs the phrase; also keeps the work linear.</summary>
    private const int Reach = 30;

    private static readonly string[] Degrees = ["early", "soon", "late", "quickly", "far", "recently"];

    /// <param name="text">The tokens of the text.</param>
    /// <param name="at">The first token of the weekday or date.</param>
    /// <param name="phrase">The first token of the phrase that holds it ("until 5 p.m. on Friday").</param>
    public static TimeDirection DirectionAt(TokenizedText text, int at, int phrase)
    {
        var preposition = PrepositionCue.Before(text, at) ?? (phrase < at ? PrepositionCue.Before(text, phrase + 1) : null);
        if (preposition is { } direct)
            return direct;
        if (text.Is(at + 1, "'s"))
            return Scan(text, at, 1, crossSoftStops: false);
        ReadOnlySpan<(int Step, bool CrossSoftStops)> scans = [(-1, false), (1, false), (-1, true), (1, true)];
        foreach (var (step, crossSoftStops) in scans)
        {
            var direction = Scan(text, at, step, crossSoftStops);
            if (direction != TimeDirection.Unknown)
                return direction;
        }
        return TimeDirection.Unknown;
    }

    /// <summary>The end of a sentence or of its part; the dots of "U.S." are none.</summary>
    public static bool IsHardStop(TokenizedText text, int at) =>
        text.WordAt(at)?.Cue == ClauseCue.HardStop
        && !(text.Is(at, ".") && text.IsGlued(at) && text[at - 1].Length == 1)
        && !IsOfDegree(text, at);

    /// <summary>"as early as Thursday", "as from Sunday": part of the date's own phrase.</summary>
    private static bool IsOfDegree(TokenizedText text, int at) =>
        text.Is(at, "as") && (text.Is(at + 1, Degrees) || text.Is(at - 1, Degrees) || text.Is(at + 1, "from", "of"));

    private static TimeDirection Scan(TokenizedText text, int at, int step, bool crossSoftStops)
    {
        for (int i = at + step, left = Reach; left > 0 && i >= 0 && i < text.Count; i += step, left--)
        {
            if (IsHardStop(text, i) || (!crossSoftStops && IsSoftStop(text, i)))
                break;
            var direction = VerbCue.DirectionOf(text, i, at);
            if (direction != TimeDirection.Unknown)
                return direction;
        }
        return TimeDirection.Unknown;
    }

    private static bool IsSoftStop(TokenizedText text, int at) =>
        text.WordAt(at)?.Cue == ClauseCue.SoftStop && !(text.Is(at, "-") && text.IsGlued(at));
}
