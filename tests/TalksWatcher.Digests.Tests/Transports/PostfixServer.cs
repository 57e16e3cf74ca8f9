using System.Diagnostics;

namespace TalksWatcher.Digests.Tests.Transports;

/// <summary>A Postfix of its own on a free loopback port, with its spool and one maildir in a temporary folder.</summary>
internal sealed class PostfixServer : IAsyncDisposable
{
    private const string Program = "/usr/sbin/postfix";

    private readonly DirectoryInfo folder;

    private PostfixServer(DirectoryInfo folder, int port) => (this.folder, Port) = (folder, port);

    /// <summary>Why it cannot run here; <c>null</c> where it can.</summary>
    public static string? Missing =>
        !File.Exists(Program) ? "Postfix is not installed (Debian: postfix)"
        : !Environment.IsPrivilegedProcess ? "Postfix starts only as root"
        : null;

    public int Port { get; }

    /// <summary>Mails delivered so far.</summary>
    public int DeliveredCount => Directory.EnumerateFiles(Maildir).Count();

    /// <summary>The maildir.</summary>
    public string Mailbox => Path.Combine(folder.FullName, "mail", "box");

    private string Maildir => Path.Combine(Mailbox, "new");

    public static async Task<PostfixServer> StartAsync()
    {
        var server = new PostfixServer(Directory.CreateTempSubdirectory("talkswatcher-postfix-"), LoopbackPort.Free());
        await server.ConfigureAsync();
        await server.ControlAsync("start");
        return server;
    }

    /// <summary>The mails that have been delivered, once there are so many.</summary>
    public async Task<IReadOnlyList<byte[]>> DeliveredAsync(int count, TimeSpan limit)
    {
        Directory.CreateDirectory(Maildir);
        using var timeout = new CancellationTokenSource(limit);
        using var watcher = new FileSystemWatcher(Maildir) { EnableRaisingEvents = true };
        using var arrived = new SemaphoreSlim(0);
        watcher.Created += (_, _) => arrived.Release();
        watcher.Renamed += (_, _) => arrived.Release();
        while (Directory.GetFiles(Maildir).Length < count)
            await arrived.WaitAsync(timeout.Token);
        return [.. Directory.GetFiles(Maildir).Select(File.ReadAllBytes)];
    }

    /// <summary>Waits until everything that was taken has been delivered.</summary>
    public async Task DrainAsync(TimeSpan limit)
    {
        using var timeout = new CancellationTokenSource(limit);
        // Twice in a row, for a mail may pass from one queue to another between two looks.
        for (var empty = 0; empty < 2; empty = IsQueueEmpty ? empty + 1 : 0)
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, timeout.Token);
    }

    private bool IsQueueEmpty => !((string[])["deferred", "incoming", "active"])
        .Any(queue => Directory.EnumerateFiles(Path.Combine(folder.FullName, "spool", queue), "*", SearchOption.AllDirectories).Any());

    public async ValueTask DisposeAsync()
    {
        await ControlAsync("stop");
        await folder.DeleteAsync();
    }

    private async Task ConfigureAsync()
    {
        foreach (var name in (string[])["spool", "data", "mail/box/new", "mail/box/cur", "mail/box/tmp"])
            Directory.CreateDirectory(Path.Combine(folder.FullName, name));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "main.cf"), MainCf());
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "master.cf"), MasterCf());
        await RunAsync("/bin/chmod", "755", folder.FullName);
        await RunAsync("/bin/chown", "-R", "postfix", Path.Combine(folder.FullName, "data"), Path.Combine(folder.FullName, "mail"));
    }

    private string MainCf() => $"""
        compatibility_level = 3.6
        queue_directory = {folder.FullName}/spool
        data_directory = {folder.FullName}/data
        maillog_file = {folder.FullName}/log
        maillog_file_prefixes = {folder.FullName}
        myhostname = mail.us.example
        inet_interfaces = 127.0.0.1
        inet_protocols = ipv4
        mynetworks = 127.0.0.0/8
        mydestination =
        relay_domains =
        local_recipient_maps =
        alias_maps =
        default_transport = error:nothing leaves this machine
        smtpd_peername_lookup = no
        virtual_mailbox_domains = x.example, crowd.example, xn--bcher-kva.example
        virtual_mailbox_base = {folder.FullName}/mail
        virtual_mailbox_maps = inline:{"{"} ann@x.example=box/, ann@xn--bcher-kva.example=box/, @crowd.example=box/ {"}"}
        virtual_minimum_uid = 1
        virtual_uid_maps = static:{IdOf("-u")}
        virtual_gid_maps = static:{IdOf("-g")}
        """ + "\n";

    private string MasterCf() => $"""
        127.0.0.1:{Port} inet n - n - - smtpd
        pickup unix n - n 60 1 pickup
        cleanup unix n - n - 0 cleanup
        qmgr unix n - n 300 1 qmgr
        rewrite unix - - n - - trivial-rewrite
        bounce unix - - n - 0 bounce
        defer unix - - n - 0 bounce
        error unix - - n - - error
        virtual unix - n n - - virtual
        anvil unix - - n - 1 anvil
        postlog unix-dgram n - n - 1 postlogd
        """ + "\n";

    private static string IdOf(string which) => RunAsync("/usr/bin/id", which, "postfix").GetAwaiter().GetResult().Trim();

    private Task<string> ControlAsync(string command) => RunAsync(Program, "-c", folder.FullName, command);

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output;
    }
}
