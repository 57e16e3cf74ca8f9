namespace TalksWatcher.Claims.Times;

/// <summary>What one word, as a verb or part of one, tells of the time of its clause.</summary>
internal static class VerbCue
{
    private static readonly string[] Determiners = ["a", "an", "the", "its", "their", "his", "her", "'s", "-"];
    private static readonly string[] NoVerbs = ["a", "an", "the", "its", "their", "his", "her", "him", "them", "us", "me", "this", "that", "be", "have"];

    /// <param name="text">The tokens of the text.</param>
    /// <param name="at">The word to judge.</param>
    /// <param name="date">The first token of the date that it may govern.</param>
    public static TimeDirection DirectionOf(TokenizedText text, int at, int date) => text.WordAt(at)?.Cue switch
    {
        null => IsRegularPast(text, at) ? Past(text, at) : TimeDirection.Unknown,
        ClauseCue.PastVerb => Past(text, at),
        ClauseCue.Future when text.Is(at, "set") && !text.Is(at + 1, "to", "for") => Past(text, at),
        ClauseCue.Future when text.Is(at, "going", "willing", "ready", "prepared") && !text.Is(at + 1, "to", "for", "ahead", "on") => TimeDirection.Unknown,
        ClauseCue.Future => Auxiliary(text, at) == ClauseCue.Had ? TimeDirection.Either : TimeDirection.Future,
        ClauseCue.FutureObject => date - at <= 2 ? TimeDirection.Past : TimeDirection.Future,
        ClauseCue.Modal => Modal(text, at),
        ClauseCue.BePresent => TimeDirection.Present,
        ClauseCue.PresentVerb => Present(text, at),
        ClauseCue.BePast or ClauseCue.Have or ClauseCue.Had => TimeDirection.Past,
        ClauseCue.InfinitiveTo => Infinitive(text, at),
        _ => TimeDirection.Unknown,
    };

    private static TimeDirection Modal(TokenizedText text, int at)
    {
        if (text.Is(at, "may") && text[at].Has(TokenTraits.Capital))
            return TimeDirection.Unknown;
        return text.Is(at + 1, "have") || text.Is(at + 2, "have") ? TimeDirection.Either : TimeDirection.Future;
    }

    private static TimeDirection Infinitive(TokenizedText text, int at)
    {
        if (text.WordAt(at - 1)?.Cue is ClauseCue.BePresent or ClauseCue.BePast && IsVerbLike(text, at + 1))
            return text.WordAt(at - 1)!.Cue == ClauseCue.BePresent ? TimeDirection.Future : TimeDirection.Either;
        if (text.WordAt(at + 1)?.Cue is not (ClauseCue.BaseVerb or ClauseCue.PresentVerb or ClauseCue.BePresent))
            return TimeDirection.Unknown;
        return IsFailed(text, at) ? TimeDirection.Past : TimeDirection.Future;
    }

    /// <summary>"were to bring the teams together", "is to host": whatever the verb; not "was to him".</summary>
    private static bool IsVerbLike(TokenizedText text, int at) =>
        text[at].Has(TokenTraits.Letters) && !text[at].Has(TokenTraits.Capital) && !text.Is(at, NoVerbs);

    private static TimeDirection Past(TokenizedText text, int at) =>
        Auxiliary(text, at) is ClauseCue.Modal or ClauseCue.InfinitiveTo or ClauseCue.BePresent
            ? TimeDirection.Future
            : TimeDirection.Past;

    private static TimeDirection Present(TokenizedText text, int at) => Auxiliary(text, at) switch
    {
        _ when text.Is(at - 1, Determiners) || text.Is(at - 1, "of") => TimeDirection.Unknown,
        ClauseCue.Modal or ClauseCue.InfinitiveTo => TimeDirection.Future,
        ClauseCue.Had => TimeDirection.Past,
        _ => TimeDirection.Present,
    };

    /// <summary>What a verb leans on: "will be [held]", "had not been [due]"; "did" and "failed to" count as "had".</summary>
    private static ClauseCue Auxiliary(TokenizedText text, int at)
    {
        for (var i = at - 1; i >= at - 4; i--)
        {
            var cue = text.WordAt(i)?.Cue ?? ClauseCue.None;
            if (text.Is(i, "did", "didn") || (cue == ClauseCue.InfinitiveTo && IsFailed(text, i)))
                return ClauseCue.Had;
            if (IsAuxiliary(cue))
                return cue;
            if (cue != ClauseCue.Adverb && !text.Span(i).EndsWith("ly"))
                return ClauseCue.None;
        }
        return ClauseCue.None;
    }

    private static bool IsAuxiliary(ClauseCue cue) => cue is ClauseCue.Modal or ClauseCue.InfinitiveTo
        or ClauseCue.BePresent or ClauseCue.BePast or ClauseCue.Have or ClauseCue.Had;

    /// <summary>"failed to meet".</summary>
    private static bool IsFailed(TokenizedText text, int to) => text.WordAt(to - 1)?.Cue == ClauseCue.FailedTo;

    /// <summary>"visited", but not "the limited" nor "US-brokered", which stand before a noun.</summary>
    private static bool IsRegularPast(TokenizedText text, int at) =>
        text[at] is { Length: >= 5 } token && !token.Has(TokenTraits.Capital) && text.Span(at).EndsWith("ed")
        && !text.Is(at - 1, Determiners);
}
