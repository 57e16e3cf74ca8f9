using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace TalksWatcher.Digests.Readers;

/// <summary>
/// Bare mailbox addresses as mail systems take them (RFC 5321 §4.1.2, RFC 6531): dot-atom local part, plus-addressing and
/// UTF-8 kept, domain in lower case and punycode. No quoted local parts, comments, display names or address literals.
/// </summary>
public static class MailAddressRule
{
    private const int LongestLocalPart = 64;
    private const int LongestAddress = 254;

    private static readonly SearchValues<char> AtomSymbols = SearchValues.Create("!#$%&'*+-/=?^_`{|}~");

    /// <param name="normalised">Unique form: the case of the local part is kept, the domain's is not.</param>
    public static bool TryNormalise(string? address, [NotNullWhen(true)] out string? normalised)
    {
        normalised = null;
        if (address is null || address.Length > LongestAddress)
            return false;
        var trimmed = address.Trim(' ');
        var at = trimmed.IndexOf('@', StringComparison.Ordinal);
        if (at <= 0 || !IsDotAtom(trimmed[..at]) || !TryDomain(trimmed[(at + 1)..], out var domain))
            return false;
        var candidate = $"{trimmed[..at].Normalize(NormalizationForm.FormC)}@{domain}";
        if (Encoding.UTF8.GetByteCount(candidate) > LongestAddress)
            return false;
        normalised = candidate;
        return true;
    }

    /// <summary>Equal for two spellings that reach one mailbox on practically every system: the local part's case is folded too.</summary>
    public static string KeyOf(string normalised) => normalised.ToLowerInvariant();

    private static bool IsDotAtom(string local) =>
        Encoding.UTF8.GetByteCount(local) <= LongestLocalPart
        && IsWellFormed(local)
        && local.Split('.').All(atom => atom.Length > 0 && atom.All(IsAtomCharacter));

    /// <summary>No half of a surrogate pair stands alone.</summary>
    private static bool IsWellFormed(string text) => text.EnumerateRunes().All(rune => rune != Rune.ReplacementChar);

    private static bool IsAtomCharacter(char c) =>
        char.IsAsciiLetterOrDigit(c) || AtomSymbols.Contains(c)
        || (c > '\u00A0' && !char.IsControl(c) && !char.IsWhiteSpace(c) && CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.Format);

    private static bool TryDomain(string text, [NotNullWhen(true)] out string? domain)
    {
        domain = null;
        try
        {
            var ascii = new IdnMapping { UseStd3AsciiRules = true }.GetAscii(text).ToLowerInvariant();
            if (ascii.EndsWith('.') || !ascii.Contains('.', StringComparison.Ordinal) && ascii is not "localhost")
                return false;
            domain = ascii;
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
