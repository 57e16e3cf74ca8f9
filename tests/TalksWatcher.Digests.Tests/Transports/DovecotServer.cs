using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TalksWatcher.Digests.Tests.Transports;

/// <summary>A Dovecot of its own that offers one maildir over IMAP on a free loopback port; everyone's password is "secret".</summary>
internal sealed class DovecotServer : IAsyncDisposable
{
    private const string Program = "/usr/sbin/dovecot";

    private readonly DirectoryInfo folder;
    private readonly Process process;

    private DovecotServer(DirectoryInfo folder, Process process, int port) => (this.folder, this.process, Port) = (folder, process, port);

    /// <summary>Why it cannot run here; <c>null</c> where it can.</summary>
    public static string? Missing =>
        !File.Exists(Program) ? "Dovecot is not installed (Debian: dovecot-imapd)"
        : !Environment.IsPrivilegedProcess ? "Dovecot starts only as root"
        : null;

    public int Port { get; }

    /// <param name="maildir">Its files belong to <paramref name="owner"/>.</param>
    public static async Task<DovecotServer> StartAsync(string maildir, string owner)
    {
        var own = Directory.CreateTempSubdirectory("talkswatcher-dovecot-");
        using (var chmod = Process.Start("/bin/chmod", ["755", own.FullName]))
            await chmod.WaitForExitAsync();
        var port = LoopbackPort.Free();
        var config = Path.Combine(own.FullName, "dovecot.conf");
        await File.WriteAllTextAsync(config, Config(own.FullName, maildir, owner, port));
        var server = new DovecotServer(own, Process.Start(Program, ["-F", "-c", config]), port);
        using (await server.ConnectAsync())
            return server;
    }

    /// <summary>The first mail of the inbox as the server gives it, asked for by hand.</summary>
    public async Task<byte[]> FetchFirstAsync()
    {
        using var client = await ConnectAsync();
        var stream = client.GetStream();
        var reader = new StreamReader(stream, Encoding.Latin1);
        await reader.ReadLineAsync();
        await stream.WriteAsync("a LOGIN ann secret\r\nb SELECT INBOX\r\nc FETCH 1 BODY.PEEK[]\r\nd LOGOUT\r\n"u8.ToArray());
        while (await reader.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith("* 1 FETCH ", StringComparison.Ordinal))
                continue;
            var content = new char[int.Parse(line[(line.LastIndexOf('{') + 1)..^1], CultureInfo.InvariantCulture)];
            await reader.ReadBlockAsync(content);
            return Encoding.Latin1.GetBytes(content);
        }

        throw new InvalidOperationException("the inbox is empty");
    }

    public async ValueTask DisposeAsync()
    {
        using (var stop = Process.Start("/usr/bin/doveadm", ["-c", Path.Combine(folder.FullName, "dovecot.conf"), "stop"]))
            await stop.WaitForExitAsync();
        await process.WaitForExitAsync();
        process.Dispose();
        await folder.DeleteAsync();
    }

    private async Task<TcpClient> ConnectAsync()
    {
        for (var tries = 0; ; tries++)
        {
            var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, Port);
                return client;
            }
            catch (SocketException) when (tries < 100)
            {
                client.Dispose();
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
            }
        }
    }

    private static string Config(string folder, string maildir, string owner, int port) => $$"""
        protocols = imap
        listen = 127.0.0.1
        base_dir = {{folder}}/run
        state_dir = {{folder}}/state
        log_path = {{folder}}/log
        ssl = no
        disable_plaintext_auth = no
        first_valid_uid = 1
        mail_location = maildir:{{maildir}}
        service imap-login {
          inet_listener imap {
            port = {{port}}
          }
          inet_listener imaps {
            port = 0
          }
        }
        passdb {
          driver = static
          args = password=secret
        }
        userdb {
          driver = static
          args = uid={{owner}} gid={{owner}} home={{folder}}
        }
        """ + "\n";
}
