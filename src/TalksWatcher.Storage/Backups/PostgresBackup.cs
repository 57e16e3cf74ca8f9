using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace TalksWatcher.Storage.Backups;

/// <summary>PostgreSQL's own programs, <c>pg_dump</c>, <c>pg_restore</c> and <c>psql</c>; they must be on the path.</summary>
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

    public async Task RestoreAsync(string file, DateTimeOffset at, CancellationToken cancel)
    {
        var contents = await RunAsync("pg_restore", ["--list", file], cancel);
        if (!contents.Contains("__EFMigrationsHistory", StringComparison.Ordinal))
            throw new BackupException($"{file}: holds no TalksWatcher database; name a file that `backup` wrote");
        using var from = Start("pg_restore", ["--clean", "--if-exists", "--no-owner", "--file=-", file]);
        using var to = Start("psql", ["--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--file=-"]);
        var said = new[] { from.StandardError.ReadToEndAsync(cancel), to.StandardError.ReadToEndAsync(cancel), to.StandardOutput.ReadToEndAsync(cancel) };
        await PassOnAsync(from, to.StandardInput, at, cancel);
        await to.WaitForExitAsync(cancel);
        if (from.ExitCode != 0 || to.ExitCode != 0)
            throw new BackupException($"{await said[0]} {await said[1]}".ReplaceLineEndings(" ").Trim());
    }

    /// <summary>One transaction that ends with the script: where either program or this one dies, nothing is committed.</summary>
    private static async Task PassOnAsync(Process script, StreamWriter to, DateTimeOffset at, CancellationToken cancel)
    {
        try
        {
            await to.WriteLineAsync("BEGIN;");
            await to.FlushAsync(cancel);
            await script.StandardOutput.BaseStream.CopyToAsync(to.BaseStream, cancel);
            await script.WaitForExitAsync(cancel);
            if (script.ExitCode == 0)
                await to.WriteLineAsync($"{RestoredPause.Sql("public.marks", at)} COMMIT;");
            to.Close();
        }
        catch (IOException)
        {
            // The reader has ended, and says why.
            script.Kill();
            await script.WaitForExitAsync(cancel);
        }
    }

    private async Task<string> RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancel)
    {
        using var process = Start(program, arguments);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(cancel), process.StandardError.ReadToEndAsync(cancel));
        await process.WaitForExitAsync(cancel);
        return process.ExitCode == 0 ? await output : throw new BackupException((await error).ReplaceLineEndings(" ").Trim());
    }

    private Process Start(string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Variables())
            start.Environment[name] = value;
        try
        {
            return Process.Start(start)!;
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
