using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace TalksWatcher.Digests.Tests.Dkim;

/// <summary>What a receiver does, written from the steps of RFC 6376 §6.1 and with nothing of the signer's code.</summary>
internal static class DkimVerifier
{
    /// <returns>"pass", or which step failed.</returns>
    public static string Verdict(byte[] mail, RSA publicKey)
    {
        var (fields, body) = Split(mail);
        var signature = fields.Find(field => NameOf(field) == "dkim-signature");
        if (signature is null)
            return "none";
        var tags = Tags(signature);
        if (tags["v"] != "1" || tags["a"] != "rsa-sha256" || tags["c"] != "relaxed/relaxed")
            return "unknown version or algorithm";
        var names = tags["h"].Split(':');
        if (!names.Contains("from", StringComparer.OrdinalIgnoreCase))
            return "From is not signed";
        if (tags["bh"] != Convert.ToBase64String(SHA256.HashData(Encoding.Latin1.GetBytes(RelaxedBody(body)))))
            return "body changed";
        var content = Encoding.Latin1.GetBytes(SignedFields(fields, names) + RelaxedField(WithoutValueOfB(signature)));
        return publicKey.VerifyData(content, Convert.FromBase64String(tags["b"]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            ? "pass" : "header changed";
    }

    public static Dictionary<string, string> TagsOf(byte[] mail) => Tags(Split(mail).Fields.First(field => NameOf(field) == "dkim-signature"));

    private static (List<string> Fields, string Body) Split(byte[] mail)
    {
        var parts = Encoding.Latin1.GetString(mail).Split("\r\n\r\n", 2);
        return ([.. Regex.Split(parts[0], "\r\n(?![ \t])")], parts.ElementAtOrDefault(1) ?? "");
    }

    private static string NameOf(string field) => field.Split(':')[0].Trim().ToLowerInvariant();

    /// <summary>§3.2: white space inside these values has no meaning.</summary>
    private static Dictionary<string, string> Tags(string signature) => signature.Split(':', 2)[1].Split(';')
        .Select(tag => tag.Split('=', 2)).Where(pair => pair.Length == 2)
        .ToDictionary(pair => pair[0].Trim(), pair => Regex.Replace(pair[1], @"\s+", ""), StringComparer.Ordinal);

    /// <summary>§5.4.2: each name takes the lowest field that is left; a name too many takes nothing.</summary>
    private static string SignedFields(List<string> fields, string[] names)
    {
        var left = fields.ToList();
        var text = new StringBuilder();
        foreach (var name in names)
        {
            var index = left.FindLastIndex(field => NameOf(field).Equals(name, StringComparison.OrdinalIgnoreCase));
            if (index < 0)
                continue;
            text.Append(RelaxedField(left[index])).Append("\r\n");
            left.RemoveAt(index);
        }

        return text.ToString();
    }

    /// <summary>§3.7: the tag stays, its value and the white space around it go.</summary>
    private static string WithoutValueOfB(string signature) => Regex.Replace(signature, @"(;\s*b\s*=)[^;]*", "$1");

    /// <summary>§3.4.2.</summary>
    private static string RelaxedField(string field)
    {
        var unfolded = field.Replace("\r\n", "", StringComparison.Ordinal);
        var pair = Regex.Replace(unfolded, "[ \t]+", " ").Split(':', 2);
        return $"{pair[0].ToLowerInvariant().TrimEnd(' ')}:{pair[1].Trim(' ')}";
    }

    /// <summary>§3.4.4.</summary>
    private static string RelaxedBody(string body)
    {
        var lines = Regex.Replace(Regex.Replace(body, "[ \t]+(?=\r\n|$)", ""), "[ \t]+", " ");
        var text = Regex.Replace(lines, @"(\r\n)+\z", "");
        return text.Length == 0 ? "" : text + "\r\n";
    }
}
