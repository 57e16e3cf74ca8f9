namespace TalksWatcher.Digests.Outbox;

/// <summary>
/// Gathers what several connections settle at the same moment into one commit. Each connection waits for its own,
/// so a crash can double no more mails than connections are open. Leasing takes turns with it: two writers at once would
/// have to wait for a lock of the database, which some look for again only after a long pause.
/// </summary>
internal sealed class GroupCommit(IOutbox outbox) : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly SemaphoreSlim turn = new(1);
    private List<Waiting> waiting = [];
    private Task? draining;

    public async Task<IReadOnlyList<OutboxMail>> LeaseAsync(int count, TimeSpan leaseTime, CancellationToken cancel)
    {
        await turn.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            return await outbox.LeaseAsync(count, leaseTime, cancel).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    public Task SettleAsync(Settlement settlement)
    {
        var entry = new Waiting(settlement, new(TaskCreationOptions.RunContinuationsAsynchronously));
        lock (gate)
        {
            waiting.Add(entry);
            draining ??= Task.Run(DrainAsync);
        }

        return entry.Done.Task;
    }

    public async ValueTask DisposeAsync()
    {
        Task? last;
        lock (gate)
            last = draining;
        if (last is not null)
            await last.ConfigureAwait(false);
        turn.Dispose();
    }

    private async Task DrainAsync()
    {
        while (true)
        {
            // First the turn, then the batch: what comes in meanwhile goes along.
            await turn.WaitAsync().ConfigureAwait(false);
            var batch = Take();
            var fault = batch.Count == 0 ? null : await CommitAsync(batch).ConfigureAwait(false);
            turn.Release();
            if (batch.Count == 0)
                return;
            batch.ForEach(entry => entry.Complete(fault));
        }
    }

    private List<Waiting> Take()
    {
        lock (gate)
        {
            var batch = waiting;
            waiting = [];
            if (batch.Count == 0)
                draining = null;
            return batch;
        }
    }

    /// <summary>Never cancelled: what the server has taken must be written down even while we stop.</summary>
    private async Task<Exception?> CommitAsync(List<Waiting> batch)
    {
        try
        {
            await outbox.SettleAsync([.. batch.Select(entry => entry.Settlement)], CancellationToken.None).ConfigureAwait(false);
            return null;
        }
#pragma warning disable CA1031 // Handed to every connection that waits for this commit.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return e;
        }
    }

    private sealed record Waiting(Settlement Settlement, TaskCompletionSource Done)
    {
        public void Complete(Exception? fault)
        {
            if (fault is null)
                Done.SetResult();
            else
                Done.SetException(fault);
        }
    }
}
