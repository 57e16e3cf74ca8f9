using System.Buffers;
using System.Text;

namespace TalksWatcher.Digests.Dkim;

/// <summary>The form in which header fields and body are signed, so that servers may change white space (RFC 6376 §3.4).</summary>
internal static class RelaxedForm
{
    /// <summary>§3.4.2: name in lower case, on one line, runs of white space as one blank, none around the colon and at the end.</summary>
    public static void WriteField(RawField field, IBufferWriter<byte> output)
    {
        var value = field.Bytes.Span[(field.Bytes.Span.IndexOf((byte)':') + 1)..];
        Encoding.ASCII.GetBytes(field.Name.ToLowerInvariant() + ":", output);
        WriteSqueezed(value.Trim(" \t\r\n"u8), output, folded: true);
        output.Write("\r\n"u8);
    }

    /// <summary>§3.4.4: runs of white space as one blank, none at the end of a line, no empty lines at the end.</summary>
    public static void WriteBody(ReadOnlySpan<byte> body, IBufferWriter<byte> output)
    {
        var emptyLines = 0;
        while (!body.IsEmpty)
        {
            var end = body.IndexOf("\r\n"u8);
            var line = (end < 0 ? body : body[..end]).TrimEnd(" \t"u8);
            body = end < 0 ? [] : body[(end + 2)..];
            if (line.IsEmpty)
            {
                emptyLines++;
                continue;
            }

            for (; emptyLines > 0; emptyLines--)
                output.Write("\r\n"u8);
            WriteSqueezed(line, output);
            output.Write("\r\n"u8);
        }
    }

    /// <param name="folded">Line ends are those of folds, which go as the white space after them does.</param>
    private static void WriteSqueezed(ReadOnlySpan<byte> text, IBufferWriter<byte> output, bool folded = false)
    {
        var target = output.GetSpan(text.Length);
        var length = 0;
        foreach (var octet in text)
        {
            var isBlank = octet is (byte)' ' or (byte)'\t' || (folded && octet is (byte)'\r' or (byte)'\n');
            if (!isBlank || length == 0 || target[length - 1] != (byte)' ')
                target[length++] = isBlank ? (byte)' ' : octet;
        }

        output.Advance(length);
    }
}
