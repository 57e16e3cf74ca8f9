namespace TalksWatcher.Claims.Times.Rules;

/// <summary>"moved from Sunday to Wednesday" names an old and a new day, not a span; "put off until Wednesday" a new day, not a term.</summary>
internal static class Shifts
{
    private const int Reach = 8;

    private static readonly string[] Verbs =
    [
        "moved", "move", "moving", "shifted", "shift", "shifting", "postponed", "postpone", "postponing", "pushed", "push", "rescheduled",
        "reschedule", "delayed", "delay", "deferred", "put", "brought", "slipped", "slip", "changed", "postponement", "adjourned",
    ];

    public static bool PrecedesFrom(Surroundings around) => around.Follows("from") && Precedes(around, around.Start - 1);

    public static bool Precedes(Surroundings around, int before)
    {
        for (var i = before - 1; i >= before - Reach && !Clause.IsHardStop(around.Text, i); i--)
        {
            if (around.Text.Is(i, Verbs))
                return true;
        }
        return false;
    }
}
