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
        builder.Options = $"{builder.Options} -c idle_in_transaction_session_timeout={IdleInTransaction.TotalMilliseconds:0}".TrimStart();
        return builder.ToString();
    }
}
