using System.Globalization;
using System.Text;

namespace TalksWatcher.Digests.Mail;

/// <summary>Encoded words in UTF-8 or ASCII (RFC 2047); words in other charsets stay as they are.</summary>
internal static class EncodedWordReader
{
    public static string Decode(string value)
    {
        if (!value.Contains("=?", StringComparison.Ordinal))
            return value;
        var output = new StringBuilder(value.Length);
        var afterWord = false;
        foreach (var word in value.Split(' '))
        {
            var decoded = Word(word);
            if (output.Length > 0 && !(afterWord && decoded is not null))
                output.Append(' ');
            output.Append(decoded ?? word);
            afterWord = decoded is not null;
        }

        return output.ToString();
    }

    private static string? Word(string word)
    {
        if (!word.StartsWith("=?", StringComparison.Ordinal) || !word.EndsWith("?=", StringComparison.Ordinal)
            || word.Split('?') is not ["=", var charset, var encoding, var text, "="]
            || charset.ToLowerInvariant() is not ("utf-8" or "us-ascii"))
            return null;
        return encoding.ToUpperInvariant() switch
        {
            "B" => Base64(text),
            "Q" => Quoted(text),
            _ => null,
        };
    }

    private static string? Base64(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var written) ? Encoding.UTF8.GetString(bytes, 0, written) : null;
    }

    private static string Quoted(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '=' && index + 2 < text.Length && byte.TryParse(text.AsSpan(index + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                index += 2;
            }
            else
                bytes.Add((byte)(text[index] == '_' ? ' ' : text[index]));
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }
}
