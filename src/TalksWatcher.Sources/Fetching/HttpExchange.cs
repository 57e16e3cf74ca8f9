using System.Net;

namespace TalksWatcher.Sources.Fetching;

/// <summary>One request and its answer, on one address, once.</summary>
internal sealed class HttpExchange(HttpClient client, FetchSettings settings, TimeProvider clock)
{
    private readonly BodyReader bodies = new(settings, clock);
    private readonly string userAgent = UserAgent(settings.Contact);

    /// <summary>Every failure of the world is a result; only cancellation throws.</summary>
    public async Task<FetchResult> SendAsync(FetchRequest request, CancellationToken cancel)
    {
        try
        {
            using var message = Message(request);
            using var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancel);
            return await ReadAsync(request, response, cancel);
        }
        catch (Exception error) when (error is not OperationCanceledException && ExchangeFaults.Name(error) is not null)
        {
            var (reason, detail) = ExchangeFaults.Name(error)!.Value;
            return FetchFailure.At(request.Address, reason, detail);
        }
    }

    private HttpRequestMessage Message(FetchRequest request)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, request.Address);
        message.Headers.TryAddWithoutValidation("User-Agent", userAgent);
        message.Headers.TryAddWithoutValidation("Accept", request.Accept);
        message.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, br, deflate");
        if (request.ETag is not null)
            message.Headers.TryAddWithoutValidation("If-None-Match", request.ETag);
        if (request.LastModified is not null)
            message.Headers.TryAddWithoutValidation("If-Modified-Since", request.LastModified);
        return message;
    }

    private async Task<FetchResult> ReadAsync(FetchRequest request, HttpResponseMessage response, CancellationToken cancel) =>
        response.StatusCode switch
        {
            HttpStatusCode.OK or HttpStatusCode.NonAuthoritativeInformation => await BodyAsync(request, response, cancel),
            HttpStatusCode.NotModified when request.ETag is not null || request.LastModified is not null =>
                new FetchNotModified { Status = 304, Address = request.Address, FreshFor = ResponseHeaders.FreshFor(response) },
            HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect => Redirect(request, response, isPermanent: true),
            HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect => Redirect(request, response, isPermanent: false),
            _ => Refused(request, response),
        };

    private async Task<FetchResult> BodyAsync(FetchRequest request, HttpResponseMessage response, CancellationToken cancel) => new FetchedBody
    {
        Status = (int)response.StatusCode,
        Address = request.Address,
        Bytes = await bodies.ReadAsync(response.Content, cancel),
        MediaType = response.Content.Headers.ContentType?.MediaType,
        Charset = response.Content.Headers.ContentType?.CharSet?.Trim('"', '\'', ' '),
        ETag = ResponseHeaders.Validator(response, "ETag"),
        LastModified = ResponseHeaders.Validator(response, "Last-Modified"),
        FreshFor = ResponseHeaders.FreshFor(response),
    };

    private static FetchResult Redirect(FetchRequest request, HttpResponseMessage response, bool isPermanent)
    {
        var status = (int)response.StatusCode;
        return ResponseHeaders.Location(response, request.Address) is { } target
            ? new FetchRedirect { Status = status, Address = request.Address, Target = target, IsPermanent = isPermanent }
            : FetchFailure.At(request.Address, FailureReason.BadRedirect, $"status {status} leads to no web address") with { Status = status };
    }

    private FetchFailure Refused(FetchRequest request, HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        return new FetchFailure
        {
            Status = status,
            Address = request.Address,
            Detail = $"status {status}",
            RetryAt = ResponseHeaders.RetryAt(response.Headers, clock.GetUtcNow()),
            Reason = status switch
            {
                401 or 402 or 403 or 407 or 451 => FailureReason.AccessDenied,
                404 => FailureReason.NotFound,
                408 => FailureReason.TimedOut,
                410 => FailureReason.Gone,
                429 => FailureReason.TooManyRequests,
                >= 500 and < 600 => FailureReason.ServerError,
                _ => FailureReason.UnexpectedStatus,
            },
        };
    }

    /// <summary>Says who asks and where the operator is reached (RFC 9110, 10.1.5).</summary>
    private static string UserAgent(string? contact)
    {
        var version = typeof(HttpExchange).Assembly.GetName().Version?.ToString(2) ?? "0";
        var plain = string.Concat((contact ?? "").Where(c => c is > ' ' and < '\x7F' and not ('(' or ')' or '\\')));
        return plain.Length == 0 ? $"TalksWatcher/{version}" : $"TalksWatcher/{version} (+{plain})";
    }
}
