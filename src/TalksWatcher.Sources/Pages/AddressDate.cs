using System.Globalization;

namespace TalksWatcher.Sources.Pages;

/// <summary>The day in an address: "/2026/02/01/", "/2026-02-01-", "/20260201/", "/2026/feb/01/".</summary>
internal static class AddressDate
{
    private static readonly string[] Formats = ["yyyy-M-d", "yyyy-MMM-d", "yyyyMMdd"];

    /// <returns>Midnight UTC of that day; <c>null</c> where the address names no day after 1994.</returns>
    public static DateTimeOffset? Of(Uri? address)
    {
        if (address is not { IsAbsoluteUri: true } || address.AbsolutePath.Length > 2000)
            return null;
        var parts = address.AbsolutePath.Split(['/', '-', '_', '.'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < parts.Length; i++)
            if ((Day(parts[i]) ?? Day(string.Join('-', parts.Skip(i).Take(3)))) is { } day)
                return day;
        return null;
    }

    private static DateTimeOffset? Day(string text)
        => DateTimeOffset.TryParseExact(
                text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day)
            && day.Year is > 1994 and < 2100
                ? day
                : null;
}
