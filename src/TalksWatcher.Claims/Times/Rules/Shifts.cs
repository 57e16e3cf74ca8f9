namespace TalksWatcher.Claims.Times.Rules;

/// <summary>
/// "moved from Sunday to Wednesday" names an old and a new day, not a span; "put off until Wednesday" a new day, not a term.
/// </summary>
internal static class Shifts
{
    private const int Reach = 8;

    private static readonly string[] Verbs =
    [
        "moved", "move", "moving", "shifted", "shift", "shifting", "postponed", "postpone", "postponing", "pushed", "push",
        "rescheduled", "reschedule", "delayed", "delay", "deferred", "put", "brought", "slipped", "slip", "changed",
        "postponement", "adjourned",
    ];

    /// <summary>Whether such a verb stands in the clause before the token.</summary>
    public static bool Precedes(TokenizedText text, int at) => text.HasBefore(at, Reach, Verbs);
}
