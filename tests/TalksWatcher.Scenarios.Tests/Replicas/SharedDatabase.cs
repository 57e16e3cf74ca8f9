using Npgsql;
using TalksWatcher.Scenarios.Tests.Running;

namespace TalksWatcher.Scenarios.Tests.Replicas;

/// <summary>What the replicas have written, seen from outside.</summary>
internal sealed class SharedDatabase(string connection)
{
    public Task<long> CountAsync(string what) => ScalarAsync($"SELECT count(*) FROM {what}");

    /// <summary>Waits until so many reports are stored and everything that follows from them is done.</summary>
    public Task SettledAsync(int reports, Func<string> story) => Eventually.SeeAsync(StandsAsync, seen => seen == new Standing(reports, 0, 0, 0, 0), story);

    private async Task<Standing> StandsAsync() => new(
        await CountAsync("documents"),
        await CountAsync("documents WHERE \"TakenInAt\" IS NULL"),
        await CountAsync("developments WHERE \"OwedSince\" IS NOT NULL"),
        await CountAsync("digest_items WHERE \"DigestId\" IS NULL"),
        await CountAsync("outbox WHERE \"State\" <> 'Sent'"));

    private sealed record Standing(long Stored, long Waiting, long Unassigned, long Unpaid, long Unsent);

    /// <summary>-1 while the server is out of reach.</summary>
    private async Task<long> ScalarAsync(string sql)
    {
        try
        {
            await using var open = new NpgsqlConnection(connection + ";Pooling=False");
            await open.OpenAsync();
            await using var command = new NpgsqlCommand(sql, open);
            return (long)(await command.ExecuteScalarAsync())!;
        }
        catch (NpgsqlException)
        {
            return -1;
        }
    }
}
