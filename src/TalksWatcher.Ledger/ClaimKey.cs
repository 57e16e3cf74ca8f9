using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TalksWatcher.Claims;

namespace TalksWatcher.Ledger;

/// <summary>Content keys: what a claim says, without who says it, where it was read and by which rule.</summary>
public static class ClaimKey
{
    public static string Of(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return Hash(
            $"{claim.Kind}", $"{claim.Status}", $"{claim.Certainty}", $"{claim.Level}", string.Join('-', claim.Parties),
            string.Join('|', claim.Places), Day(claim.From), Day(claim.To), $"{claim.Outcome}", claim.Party, claim.Person,
            $"{claim.Role}", claim.Replaces, claim.By, claim.On);
    }

    /// <summary>80 bits of SHA-256 over the parts, in lower-case hex.</summary>
    internal static string Hash(params IEnumerable<string?> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))).AsSpan(0, 10));

    private static string? Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);
}
