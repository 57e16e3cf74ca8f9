using TalksWatcher.Claims;
using TalksWatcher.Ledger;

namespace TalksWatcher.Digests.Rendering;

/// <summary>Lays the dated rounds and truces over equal stretches of days.</summary>
internal sealed class TimelineBuilder(EventWording wording)
{
    private const int MostRows = 6;
    private const int MostCells = 28;
    private const int FarthestDays = 120;

    private static readonly int[] DaysPerCell = [1, 2, 3, 7];

    /// <returns><c>null</c> where fewer than two rounds or truces near the day have dates.</returns>
    public TimelineView? Build(IEnumerable<SubjectState> states, DateOnly today)
    {
        var dated = states.Where(state => IsDrawn(state) && IsNear(state, today))
            .OrderByDescending(state => state.Since).Take(MostRows).OrderBy(Start).ThenBy(End).ToList();
        if (dated.Count < 2)
            return null;
        var scale = Scale([.. dated.Select(Start), .. dated.Select(state => Capped(state, today)), today]);
        var rows = dated.Select(state => Row(state, scale, Capped(state, today))).ToList();
        return new TimelineView(scale.Cells, [.. Months(scale)], scale.CellOf(today), rows, Alt(rows));
    }

    private static bool IsDrawn(SubjectState state) =>
        state.Kind is ClaimKind.Meeting or ClaimKind.EnergyTruce && state.Status is not (null or ClaimStatus.Rejected)
        && (state.From ?? state.To) is not null;

    private static bool IsNear(SubjectState state, DateOnly today) =>
        Math.Abs(Start(state).DayNumber - today.DayNumber) <= FarthestDays
        && End(state).DayNumber - Start(state).DayNumber <= FarthestDays;

    private static DateOnly Start(SubjectState state) => (state.From ?? state.To)!.Value;

    private static DateOnly End(SubjectState state) => (state.To ?? state.From)!.Value;

    /// <summary>A truce without an end runs to the day of the digest.</summary>
    private static DateOnly Capped(SubjectState state, DateOnly today)
    {
        var end = End(state);
        return state is { Kind: ClaimKind.EnergyTruce, To: null } && end < today ? today : end;
    }

    private static TimeScale Scale(IReadOnlyCollection<DateOnly> days)
    {
        var (first, last) = (days.Min(), days.Max());
        var length = last.DayNumber - first.DayNumber + 1;
        var step = DaysPerCell.Append((length + MostCells - 1) / MostCells).First(step => (length + step - 1) / step <= MostCells);
        return new TimeScale(first, step, (length + step - 1) / step);
    }

    private TimelineRow Row(SubjectState state, TimeScale scale, DateOnly end)
    {
        var what = state.Kind is ClaimKind.EnergyTruce ? "Energy truce" : Wording.Capital(Wording.Meeting(state.Level));
        var place = state.Place is { } known ? $"{what}, {wording.Place(known)}" : what;
        var when = $"{wording.Span(state.From, state.To)} · {Wording.State(state.Status, state.Certainty)}";
        return new TimelineRow(place, when, scale.CellOf(Start(state)), scale.CellOf(end), Mark(state));
    }

    private static TimelineMark Mark(SubjectState state) => (state.Kind, state.Status) switch
    {
        (_, ClaimStatus.Postponed or ClaimStatus.Cancelled) => TimelineMark.Fallen,
        (ClaimKind.EnergyTruce, _) => TimelineMark.Truce,
        (_, ClaimStatus.UnderWay or ClaimStatus.Concluded) => TimelineMark.Held,
        _ => TimelineMark.Ahead,
    };

    private static IEnumerable<(string Label, int Span)> Months(TimeScale scale) => Enumerable.Range(0, scale.Cells)
        .GroupBy(cell => (scale.DayOf(cell).Year, scale.DayOf(cell).Month))
        .Select(month => (DateWording.Month(scale.DayOf(month.First())), month.Count()));

    private static string Alt(IEnumerable<TimelineRow> rows) =>
        $"Timeline. {string.Join("; ", rows.Select(row => $"{row.Label}: {row.When}"))}.";

    private sealed record TimeScale(DateOnly First, int DaysPerCell, int Cells)
    {
        public int CellOf(DateOnly day) => (day.DayNumber - First.DayNumber) / DaysPerCell;

        public DateOnly DayOf(int cell) => First.AddDays(cell * DaysPerCell);
    }
}
