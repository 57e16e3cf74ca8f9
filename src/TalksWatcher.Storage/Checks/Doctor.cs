using TalksWatcher.Ledger;

namespace TalksWatcher.Storage.Checks;

/// <summary>Holds the stored state against what must be true of it at every moment, whatever has crashed before.</summary>
public sealed class Doctor(Database database, TimeProvider clock)
{
    /// <param name="ledgers">One for each watch.</param>
    /// <param name="leaseTime">How long a mail may be leased.</param>
    /// <returns>A finding for each check, faults or none. All see one state of the database, though workers go on writing.</returns>
    public Task<IReadOnlyList<Finding>> ExamineAsync(IReadOnlyList<TrackLedger> ledgers, TimeSpan leaseTime, CancellationToken cancel) =>
        database.InSnapshotAsync<IReadOnlyList<Finding>>(
            async db =>
            [
                await DatabaseCheck.ExamineAsync(db, cancel),
                await new LedgerCheck(db, clock).ExamineAsync(ledgers, cancel),
                await new OwingCheck(db).ExamineAsync(cancel),
                await new OrphanCheck(db).ExamineAsync(cancel),
                await new MailCheck(db).ExamineAsync(cancel),
                await new LeaseCheck(db, clock).ExamineAsync(leaseTime, cancel),
            ],
            cancel);
}

/// <param name="Check">Short name, as the command prints it.</param>
/// <param name="Looked">How many things were looked at.</param>
/// <param name="Faults">The first of what is wrong, a line each; empty where nothing is.</param>
/// <param name="Count">How much is wrong.</param>
public sealed record Finding(string Check, int Looked, IReadOnlyList<string> Faults, int Count)
{
    private const int Shown = 20;

    public bool Ok => Count == 0;

    internal static Finding Of(string check, int looked, IReadOnlyList<string> faults) =>
        new(check, looked, [.. faults.Take(Shown)], faults.Count);
}
