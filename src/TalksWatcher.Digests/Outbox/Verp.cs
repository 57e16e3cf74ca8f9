using System.Diagnostics.CodeAnalysis;

namespace TalksWatcher.Digests.Outbox;

/// <summary>Variable envelope return path: "bounces@us.example" for "ann@x.example" is "bounces+ann=x.example@us.example".</summary>
public static class Verp
{
    /// <param name="sender">Bare address that takes bounces.</param>
    /// <param name="recipient">Bare address; one that cannot be written so (quoted, over 64 octets) leaves the sender as it is.</param>
    public static string Encode(string sender, string recipient)
    {
        var (at, to) = (sender.LastIndexOf('@'), recipient.LastIndexOf('@'));
        var local = $"{sender[..at]}+{recipient[..to]}={recipient[(to + 1)..]}";
        return local.Length <= 64 && !local.Contains('"', StringComparison.Ordinal) ? local + sender[at..] : sender;
    }

    /// <summary>The recipient that a bounce to <paramref name="address"/> is about.</summary>
    public static bool TryDecode(string sender, string address, [NotNullWhen(true)] out string? recipient)
    {
        recipient = null;
        var at = sender.LastIndexOf('@');
        var (prefix, domain) = (sender[..at] + "+", sender[at..]);
        if (!address.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) || !address.EndsWith(domain, StringComparison.OrdinalIgnoreCase)
            || address.Length <= prefix.Length + domain.Length)
            return false;
        var coded = address[prefix.Length..^domain.Length];
        var equals = coded.LastIndexOf('=');
        if (equals <= 0 || equals == coded.Length - 1)
            return false;
        recipient = $"{coded[..equals]}@{coded[(equals + 1)..]}";
        return true;
    }
}
