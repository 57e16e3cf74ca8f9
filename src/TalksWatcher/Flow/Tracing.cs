using System.Diagnostics;

namespace TalksWatcher.Flow;

/// <summary>Spans of the worker. The context is stored with each row, so one trace follows a report from its source to the mail.</summary>
internal static class Tracing
{
    public const string Name = "TalksWatcher";

    public static readonly ActivitySource Source = new(Name);

    /// <summary>A span that continues the stored trace, or starts one where none is stored.</summary>
    /// <param name="context">W3C trace context ("00-…").</param>
    public static Activity? Continue(string name, string? context) =>
        ActivityContext.TryParse(context, traceState: null, isRemote: true, out var parent)
            ? Source.StartActivity(name, ActivityKind.Internal, parent)
            : Source.StartActivity(name);
}
