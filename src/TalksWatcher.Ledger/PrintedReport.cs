namespace TalksWatcher.Ledger;

/// <summary>A report as far as finding its copies, or what it copies, needs it.</summary>
/// <param name="Document">Id of the report.</param>
/// <param name="Published">UTC.</param>
/// <param name="Outlet">As the report names it.</param>
public sealed record PrintedReport(string Document, DateTimeOffset Published, string? Outlet, TextPrint Print)
{
    public FoldPosition Position => new(Published, Document);

    /// <summary>The observation as it takes part in tracing; <c>null</c> where its text is not at hand.</summary>
    public static PrintedReport? Of(Observation observation)
    {
        ArgumentNullException.ThrowIfNull(observation);
        return observation.Print is { } print ? new(observation.Document, observation.Published, observation.Outlet, print) : null;
    }
}

/// <summary>The report that another one copies, and whose voice it is.</summary>
public sealed record CopiedReport(string Document, string Voice);
