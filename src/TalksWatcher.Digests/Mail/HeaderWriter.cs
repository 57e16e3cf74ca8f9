using System.Buffers;
using System.Text;
using TalksWatcher.Digests.Readers;

namespace TalksWatcher.Digests.Mail;

/// <summary>Header fields, folded and encoded (RFC 5322 §2.2, RFC 2047).</summary>
internal static class HeaderWriter
{
    private const int LongestLine = 76;
    private const int LongestToken = 900;
    private const int BytesPerWord = 42;

    /// <summary>Control characters of both blocks, and the line ends that only Unicode knows.</summary>
    private static readonly SearchValues<char> NeverInValue = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Select(code => (char)code), '\u2028', '\u2029']);

    /// <summary>Only the stretch of words that needs it is encoded, so that "title &lt;list.id&gt;" keeps its id.</summary>
    public static string Unstructured(string name, string value)
    {
        Check(name, value);
        var words = value.Split(' ');
        var first = Array.FindIndex(words, NeedsEncoding);
        if (first < 0)
            return Fold(name, words);
        var last = Array.FindLastIndex(words, NeedsEncoding);
        return Fold(name, [.. words[..first], .. EncodedWords(string.Join(' ', words[first..(last + 1)])), .. words[(last + 1)..]]);
    }

    /// <summary>A value that is made of ASCII tokens already.</summary>
    public static string Structured(string name, string value)
    {
        Check(name, value);
        return Fold(name, value.Split(' '));
    }

    public static string Mailbox(string name, Mailbox mailbox)
    {
        Check(name, mailbox.Name ?? "");
        if (!MailAddressRule.TryNormalise(mailbox.Address, out var address))
            throw new ArgumentException($"{name} is no mail address.", nameof(mailbox));
        return mailbox.Name is { Length: > 0 } display ? Fold(name, [.. Phrase(display), $"<{address}>"]) : Fold(name, [address]);
    }

    private static IEnumerable<string> Phrase(string display)
    {
        if (display.Split(' ').Any(NeedsEncoding))
            return EncodedWords(display);
        return display.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-' or '\'')
            ? display.Split(' ')
            : [$"\"{display.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""];
    }

    private static void Check(string name, string value)
    {
        if (name.Length == 0 || !name.All(c => c is > ' ' and < (char)127 and not ':'))
            throw new ArgumentException("A header field's name holds a character that is not allowed.", nameof(name));
        if (value.AsSpan().ContainsAny(NeverInValue))
            throw new ArgumentException($"The value of {name} holds a line end or another control character.", nameof(value));
    }

    private static bool NeedsEncoding(string word) =>
        word.Length is 0 or > LongestToken || !Ascii.IsValid(word) || word.Contains("=?", StringComparison.Ordinal);

    /// <summary>Words of whole characters, each at most 75 long; white space between two of them is not shown.</summary>
    private static IEnumerable<string> EncodedWords(string value)
    {
        var bytes = new List<byte>(BytesPerWord);
        foreach (var rune in value.EnumerateRunes())
        {
            var next = Encoding.UTF8.GetBytes(rune.ToString());
            if (bytes.Count + next.Length > BytesPerWord)
            {
                yield return Word(bytes);
                bytes.Clear();
            }

            bytes.AddRange(next);
        }

        if (bytes.Count > 0)
            yield return Word(bytes);
    }

    private static string Word(List<byte> bytes) => $"=?utf-8?B?{Convert.ToBase64String([.. bytes])}?=";

    private static string Fold(string name, IEnumerable<string> words)
    {
        var field = new StringBuilder(name).Append(':');
        var line = field.Length;
        foreach (var word in words)
        {
            if (line + 1 + word.Length > LongestLine && line > name.Length + 1)
            {
                field.Append("\r\n");
                line = 0;
            }

            field.Append(' ').Append(word);
            line += 1 + word.Length;
        }

        return field.Append("\r\n").ToString();
    }
}
