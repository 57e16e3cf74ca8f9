using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using TalksWatcher.Digests.Rendering.Components;

namespace TalksWatcher.Digests.Rendering;

/// <summary>Digest → subject, HTML and plain text. Needs nothing but its arguments, and may be used by several threads.</summary>
/// <param name="names">Display names of the watch by code: parties ("RU" → "Russia"), places where they read better.</param>
public sealed class DigestRenderer(IReadOnlyDictionary<string, string> names) : IAsyncDisposable
{
    /// <summary>Gmail cuts what is longer.</summary>
    public const int LongestHtml = 100 * 1024;

    private readonly ServiceProvider services = new ServiceCollection().BuildServiceProvider();
    private readonly NameBook book = new(names);

    public async Task<RenderedDigest> RenderAsync(Digest digest, ReaderLinks links)
    {
        var builder = new DigestViewBuilder(digest, links, book);
        for (var full = digest.Developments.Count; ; full /= 2)
        {
            var view = builder.Build(full);
            var html = await HtmlAsync(view).ConfigureAwait(false);
            if (full == 0 || Encoding.UTF8.GetByteCount(html) <= LongestHtml)
                return new RenderedDigest(view.Subject, html, TextDigest.Write(view));
        }
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private async Task<string> HtmlAsync(DigestView view)
    {
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal) { ["View"] = view });
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<DigestDocument>(parameters).ConfigureAwait(true)).ToHtmlString()).ConfigureAwait(false);
    }
}
