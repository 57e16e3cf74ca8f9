using System.Text.Encodings.Web;
using TalksWatcher.Flow;
using TalksWatcher.Storage.Rows;

namespace TalksWatcher.Web;

/// <summary>
/// The way out of the list (RFC 8058). A GET shows a button and changes nothing, since link scanners follow links; a POST
/// unsubscribes, whether a person or a mail client sends it.
/// </summary>
internal static class Unsubscribing
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/unsubscribe/{token}", (string token, Worker worker) =>
            worker.Letters.TryReadReader(token, out var address) ? (IResult)Ask(address) : Results.NotFound());
        app.MapPost("/unsubscribe/{token}", async (string token, Worker worker, CancellationToken cancel) =>
            worker.Letters.TryReadReader(token, out var address)
            && await worker.Subscribers.SetStateAsync(address, SubscriberState.Unsubscribed, "unsubscribed by the reader", cancel)
                ? (IResult)Page("You are unsubscribed.", $"{Encode(address)} gets no more digests.") : Results.NotFound());
    }

    private static WebPage Ask(string address) => Page(
        "Unsubscribe?", $"{Encode(address)} gets no more digests.<form method=\"post\"><button>Unsubscribe</button></form>");

    private static WebPage Page(string title, string body) => new(
        $$"""
        <!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <meta name="color-scheme" content="light dark"><meta name="robots" content="noindex"><title>{{title}}</title>
        <style>body{font:1rem/1.5 system-ui,sans-serif;max-width:32rem;margin:4rem auto;padding:0 1rem}button{font:inherit;margin-top:1rem;padding:.5rem 1rem}</style>
        </head><body><h1>{{title}}</h1><p>{{body}}</p></body></html>
        """,
        hasForm: true);

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
