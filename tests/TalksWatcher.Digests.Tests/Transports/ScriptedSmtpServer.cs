using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace TalksWatcher.Digests.Tests.Transports;

/// <summary>A mail server on loopback that answers as its dialogue says. Its certificate is one that nobody trusts.</summary>
internal sealed class ScriptedSmtpServer : IAsyncDisposable
{
    private const string Slow = "slow ";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly SmtpDialogue dialogue;
    private readonly Task accepting;

    public ScriptedSmtpServer(SmtpDialogue dialogue)
    {
        this.dialogue = dialogue;
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Every line that clients sent outside of messages.</summary>
    public ConcurrentQueue<string> Commands { get; } = new();

    /// <summary>Contents as they came, dots unstuffed.</summary>
    public ConcurrentQueue<string> Messages { get; } = new();

    public int Connections { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await accepting;
        listener.Stop();
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var sessions = new List<Task>();
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(stop.Token);
                Connections++;
                sessions.Add(ServeAsync(client));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(sessions);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await TalkAsync(client.GetStream());
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or AuthenticationException)
            {
                // The client has gone, or we hang up.
            }
        }
    }

    private async Task TalkAsync(Stream stream)
    {
        var lines = Lines(stream);
        await AnswerAsync(lines, "greeting");
        while (await lines.ReadAsync() is { } line)
        {
            Commands.Enqueue(line);
            var command = line.Split(' ')[0].ToUpperInvariant();
            var answer = await AnswerAsync(lines, KeyOf(command, line));
            if (command is "QUIT")
                return;
            if (command is "DATA" && answer.StartsWith("354", StringComparison.Ordinal))
                await TakeMessageAsync(lines);
            if (command is "STARTTLS" && answer.StartsWith("220", StringComparison.Ordinal))
                lines = Lines(await SecureAsync(stream));
        }
    }

    private async Task TakeMessageAsync(LineStream lines)
    {
        if (dialogue.AnswerTo("content") is "drop inside")
        {
            await lines.ReadAsync();
            throw new IOException("dropped");
        }

        var content = new StringBuilder();
        while (await lines.ReadAsync() is { } line && line != ".")
            content.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        Messages.Enqueue(content.ToString());
        await AnswerAsync(lines, "content");
    }

    /// <summary>An answer may be for one recipient alone: "RCPT eve@x.example".</summary>
    private string KeyOf(string command, string line)
    {
        var recipient = line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..].Split('>')[0];
        return dialogue.Lines.ContainsKey($"{command} {recipient}") ? $"{command} {recipient}" : command;
    }

    private async Task<string> AnswerAsync(LineStream lines, string command)
    {
        var answer = dialogue.AnswerTo(command);
        if (answer is "drop")
            throw new IOException("dropped");
        if (answer is "silence")
            await Task.Delay(Timeout.Infinite, stop.Token);
        if (answer.StartsWith(Slow, StringComparison.Ordinal))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System, stop.Token);
            answer = answer[Slow.Length..];
        }

        await lines.WriteAsync(answer.Replace(" | ", "\r\n", StringComparison.Ordinal) + "\r\n");
        return answer;
    }

    private async Task<SslStream> SecureAsync(Stream stream)
    {
        using var key = RSA.Create(2048);
        using var selfSigned = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.UnixEpoch.AddYears(100));
        var secure = new SslStream(stream);
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = selfSigned }, stop.Token);
        return secure;
    }

    private LineStream Lines(Stream stream) => new(stream, new StreamReader(stream, Encoding.Latin1), stop.Token);

    /// <summary>Lines of Latin-1, so that every byte shows.</summary>
    private sealed class LineStream(Stream stream, StreamReader reader, CancellationToken stop)
    {
        public async Task<string?> ReadAsync() => await reader.ReadLineAsync(stop);

        public async Task WriteAsync(string text) => await stream.WriteAsync(Encoding.Latin1.GetBytes(text), stop);
    }
}
