using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace TalksWatcher.Storage.Tests.Databases;

/// <summary>A PostgreSQL of its own on a socket in a temporary folder; nothing of it outlives the tests.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private const string Superuser = "postgres";
    private const string Versions = "/usr/lib/postgresql";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("talkswatcher-pg-");
    private int databases;

    /// <summary>Why it cannot run here; <c>null</c> where it can.</summary>
    public static string? Missing =>
        Programs is null ? "PostgreSQL is not installed (Debian: postgresql)"
        : Environment.IsPrivilegedProcess && !File.Exists("/usr/sbin/runuser") ? "PostgreSQL refuses root, and runuser is not there"
        : null;

    private static string? Programs => Directory.Exists(Versions)
        ? Directory.GetDirectories(Versions).Select(v => Path.Combine(v, "bin")).LastOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")))
        : null;

    private string Data => Path.Combine(folder.FullName, "data");

    public async Task InitializeAsync()
    {
        if (Missing is not null)
            return;
        if (Environment.IsPrivilegedProcess)
            await RunAsync("/bin/chown", Superuser, folder.FullName);
        await RunAsServerAsync("initdb", "-D", Data, "-U", Superuser, "-A", "trust", "--no-sync", "--locale=C.UTF-8");
        await StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (File.Exists(Path.Combine(Data, "postmaster.pid")))
            await StopAsync("immediate");
        folder.Delete(recursive: true);
    }

    /// <summary>A new, empty database.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref databases)}");
        await using var connection = new NpgsqlConnection(ConnectionTo(Superuser));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync();
        return ConnectionTo(name);
    }

    /// <param name="address">Address to listen on beside the socket; none by default.</param>
    public Task StartAsync(string address = "") => RunAsServerAsync(
        "pg_ctl", "-D", Data, "-w", "-l", Path.Combine(folder.FullName, "log"), "-o",
        $"-c listen_addresses={address} -k {folder.FullName} -c fsync=off -c max_connections=300", "start");

    /// <summary>Lets clients from another network in, from the next start on.</summary>
    public Task AdmitAsync(string subnet) => File.AppendAllTextAsync(Path.Combine(Data, "pg_hba.conf"), $"host all all {subnet} trust\n");

    /// <param name="mode"><c>fast</c> ends the sessions; <c>immediate</c> is a crash.</param>
    public Task StopAsync(string mode) => RunAsServerAsync("pg_ctl", "-D", Data, "-w", "-m", mode, "stop");

    private string ConnectionTo(string database) => $"Host={folder.FullName};Username={Superuser};Database={database}";

    private static Task RunAsServerAsync(string program, params string[] arguments)
    {
        var path = Path.Combine(Programs!, program);
        return Environment.IsPrivilegedProcess
            ? RunAsync("/usr/sbin/runuser", ["-u", Superuser, "--", path, .. arguments])
            : RunAsync(path, arguments);
    }

    /// <summary>The server that is started inherits the outputs: reading them to their end would wait for it to stop.</summary>
    private static async Task RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1", program, .. arguments])
        {
            WorkingDirectory = Path.GetTempPath(),
        };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}");
    }
}
