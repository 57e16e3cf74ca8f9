using System.Text;

namespace TalksWatcher.Storage;

/// <summary>
/// What an outbox row holds in place of its message where many readers get one letter. A message cannot begin so: it
/// begins with a header field's name.
/// </summary>
internal static class LetterReference
{
    private static ReadOnlySpan<byte> Mark => "\0letter "u8;

    public static byte[] Write(string key) => [.. Mark, .. Encoding.ASCII.GetBytes(key)];

    /// <returns>The letter's key; <c>null</c> where the row holds its whole message.</returns>
    public static string? Read(ReadOnlySpan<byte> mime) => mime.StartsWith(Mark) ? Encoding.ASCII.GetString(mime[Mark.Length..]) : null;
}
