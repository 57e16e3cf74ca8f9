using TalksWatcher.Claims;
using TalksWatcher.Claims.Times;

namespace TalksWatcher.Commands;

/// <summary>One date that was read in a report, in the public JSON.</summary>
/// <param name="Start">UTF-16 offset into the report's text.</param>
/// <param name="From">First day; <c>null</c> where open.</param>
/// <param name="To">Last day; <c>null</c> where open.</param>
internal sealed record TimeAnnotation(string Text, int Start, int Length, DateOnly? From, DateOnly? To)
{
    /// <summary>Dates with at least one limit; an undated report has none.</summary>
    public static ValueList<TimeAnnotation> Of(Report report) => report.Day is not { } day ? [] :
        TimeReader.Read(report.Text, day).Where(m => m.From is not null || m.To is not null)
            .Select(m => new TimeAnnotation(report.Text.Substring(m.Start, m.Length), m.Start, m.Length, m.From, m.To)).ToValueList();
}
