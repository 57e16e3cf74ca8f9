using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace TalksWatcher.Storage.Backups;

/// <summary>PostgreSQL's own programs, <c>pg_dump</c> and <c>pg_restore</c>; they must be on the path.</summary>
/// <param name="connection">Made by <see cref="PostgresConnection.Complete"/>.</param>
public sealed class PostgresBackup(string connection) : IBackup
{
    private readonly NpgsqlConnectionStringBuilder server = new(connection);

    public async Task WriteAsync(string file, CancellationToken cancel)
    {
        var unfinished = file + ".unfinished";
        await RunAsync("pg_dump", ["--format=custom", "--no-owner", $"--file={unfinished}"], cancel);
        File.Move(unfinished, file, overwrite: true);
    }

    public async Task RestoreAsync(string file, CancellationToken cancel)
    {
        var contents = await RunAsync("pg_restore", ["--list", file], cancel);
        if (!contents.Contains("__EFMigrationsHistory", StringComparison.Ordinal))
            throw new BackupException($"{file}: holds no TalksWatcher database; name a file that `backup` wrote");
        await RunAsync(
            "pg_restore", ["--clean", "--if-exists", "--no-owner", "--single-transaction", "--exit-on-error", $"--dbname={server.Database}", file], cancel);
    }

    private async Task<string> RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Variables())
            start.Environment[name] = value;
        try
        {
            using var process = Process.Start(start)!;
            var (output, error) = (process.StandardOutput.ReadToEndAsync(cancel), process.StandardError.ReadToEndAsync(cancel));
            await process.WaitForExitAsync(cancel);
            return process.ExitCode == 0 ? await output : throw new BackupException((await error).ReplaceLineEndings(" ").Trim());
        }
        catch (Win32Exception e)
        {
            throw new BackupException($"{program} is not here; install PostgreSQL's client programs, or back up where the server runs", e);
        }
    }

    /// <summary>In the environment, where no other user can read the password (libpq's names).</summary>
    private IEnumerable<(string Name, string? Value)> Variables() =>
    [
        ("PGHOST", server.Host),
        ("PGPORT", server.Port.ToString(CultureInfo.InvariantCulture)),
        ("PGUSER", server.Username),
        ("PGDATABASE", server.Database),
        ("PGPASSWORD", server.Password),
        ("PGSSLMODE", server.SslMode switch { SslMode.VerifyCA => "verify-ca", SslMode.VerifyFull => "verify-full", var mode => mode.ToString().ToLowerInvariant() }),
    ];
}
