using System.Text;

namespace TalksWatcher.Sources.Charsets;

/// <summary>Reads bytes as text whatever charset they declare, wrongly or not at all.</summary>
public static class CharsetDetector
{
    /// <summary>
    /// Trusts in this order: the byte order mark or wide first characters; UTF-8 where the bytes are UTF-8; the
    /// header's charset; the document's own; a guess. A declaration that the bytes break is passed over, and so is
    /// Latin-1 (what servers send by default) where the bytes clearly spell another script.
    /// </summary>
    /// <param name="bytes">The whole body; the caller limits its size.</param>
    /// <param name="headerCharset">The charset parameter of the Content-Type header, if any.</param>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes, string? headerCharset = null)
    {
        if (ByteSignature.TryRead(bytes, out var signed, out var mark))
            return IsEbcdic(signed) ? Ebcdic(bytes, signed) : Result(signed, signed.GetString(bytes[mark..]));
        var declared = Resolve(headerCharset, DeclaredCharset.Find(bytes));
        if (IsUtf8(bytes, declared, out var text))
            return Result(Encoding.UTF8, text);
        foreach (var encoding in declared)
            if (TryRead(encoding, bytes, out text) && !CharsetGuess.Contradicts(encoding, bytes))
                return Result(encoding, text);
        var guess = CharsetGuess.Of(bytes);
        return Result(guess, guess.GetString(bytes));
    }

    private static bool IsEbcdic(Encoding encoding) => encoding.GetBytes("<") is [0x4C];

    /// <summary>All EBCDIC code pages write the declaration alike, and it says which of them the rest is in.</summary>
    private static DecodedText Ebcdic(ReadOnlySpan<byte> bytes, Encoding usual)
    {
        var head = Encoding.Latin1.GetBytes(usual.GetString(bytes[..Math.Min(bytes.Length, 256)]));
        var declared = CharsetName.TryResolve(DeclaredCharset.Find(head), out var named) && IsEbcdic(named) ? named : usual;
        return Result(declared, declared.GetString(bytes));
    }

    private static DecodedText Result(Encoding encoding, string text) => new(text, encoding.WebName.ToLowerInvariant());

    private static List<Encoding> Resolve(params ReadOnlySpan<string?> names)
    {
        var encodings = new List<Encoding>();
        foreach (var name in names)
            if (CharsetName.TryResolve(name, out var encoding))
                encodings.Add(encoding);
        return encodings;
    }

    private static bool IsUtf8(ReadOnlySpan<byte> bytes, List<Encoding> declared, out string text)
    {
        text = Encoding.UTF8.GetString(bytes);
        if (Ascii.IsValid(bytes))
            return !declared.Exists(IsWrittenInAscii);
        var broken = text.AsSpan().Count('\uFFFD');
        var sound = text.Count(letter => letter > '\x7F') - broken;
        return broken * 4 <= sound;
    }

    /// <summary>Charsets that shift between scripts by escape sequences of ASCII characters.</summary>
    private static bool IsWrittenInAscii(Encoding encoding)
        => encoding.WebName.StartsWith("iso-2022", StringComparison.Ordinal) || encoding.WebName is "hz-gb-2312";

    private static bool TryRead(Encoding encoding, ReadOnlySpan<byte> bytes, out string text)
    {
        text = encoding.GetString(bytes);
        return !text.AsSpan().ContainsAnyInRange('\x80', '\x9F') && !text.Contains('\uFFFD', StringComparison.Ordinal);
    }
}
