namespace TalksWatcher.Claims.Times;

/// <summary>All that a phrase is resolved against.</summary>
/// <param name="PhraseStart">Where the outermost phrase begins that holds this one.</param>
internal readonly record struct Surroundings(TokenizedText Text, DateOnly Published, int Start, int PhraseStart)
{
    /// <summary>How deep this phrase sits in others.</summary>
    public int Depth { get; init; }

    /// <summary>The dates before it in the text, which "the following day" refers to.</summary>
    public Anchors Anchors { get; init; }

    /// <summary>Set for the later end of a span ("Monday to Wednesday"): weekdays and dates follow this day.</summary>
    public DateOnly? NotBefore { get; init; }

    public bool IsInner => Depth > 0;

    public TimeDirection Direction =>
        NotBefore is null ? Clause.DirectionAt(Text, Start, PhraseStart) : TimeDirection.Future;

    /// <summary>The day that bare weekdays and dates are sought from.</summary>
    public DateOnly Reference => NotBefore ?? Published;
}
