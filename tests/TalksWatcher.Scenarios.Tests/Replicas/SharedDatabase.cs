using Npgsql;
using TalksWatcher.Scenarios.Tests.Running;

namespace TalksWatcher.Scenarios.Tests.Replicas;

/// <summary>What the replicas have written, seen from outside.</summary>
internal sealed class SharedDatabase(string connection)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public Task<long> CountAsync(string what) => ScalarAsync($"SELECT count(*) FROM {what}");

    /// <summary>On disk, indexes and all.</summary>
    public Task<long> BytesARowAsync(string table) => ScalarAsync($"SELECT pg_total_relation_size('{table}') / greatest(count(*), 1) FROM {table}");

    /// <summary>Waits until so many reports are stored and everything that follows from them is done.</summary>
    public async Task SettledAsync(int reports, Func<string> story)
    {
        try
        {
            await Eventually.SeeAsync(StandsAsync, seen => seen == new Standing(reports, 0, 0, 0, 0), story, Patience);
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"{e.Message}\n---- schedule\n{await ScheduleAsync()}", e);
        }
    }

    private async Task<Standing> StandsAsync() => new(
        await CountAsync("documents"),
        await CountAsync("documents WHERE \"TakenInAt\" IS NULL"),
        await CountAsync("developments WHERE \"OwedSince\" IS NOT NULL"),
        await CountAsync("digest_items WHERE \"DigestId\" IS NULL"),
        await CountAsync("outbox WHERE \"State\" <> 'Sent'"));

    private sealed record Standing(long Stored, long Waiting, long Unassigned, long Unpaid, long Unsent);

    /// <summary>Who holds which job, and since when: what to look at when nothing moves.</summary>
    private async Task<string> ScheduleAsync()
    {
        await using var open = new NpgsqlConnection(connection + ";Pooling=False");
        await open.OpenAsync();
        await using var command = new NpgsqlCommand(
            """
            WITH clock(ticks) AS (SELECT extract(epoch FROM now()) * 10000000 + 621355968000000000)
            SELECT concat_ws(' ', 'trigger', trigger_name, trigger_state, 'due in', round((next_fire_time - ticks) / 10000000), 's') FROM qrtz_triggers, clock WHERE trigger_state <> 'WAITING'
            UNION ALL SELECT concat_ws(' ', 'fired', trigger_name, instance_name, state, round((ticks - fired_time) / 10000000), 's ago') FROM qrtz_fired_triggers, clock
            UNION ALL SELECT concat_ws(' ', 'instance', instance_name, 'checked in', round((ticks - last_checkin_time) / 10000000), 's ago') FROM qrtz_scheduler_state, clock
            UNION ALL SELECT concat_ws(' ', 'session', pid, state, wait_event_type, wait_event, now() - state_change, left(query, 100)) FROM pg_stat_activity
                WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'
            """, open);
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
            lines.Add(reader.GetString(0));
        return string.Join('\n', lines);
    }

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
