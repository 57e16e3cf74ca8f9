using Npgsql;

namespace TalksWatcher.Storage;

/// <summary>How to reach the PostgreSQL server: Npgsql's connection string, the password apart.</summary>
public static class PostgresConnection
{
    /// <summary>
    /// A process that stands still, or whose link is cut, within a transaction must not hold its locks: the server ends such a
    /// session after this, and what it had begun is undone.
    /// </summary>
    private static readonly TimeSpan IdleInTransaction = TimeSpan.FromSeconds(20);

    /// <summary>
    /// A session whose client is gone without a word must not wait in the queue for a lock and hold it when its turn comes: the
    /// server probes the link, and looks at it while a statement waits. Sockets of the machine itself ignore the probes.
    /// </summary>
    private const string EndDeadSessions =
        " -c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3 -c tcp_user_timeout=10000 -c client_connection_check_interval=2000";

    /// <summary>What is wrong with the string, without repeating it; <c>null</c> where nothing is.</summary>
    public static string? Fault(string connection)
    {
        try
        {
            var builder = new NpgsqlConnectionStringBuilder(connection);
            return builder.Password is not null ? "holds a password"
                : builder.Host is null ? "names no Host"
                : builder.Database is null ? "names no Database"
                : null;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException)
        {
            return "is no connection string of Npgsql";
        }
    }

    /// <summary>The string with the password and with what every session of ours needs.</summary>
    public static string Complete(string connection, string? password)
    {
        var builder = new NpgsqlConnectionStringBuilder(connection);
        builder.Password = password ?? builder.Password;
        builder.ApplicationName ??= "talkswatcher";
        builder.Options = $"{builder.Options} -c idle_in_transaction_session_timeout={IdleInTransaction.TotalMilliseconds:0}{EndDeadSessions}".TrimStart();
        return builder.ToString();
    }
}
