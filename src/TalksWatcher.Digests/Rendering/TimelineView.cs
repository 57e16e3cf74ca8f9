namespace TalksWatcher.Digests.Rendering;

/// <summary>Rounds and truces over time, as equal cells.</summary>
/// <param name="Cells">Number of cells in each row.</param>
/// <param name="Months">Labels over the cells: text and how many cells each spans; the spans add up to <paramref name="Cells"/>.</param>
/// <param name="Today">Index of the cell that holds the day of the digest.</param>
/// <param name="Alt">The picture in words.</param>
public sealed record TimelineView(
    int Cells, IReadOnlyList<(string Label, int Span)> Months, int Today, IReadOnlyList<TimelineRow> Rows, string Alt);

/// <param name="First">Index of the first cell that is filled.</param>
/// <param name="Last">Index of the last cell that is filled, itself included.</param>
public sealed record TimelineRow(string Label, string When, int First, int Last, TimelineMark Mark);

/// <summary>Round held or under way; round ahead; round that fell through; truce.</summary>
public enum TimelineMark { Held, Ahead, Fallen, Truce }
