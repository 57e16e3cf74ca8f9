using System.Text;

namespace TalksWatcher.Sources.Charsets;

/// <summary>Byte order marks, and how markup starts in charsets wider than ASCII (XML 1.0, appendix F).</summary>
internal static class ByteSignature
{
    private static readonly (byte[] Start, int Mark, string Charset)[] Signatures =
    [
        ([0xEF, 0xBB, 0xBF], 3, "utf-8"),
        ([0x00, 0x00, 0xFE, 0xFF], 4, "utf-32be"),
        ([0xFF, 0xFE, 0x00, 0x00], 4, "utf-32"),
        ([0xFE, 0xFF], 2, "utf-16be"),
        ([0xFF, 0xFE], 2, "utf-16"),
        ([0x00, 0x00, 0x00, 0x3C], 0, "utf-32be"),
        ([0x3C, 0x00, 0x00, 0x00], 0, "utf-32"),
        ([0x00, 0x3C, 0x00], 0, "utf-16be"),
        ([0x3C, 0x00], 0, "utf-16"),
        ([0x4C, 0x6F, 0xA7, 0x94], 0, "ibm037"),
    ];

    /// <summary>The charset the first bytes prove, and the length of the mark to skip.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out Encoding encoding, out int mark)
    {
        foreach (var (start, length, charset) in Signatures)
        {
            if (!bytes.StartsWith(start) || !CharsetName.TryResolve(charset, out var found))
                continue;
            (encoding, mark) = (found, length);
            return true;
        }
        (encoding, mark) = (Encoding.UTF8, 0);
        return false;
    }
}
