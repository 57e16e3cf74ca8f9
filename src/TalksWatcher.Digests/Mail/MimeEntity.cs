using System.Text;

namespace TalksWatcher.Digests.Mail;

/// <summary>One entity of a message as it was read: its header fields, and either its parts or its decoded content.</summary>
/// <param name="Headers">In their order, unfolded, encoded words decoded.</param>
public sealed record MimeEntity(
    IReadOnlyList<MailHeader> Headers, IReadOnlyList<MimeEntity> Parts, ReadOnlyMemory<byte> Content)
{
    /// <summary>Lower-case media type; text/plain where none is given.</summary>
    public string MediaType => (Header("Content-Type") ?? "text/plain").Split(';')[0].Trim().ToLowerInvariant();

    /// <summary>Content as UTF-8, which is what we write.</summary>
    public string Text => Encoding.UTF8.GetString(Content.Span);

    public string? Header(string name) =>
        Headers.FirstOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value;

    /// <summary>This entity and all below it, outermost first.</summary>
    public IEnumerable<MimeEntity> All() => Parts.SelectMany(part => part.All()).Prepend(this);
}
