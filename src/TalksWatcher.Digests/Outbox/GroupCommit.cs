namespace TalksWatcher.Digests.Outbox;

/// <summary>
/// Gathers what several connections settle at the same moment into one commit. Each connection waits for its own,
/// so a crash can double no more mails than connections are open.
/// </summary>
internal sealed class GroupCommit(IOutbox outbox)
{
    private readonly Lock gate = new();
    private List<Waiting> waiting = [];
    private bool draining;

    public Task SettleAsync(Settlement settlement)
    {
        var entry = new Waiting(settlement, new(TaskCreationOptions.RunContinuationsAsynchronously));
        lock (gate)
        {
            waiting.Add(entry);
            if (draining)
                return entry.Done.Task;
            draining = true;
        }

        _ = Task.Run(DrainAsync);
        return entry.Done.Task;
    }

    private async Task DrainAsync()
    {
        while (Take() is { } batch)
            await CommitAsync(batch).ConfigureAwait(false);
    }

    private List<Waiting>? Take()
    {
        lock (gate)
        {
            if (waiting.Count == 0)
            {
                draining = false;
                return null;
            }

            var batch = waiting;
            waiting = [];
            return batch;
        }
    }

    /// <summary>Never cancelled: what the server has taken must be written down even while we stop.</summary>
    private async Task CommitAsync(List<Waiting> batch)
    {
        try
        {
            await outbox.SettleAsync([.. batch.Select(entry => entry.Settlement)], CancellationToken.None).ConfigureAwait(false);
            batch.ForEach(entry => entry.Done.SetResult());
        }
#pragma warning disable CA1031 // Handed to every connection that waits for this commit.
        catch (Exception e)
#pragma warning restore CA1031
        {
            batch.ForEach(entry => entry.Done.SetException(e));
        }
    }

    private sealed record Waiting(Settlement Settlement, TaskCompletionSource Done);
}
