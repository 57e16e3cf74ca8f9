using System.Text;
using System.Text.Encodings.Web;

namespace TalksWatcher.Digests.Mail;

/// <summary>
/// A form letter whose lines are encoded once; only those that hold a blank are encoded for each reader. Gives the bytes
/// that <see cref="MimeWriter"/> gives for <see cref="FormLetter.To"/>.
/// </summary>
public sealed class EncodedLetter
{
    private static readonly Mailbox Nobody = new("");

    private readonly FormLetter letter;
    private readonly List<Piece>? pieces;
    private readonly int size;

    public EncodedLetter(FormLetter letter)
    {
        ArgumentNullException.ThrowIfNull(letter);
        this.letter = letter;
        pieces = PiecesOf(letter);
        size = pieces?.Sum(piece => piece.Fixed?.Length ?? 512) ?? 0;
    }

    /// <param name="messageId">With angle brackets; the reader's own.</param>
    public byte[] To(Mailbox reader, string messageId, UnsubscribeLinks links, Mailbox from)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(links);
        if (pieces is null)
            return MimeWriter.Write(letter.To(reader, messageId, links, from));
        var head = new StringBuilder();
        MimeWriter.WriteHeaders(head, letter.Addressed(reader, messageId, links, from));
        using var message = new MemoryStream(head.Length + size);
        message.Write(Encoding.UTF8.GetBytes(head.ToString()));
        foreach (var piece in pieces)
            message.Write(piece.Fixed ?? Encoding.UTF8.GetBytes(piece.For(letter, reader.Address, links.Best)));
        return message.ToArray();
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

        public string For(FormLetter letter, string address, string link) => ContentEncoding.QuotedLine(
            Html ? letter.Fill(Line!, HtmlEncoder.Default.Encode(address), HtmlEncoder.Default.Encode(link)) : letter.Fill(Line!, address, link));
    }
}
