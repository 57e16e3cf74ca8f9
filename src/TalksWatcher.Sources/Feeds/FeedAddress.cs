using System.Buffers;

namespace TalksWatcher.Sources.Feeds;

internal static class FeedAddress
{
    private static readonly SearchValues<char> SchemeCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");

    /// <summary>An absolute address stays letter for letter; a relative one is joined to the base where there is one.</summary>
    public static string Resolve(string address, Uri? baseAddress) =>
        !HasScheme(address) && baseAddress is not null && Uri.TryCreate(baseAddress, address, out var joined) ? joined.AbsoluteUri : address;

    public static bool HasScheme(string address)
    {
        var colon = address.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && char.IsAsciiLetter(address[0])
            && address.AsSpan(0, colon).IndexOfAnyExcept(SchemeCharacters) < 0;
    }
}
