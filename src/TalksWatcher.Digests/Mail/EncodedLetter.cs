using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;

namespace TalksWatcher.Digests.Mail;

/// <summary>
/// A form letter whose fields and lines are encoded once; only those that name the reader are encoded for each. Gives the
/// bytes that <see cref="MimeWriter"/> gives for <see cref="FormLetter.To"/>.
/// </summary>
public sealed class EncodedLetter
{
    private const int RoomForReader = 2_048;

    private static readonly Mailbox Nobody = new("");

    private readonly FormLetter letter;
    private readonly Mailbox from;
    private readonly string origin;
    private readonly string subject;
    private readonly List<Piece>? pieces;
    private readonly int size;

    public EncodedLetter(FormLetter letter, Mailbox from)
    {
        ArgumentNullException.ThrowIfNull(letter);
        (this.letter, this.from) = (letter, from);
        origin = MimeWriter.Origin(letter.Addressed(Nobody, "<>", new UnsubscribeLinks("", null), from));
        subject = HeaderWriter.Unstructured("Subject", letter.Subject) + MimeWriter.Fields(letter.Headers);
        pieces = PiecesOf(letter);
        size = RoomForReader + origin.Length + subject.Length + (pieces?.Sum(piece => piece.Fixed?.Length ?? piece.Line!.Length) ?? 0);
    }

    /// <param name="messageId">With angle brackets; the reader's own.</param>
    public ReadOnlyMemory<byte> To(Mailbox reader, string messageId, UnsubscribeLinks links)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(links);
        if (pieces is null)
            return MimeWriter.Write(letter.To(reader, messageId, links, from));
        var message = new ArrayBufferWriter<byte>(size);
        foreach (var field in (ReadOnlySpan<string>)[
            HeaderWriter.Structured("Message-ID", messageId), origin, HeaderWriter.Mailbox("To", reader), subject,
            MimeWriter.Fields(links.Headers()), MimeWriter.VersionField])
            Encoding.UTF8.GetBytes(field, message);
        foreach (var piece in pieces)
            piece.WriteTo(message, letter, reader.Address, links.Best);
        return message.WrittenMemory;
    }

    /// <summary>The body with its blanks, cut before and after each line that holds one.</summary>
    /// <returns><c>null</c> where a part is in base64, which knows no lines.</returns>
    private static List<Piece>? PiecesOf(FormLetter letter)
    {
        var cut = new List<Piece>();
        var (text, textLines) = Marked(letter, letter.Text, html: false);
        var (html, htmlLines) = Marked(letter, letter.Html, html: true);
        var body = new StringBuilder();
        MimeWriter.WriteBody(body, letter.Addressed(Nobody, "<>", new UnsubscribeLinks("", null), Nobody) with { Text = text, Html = html });
        var rest = body.ToString();
        foreach (var (mark, line) in textLines.Concat(htmlLines))
        {
            var at = rest.IndexOf(mark, StringComparison.Ordinal);
            if (at < 0)
                return null;
            cut.AddRange([Piece.Of(rest[..at]), line]);
            rest = rest[(at + mark.Length)..];
        }

        return [.. cut, Piece.Of(rest)];
    }

    /// <summary>Each line with a blank gives way to a mark that survives the encoding as it is.</summary>
    private static (string Text, List<(string Mark, Piece Line)> Lines) Marked(FormLetter letter, string text, bool html)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var marked = new List<(string, Piece)>();
        for (var index = 0; index < lines.Length; index++)
        {
            if (!letter.HasBlank(lines[index]))
                continue;
            var mark = $"{letter.Key}{(html ? 'h' : 't')}{index:00000000}";
            marked.Add((mark, new Piece(null, lines[index], html)));
            lines[index] = mark;
        }

        return (string.Join('\n', lines), marked);
    }

    private sealed record Piece(byte[]? Fixed, string? Line, bool Html)
    {
        public static Piece Of(string text) => new(Encoding.UTF8.GetBytes(text), null, Html: false);

        public void WriteTo(IBufferWriter<byte> message, FormLetter letter, string address, string link)
        {
            if (Fixed is not null)
                message.Write(Fixed);
            else
                Encoding.UTF8.GetBytes(ContentEncoding.QuotedLine(For(letter, address, link)), message);
        }

        private string For(FormLetter letter, string address, string link) => Html
            ? letter.Fill(Line!, HtmlEncoder.Default.Encode(address), HtmlEncoder.Default.Encode(link)) : letter.Fill(Line!, address, link);
    }
}
