using System.Security.Cryptography;
using System.Text;

namespace TalksWatcher.Sources.Identity;

/// <summary>
/// One report is one document. Its key is its canonical address; without one, its id within the source; without that, its
/// text. An edited report keeps its key and gets a new text hash.
/// </summary>
public static class DocumentIdentity
{
    /// <param name="url">Address of the report.</param>
    /// <param name="source">Name of the source; ids are unique only within it.</param>
    /// <param name="id">The source's own id (guid) of the report.</param>
    /// <param name="textHash">As <see cref="TextHash"/> gives it.</param>
    public static string Key(string? url, string source, string? id, string textHash) =>
        CanonicalAddress.Of(url) ?? (string.IsNullOrWhiteSpace(id) ? $"sha256:{textHash}" : $"{source}#{id.Trim()}");

    /// <returns>SHA-256 of title and text in lower-case hex; blanks and Unicode forms make no difference.</returns>
    public static string TextHash(string title, string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Normal(title)}\n{Normal(text)}")));

    private static string Normal(string text) =>
        string.Join(' ', text.Normalize(NormalizationForm.FormKC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
