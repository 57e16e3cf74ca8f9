namespace TalksWatcher.Claims.Times;

/// <summary>Words right before a date that tell more than any verb: "until", "since", "planned for".</summary>
internal static class PrepositionCue
{
    private const int Reach = 8;

    private static readonly string[] Lasting = ["lasted", "held", "ran", "continued", "remained", "stayed"];

    private static readonly string[] Promising =
        ["agreed", "announced", "declared", "ordered", "proclaimed", "promised", "pledged", "proposed", "offered"];

    /// <summary>"referring to Friday's attack", "in the night to Sunday".</summary>
    private static readonly string[] Referring =
        ["referring", "reference", "response", "reaction", "reply", "compared", "alluding", "pointing", "prior", "relating", "night", "overnight"];

    /// <summary>"shortly before noon on Thursday": when, not until when.</summary>
    public static readonly string[] Close = ["shortly", "just", "soon", "immediately", "right", "well"];

    private static readonly string[] Formerly = ["originally", "initially", "previously"];

    public static TimeDirection? Before(TokenizedText text, int at)
    {
        if (text.Is(at - 1, "until", "till", "through"))
            return text.Is(at - 2, Lasting) ? TimeDirection.Past : TimeDirection.Future;
        if (IsFormerSlot(text, at))
            return TimeDirection.Either;
        if (LooksAhead(text, at))
            return TimeDirection.Future;
        return text.Is(at - 1, "since", "after", "following") ? TimeDirection.Past : null;
    }

    /// <summary>"originally planned for Sunday", "instead of Sunday": the day may be over or not.</summary>
    private static bool IsFormerSlot(TokenizedText text, int at) =>
        (text.Is(at - 1, "of") && text.Is(at - 2, "instead")) || text.HasBefore(at - 1, Reach, Formerly);

    private static bool LooksAhead(TokenizedText text, int at) => text.WordAt(at - 1)?.Text switch
    {
        "to" when text.Is(at - 2, Referring) => false,
        "before" when text.Is(at - 2, Close) => false,
        "by" or "for" or "to" or "before" or "starting" or "beginning" => text.WordAt(at - 2)?.Class != WordClass.Unit,
        "of" => text.Is(at - 2, "ahead"),
        "from" => text.HasBefore(at - 1, Reach, Promising),
        _ => false,
    };
}
