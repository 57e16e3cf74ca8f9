namespace TalksWatcher.Web;

/// <summary>A page for readers: it may load nothing, run nothing, stand in no frame, and tells no other site where it is.</summary>
/// <param name="html">A whole document; everything from outside is encoded in it.</param>
/// <param name="hasForm">Whether it posts to its own address.</param>
internal sealed class WebPage(string html, bool hasForm = false) : IResult
{
    public Task ExecuteAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action {(hasForm ? "'self'" : "'none'")}; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex";
        headers.CacheControl = "private, no-store";
        return Results.Text(html, "text/html; charset=utf-8").ExecuteAsync(context);
    }
}
