using MimeKit;

namespace TalksWatcher.Digests.Transports;

/// <summary>
/// The body of a message that is written already: MimeKit would take it apart and put it together again, line by line, for each
/// reader. Only the header fields, which MailKit looks at, are read.
/// </summary>
internal sealed class MailKitBody : MimeEntity
{
    private readonly ReadOnlyMemory<byte> content;

    private MailKitBody(MimeEntity head, ReadOnlyMemory<byte> content)
        : base(head.ContentType)
    {
        this.content = content;
        Headers.Clear();
        foreach (var field in head.Headers)
            Headers.Add(field);
    }

    /// <param name="mime">The whole message, 7-bit, CRLF line ends; must not change while the message is in use.</param>
    /// <param name="first">Header fields to go before it, with their line ends.</param>
    public static MimeMessage MessageOf(ReadOnlyMemory<byte> mime, ReadOnlySpan<byte> first, CancellationToken cancel)
    {
        var end = mime.Span.IndexOf("\r\n\r\n"u8) is >= 0 and var found ? found + 4 : mime.Length;
        var message = MimeMessage.Load(new MemoryStream([.. first, .. mime.Span[..end]], writable: false), cancel);
        message.Body = new MailKitBody(message.Body!, mime[end..]);
        return message;
    }

    public override void Prepare(EncodingConstraint constraint, int maxLineLength = 78)
    {
        // 7-bit lines of a length that every server takes.
    }

    public override void WriteTo(FormatOptions options, Stream stream, bool contentOnly, CancellationToken cancellationToken = default)
    {
        base.WriteTo(options, stream, contentOnly, cancellationToken);
        stream.Write(content.Span);
    }

    public override async Task WriteToAsync(FormatOptions options, Stream stream, bool contentOnly, CancellationToken cancellationToken = default)
    {
        await base.WriteToAsync(options, stream, contentOnly, cancellationToken).ConfigureAwait(false);
        await stream.WriteAsync(content, cancellationToken).ConfigureAwait(false);
    }
}
