namespace TalksWatcher.Storage;

/// <summary>The ids that begin with some hexadecimal digits, as a range that an index can answer.</summary>
internal static class IdRange
{
    private const int Digits = 32;

    /// <param name="prefix">Up to 32 hexadecimal digits, with or without hyphens.</param>
    /// <returns>First and last id of the range; <c>null</c> where the text begins no id.</returns>
    public static (Guid First, Guid Last)? Of(string prefix)
    {
        var digits = prefix.Replace("-", "", StringComparison.Ordinal);
        if (digits.Length is 0 or > Digits || !digits.All(char.IsAsciiHexDigit))
            return null;
        return (Guid.ParseExact(digits.PadRight(Digits, '0'), "N"), Guid.ParseExact(digits.PadRight(Digits, 'f'), "N"));
    }
}
