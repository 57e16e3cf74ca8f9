using TalksWatcher.Flow;

namespace TalksWatcher.Web;

/// <summary>
/// Digests to read in a browser. The address is the same for all readers of a digest, so that a visit tells nothing of who
/// came, and cannot be guessed.
/// </summary>
internal static class DigestPages
{
    public static void Map(WebApplication app) =>
        app.MapGet("/digest/{token}", async (string token, Worker worker, CancellationToken cancel) =>
            worker.Letters.TryReadPage(token, out var letter) && await worker.StoredLetters.FindAsync(letter, cancel) is { Page: { } html }
                ? (IResult)new WebPage(html) : Results.NotFound());
}
