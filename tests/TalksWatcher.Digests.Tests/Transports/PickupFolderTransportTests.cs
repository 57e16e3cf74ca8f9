using System.Text;
using TalksWatcher.Digests.Transports;

namespace TalksWatcher.Digests.Tests.Transports;

public sealed class PickupFolderTransportTests : IDisposable
{
    private static readonly MailEnvelope Envelope = new("talks@us.example", "ann@x.example");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("talkswatcher-pickup-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_message_becomes_one_file_named_by_its_message_id()
    {
        Assert.Equal(new SendOutcome.Sent(), await SendAsync("Message-ID: <abc-1@us.example>\r\n\r\nbody"));
        Assert.Equal([("abc-1.eml", "Message-ID: <abc-1@us.example>\r\n\r\nbody")], Files());
    }

    [Fact]
    public async Task The_same_message_again_overwrites_its_file()
    {
        await SendAsync("Message-ID: <abc-1@us.example>\r\n\r\nfirst");
        await SendAsync("Message-ID: <abc-1@us.example>\r\n\r\nsecond");
        Assert.Equal([("abc-1.eml", "Message-ID: <abc-1@us.example>\r\n\r\nsecond")], Files());
    }

    [Theory]
    [InlineData("Message-ID: <../../etc/passwd@us.example>\r\n\r\n")]
    [InlineData("Message-ID: <.@us.example>\r\n\r\n")]
    [InlineData("Subject: none\r\n\r\n")]
    public async Task A_message_id_that_is_no_file_name_gives_a_hash(string message)
    {
        await SendAsync(message);
        var (name, content) = Assert.Single(Files());
        Assert.Matches("^[0-9a-f]{32}\\.eml$", name);
        Assert.Equal(message, content);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_a_fault_of_the_server()
    {
        var file = Path.Combine(folder.FullName, "file");
        await File.WriteAllTextAsync(file, "");
        await using var transport = new PickupFolderTransport(Path.Combine(file, "below"));
        var outcome = await transport.SendAsync(Envelope, "x"u8.ToArray(), CancellationToken.None);
        Assert.True(Assert.IsType<SendOutcome.TemporaryFailure>(outcome).Server);
    }

    private async Task<SendOutcome> SendAsync(string message)
    {
        await using var transport = new PickupFolderTransport(folder.FullName);
        return await transport.SendAsync(Envelope, Encoding.ASCII.GetBytes(message), CancellationToken.None);
    }

    private IEnumerable<(string Name, string Content)> Files() =>
        folder.EnumerateFiles().Select(file => (file.Name, File.ReadAllText(file.FullName)));
}
