namespace TalksWatcher.Digests.Mail;

/// <summary>The ways out of a list (RFC 2369, RFC 8058).</summary>
/// <param name="Mail">mailto: address.</param>
/// <param name="Web">https: address that a POST unsubscribes at; <c>null</c> where no public address is configured.</param>
public sealed record UnsubscribeLinks(string Mail, string? Web)
{
    public string Best => Web ?? Mail;

    public static UnsubscribeLinks For(MailIdentity identity, string token) => new(
        $"mailto:{identity.UnsubscribeAddress}?subject=unsubscribe%20{token}",
        identity.PublicUrl is { Scheme: "https" } url ? $"{url.AbsoluteUri.TrimEnd('/')}/unsubscribe/{token}" : null);

    /// <summary>One-click unsubscribing is only offered where it works.</summary>
    public IEnumerable<MailHeader> Headers()
    {
        yield return new MailHeader("List-Unsubscribe", Web is null ? $"<{Mail}>" : $"<{Web}>, <{Mail}>");
        if (Web is not null)
            yield return new MailHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
}
