using TalksWatcher.Digests.Mail;

namespace TalksWatcher.Digests.Bounces;

/// <summary>
/// Mail of a reader who leaves (RFC 2369): our mailto link puts the token into the subject; one in the extension of the
/// address ("leave+TOKEN@us.example") does as well. Who it is from counts for nothing, since anybody can write that.
/// </summary>
public static class UnsubscribeMail
{
    private const string Word = "unsubscribe";

    /// <summary>What may be a token; its signature says whether it is one.</summary>
    public static IEnumerable<string> TokensIn(ReadOnlyMemory<byte> message)
    {
        foreach (var header in MimeReader.ReadHeaders(message))
        {
            var token = header.Name.ToUpperInvariant() switch
            {
                "SUBJECT" => AfterWord(header.Value),
                "DELIVERED-TO" or "X-ORIGINAL-TO" or "TO" => Extension(header.Value),
                _ => null,
            };
            if (token is not null)
                yield return token;
        }
    }

    /// <summary>Mail programs fold long subjects, some in the middle of a word.</summary>
    private static string? AfterWord(string subject)
    {
        var at = subject.IndexOf(Word, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : string.Concat(subject[(at + Word.Length)..].Where(c => !char.IsWhiteSpace(c)));
    }

    private static string? Extension(string mailbox)
    {
        var address = mailbox.Split('<')[^1].Trim('>', ' ');
        var (plus, at) = (address.IndexOf('+', StringComparison.Ordinal), address.LastIndexOf('@'));
        return plus < 0 || at <= plus ? null : address[(plus + 1)..at];
    }
}
