namespace TalksWatcher.Claims.Times;

/// <summary>
/// Tells from the words around a phrase whether it lies behind or ahead: the nearest verb before it in its part of the
/// clause, else the nearest after it, else the nearest beyond the commas.
/// </summary>
internal static class Clause
{
    /// <summary>Further off, a verb no longer governs the phrase; also keeps the work linear.</summary>
    private const int Reach = 30;

    /// <param name="at">The first token of the weekday or date.</param>
    /// <param name="phrase">The first token of the phrase that holds it ("until 5 p.m. on Friday").</param>
    public static TimeDirection DirectionAt(TokenizedText text, int at, int phrase)
    {
        if ((Adjacent(text, at) ?? (phrase < at ? Adjacent(text, phrase + 1) : null)) is { } adjacent)
            return adjacent;
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

    private static TimeDirection? Adjacent(TokenizedText text, int at)
    {
        if (text.Is(at - 1, "until", "till", "through"))
            return text.Is(at - 2, "lasted", "held", "ran", "continued", "remained", "stayed") ? TimeDirection.Past : TimeDirection.Future;
        if (IsFormerSlot(text, at))
            return TimeDirection.Either;
        if (text.Is(at - 1, "by", "for", "to", "before", "starting", "beginning") && text.WordAt(at - 2)?.Class != WordClass.Unit)
            return TimeDirection.Future;
        if ((text.Is(at - 1, "of") && text.Is(at - 2, "ahead")) || (text.Is(at - 1, "from") && IsPromised(text, at)))
            return TimeDirection.Future;
        return text.Is(at - 1, "since", "after", "following") ? TimeDirection.Past : null;
    }

    /// <summary>"originally planned for Sunday", "instead of Sunday": the day may be over or not.</summary>
    private static bool IsFormerSlot(TokenizedText text, int at) =>
        (text.Is(at - 1, "of") && text.Is(at - 2, "instead"))
        || Enumerable.Range(at - 7, 6).Any(i => text.Is(i, "originally", "initially", "previously") && !text.Is(i - 1, ","));

    /// <summary>"agreed on a pause from Friday".</summary>
    private static bool IsPromised(TokenizedText text, int at) => Enumerable.Range(at - 9, 8).Any(i =>
        text.Is(i, "agreed", "announced", "declared", "ordered", "proclaimed", "promised", "pledged", "proposed", "offered"));

    private static TimeDirection Scan(TokenizedText text, int at, int step, bool crossSoftStops)
    {
        for (int i = at + step, left = Reach; left > 0 && i >= 0 && i < text.Count; i += step, left--)
        {
            if (IsStop(text, i, crossSoftStops))
                break;
            var direction = DirectionOf(text, i, at);
            if (direction != TimeDirection.Unknown)
                return direction;
        }
        return TimeDirection.Unknown;
    }

    private static bool IsStop(TokenizedText text, int at, bool crossSoftStops) => text.WordAt(at)?.Cue switch
    {
        ClauseCue.HardStop => IsHardStop(text, at),
        ClauseCue.SoftStop => !crossSoftStops && !(text.Is(at, "-") && text.IsGlued(at)),
        _ => false,
    };

    /// <summary>The end of a sentence or of its part; the dots of "U.S." are none.</summary>
    public static bool IsHardStop(TokenizedText text, int at) =>
        text.WordAt(at)?.Cue == ClauseCue.HardStop && !(text.Is(at, ".") && text.IsGlued(at) && text[at - 1].Length == 1);

    private static TimeDirection DirectionOf(TokenizedText text, int at, int phrase) => text.WordAt(at) switch
    {
        null => IsRegularPast(text, at) ? PastUnlessAuxiliary(text, at) : TimeDirection.Unknown,
        { Cue: ClauseCue.PastVerb } => PastUnlessAuxiliary(text, at),
        { Cue: ClauseCue.Future } => Auxiliary(text, at) == ClauseCue.Had ? TimeDirection.Either : TimeDirection.Future,
        { Cue: ClauseCue.FutureObject } => phrase > at && phrase - at <= 2 ? TimeDirection.Past : TimeDirection.Future,
        { Cue: ClauseCue.Modal } => ModalAt(text, at),
        { Cue: ClauseCue.BePresent } => TimeDirection.Present,
        { Cue: ClauseCue.PresentVerb } => PresentUnlessAuxiliary(text, at),
        { Cue: ClauseCue.BePast or ClauseCue.Have or ClauseCue.Had } => TimeDirection.Past,
        { Cue: ClauseCue.InfinitiveTo } when text.WordAt(at + 1)?.Cue is ClauseCue.BaseVerb or ClauseCue.PresentVerb or ClauseCue.BePresent =>
            IsFailed(text, at) ? TimeDirection.Past : TimeDirection.Future,
        _ => TimeDirection.Unknown,
    };

    private static TimeDirection ModalAt(TokenizedText text, int at)
    {
        if (text.Is(at, "may") && text[at].Has(TokenTraits.Capital))
            return TimeDirection.Unknown;
        return text.Is(at + 1, "have") || text.Is(at + 2, "have") ? TimeDirection.Either : TimeDirection.Future;
    }

    private static TimeDirection PastUnlessAuxiliary(TokenizedText text, int at) =>
        Auxiliary(text, at) is ClauseCue.Modal or ClauseCue.InfinitiveTo or ClauseCue.BePresent ? TimeDirection.Future : TimeDirection.Past;

    private static TimeDirection PresentUnlessAuxiliary(TokenizedText text, int at) => Auxiliary(text, at) switch
    {
        _ when text.Is(at - 1, "the", "a", "an", "its", "their", "his", "'s", "of", "-") => TimeDirection.Unknown,
        ClauseCue.Modal or ClauseCue.InfinitiveTo => TimeDirection.Future,
        ClauseCue.Had => TimeDirection.Past,
        _ => TimeDirection.Present,
    };

    /// <summary>"failed to [meet]".</summary>
    private static bool IsFailed(TokenizedText text, int to) => text.WordAt(to - 1)?.Cue == ClauseCue.FailedTo;

    /// <summary>The auxiliary that a participle belongs to: "will be [held]", "had not been [due]".</summary>
    private static ClauseCue Auxiliary(TokenizedText text, int at)
    {
        for (var i = at - 1; i >= at - 4; i--)
        {
            var cue = text.WordAt(i)?.Cue ?? ClauseCue.None;
            if (text.Is(i, "did", "didn") || (cue == ClauseCue.InfinitiveTo && IsFailed(text, i)))
                return ClauseCue.Had;
            if (cue is ClauseCue.Modal or ClauseCue.InfinitiveTo or ClauseCue.BePresent or ClauseCue.BePast or ClauseCue.Have or ClauseCue.Had)
                return cue;
            if (cue != ClauseCue.Adverb && !text.Span(i).EndsWith("ly"))
                return ClauseCue.None;
        }
        return ClauseCue.None;
    }

    /// <summary>"visited", but not "the limited" nor "US-brokered", which stand before a noun.</summary>
    private static bool IsRegularPast(TokenizedText text, int at) =>
        text[at] is { Length: >= 5 } token && !token.Has(TokenTraits.Capital) && text.Span(at).EndsWith("ed")
        && !text.Is(at - 1, "a", "an", "the", "its", "their", "his", "her", "-");
}
