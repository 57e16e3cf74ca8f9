using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using TalksWatcher.Claims;
using TalksWatcher.Digests.Rendering;

namespace TalksWatcher.Digests.Mail;

/// <summary>
/// One digest as all its readers get it: rendered once, stored once, and addressed to each reader as the mail leaves.
/// The same letter to the same reader gives the same message, to the last byte.
/// </summary>
public sealed record FormLetter
{
    /// <summary>Content key of the digest; the blanks are made from it, so that no quoted text can hold one.</summary>
    public required string Key { get; init; }

    public required string Subject { get; init; }

    /// <summary>With the blanks of <see cref="Blanks"/>.</summary>
    public required string Text { get; init; }

    /// <inheritdoc cref="Text"/>
    public required string Html { get; init; }

    /// <summary>The digest as a page of the web, without any reader's address; <c>null</c> where it has none.</summary>
    public string? Page { get; init; }

    public string? Calendar { get; init; }

    public required DateTimeOffset Date { get; init; }

    /// <summary>Header fields that every reader's message has.</summary>
    public ValueList<MailHeader> Headers { get; init; } = [];

    public static string KeyOf(Digest digest) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(digest, ClaimJson.Options)).AsSpan(0, 16));

    /// <summary>What stands in the letter where a reader's address and way out will.</summary>
    public static ReaderLinks Blanks(string key) => new($"reader-{key}@letter.invalid", $"https://letter.invalid/{key}");

    /// <param name="messageId">With angle brackets; the reader's own.</param>
    public OutgoingMail To(Mailbox reader, string messageId, UnsubscribeLinks links, Mailbox from)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(links);
        return Addressed(reader, messageId, links, from) with
        {
            Text = Fill(Text, reader.Address, links.Best),
            Html = Fill(Html, HtmlEncoder.Default.Encode(reader.Address), HtmlEncoder.Default.Encode(links.Best)),
        };
    }

    /// <summary>With the reader's header fields, and the blanks still in its parts.</summary>
    internal OutgoingMail Addressed(Mailbox reader, string messageId, UnsubscribeLinks links, Mailbox from) => new()
    {
        MessageId = messageId,
        BoundaryKey = Key,
        From = from,
        To = reader,
        Subject = Subject,
        Text = Text,
        Html = Html,
        Date = Date,
        Headers = [.. Headers, .. links.Headers()],
        Calendar = Calendar,
    };

    internal bool HasBlank(string line)
    {
        var blanks = Blanks(Key);
        return line.Contains(blanks.Address!, StringComparison.Ordinal) || line.Contains(blanks.Unsubscribe!, StringComparison.Ordinal);
    }

    internal string Fill(string text, string address, string link)
    {
        var blanks = Blanks(Key);
        return text.Replace(blanks.Address!, address, StringComparison.Ordinal).Replace(blanks.Unsubscribe!, link, StringComparison.Ordinal);
    }
}
