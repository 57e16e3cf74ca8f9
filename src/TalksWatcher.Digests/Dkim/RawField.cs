using System.Text;

namespace TalksWatcher.Digests.Dkim;

/// <summary>A header field as it stands in a message, folds and line end with it (RFC 5322 §2.2).</summary>
internal sealed record RawField(string Name, ReadOnlyMemory<byte> Bytes)
{
    /// <param name="head">Header fields, each with its line end.</param>
    public static List<RawField> ReadAll(ReadOnlyMemory<byte> head)
    {
        var fields = new List<RawField>();
        for (var rest = head; !rest.IsEmpty;)
        {
            var field = rest[..LengthOfFirst(rest.Span)];
            fields.Add(new RawField(NameOf(field.Span), field));
            rest = rest[field.Length..];
        }

        return fields;
    }

    /// <summary>Up to the first line end after which no white space carries the field on.</summary>
    private static int LengthOfFirst(ReadOnlySpan<byte> head)
    {
        for (var start = 0; ;)
        {
            var end = head[start..].IndexOf("\r\n"u8);
            if (end < 0)
                return head.Length;
            start += end + 2;
            if (start == head.Length || head[start] is not ((byte)' ' or (byte)'\t'))
                return start;
        }
    }

    private static string NameOf(ReadOnlySpan<byte> field) =>
        Encoding.ASCII.GetString(field[..Math.Max(0, field.IndexOf((byte)':'))].TrimEnd(" \t"u8));
}
