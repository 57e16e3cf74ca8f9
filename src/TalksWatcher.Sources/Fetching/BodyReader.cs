using System.IO.Compression;

namespace TalksWatcher.Sources.Fetching;

/// <summary>Reads a body within the limits of size and pace, and undoes its content coding (RFC 9110, 8.4.1).</summary>
internal sealed class BodyReader(FetchSettings settings, TimeProvider clock)
{
    private const int BufferBytes = 16 * 1024;

    /// <exception cref="FetchException">The body breaks a limit or its coding.</exception>
    public async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContent content, CancellationToken cancel)
    {
        var coding = Coding(content);
        if (content.Headers.ContentLength > settings.MostWireBytes)
            throw TooLarge();
        await using var stream = await content.ReadAsStreamAsync(cancel);
        var wire = await ReadWireAsync(stream, cancel);
        return coding is "" or "identity" || wire.Length == 0 ? wire : await InflateAsync(wire, coding, cancel);
    }

    private static string Coding(HttpContent content) => content.Headers.ContentEncoding.ToArray() switch
    {
        [] => "",
        [var only] => only.Trim().ToLowerInvariant(),
        _ => throw new FetchException(FailureReason.UnsupportedEncoding, "the body is encoded more than once"),
    };

    private async Task<ReadOnlyMemory<byte>> ReadWireAsync(Stream stream, CancellationToken cancel)
    {
        var body = new MemoryStream();
        var buffer = new byte[BufferBytes];
        var started = clock.GetTimestamp();
        int read;
        while ((read = await stream.ReadAsync(buffer, cancel)) > 0)
        {
            if (body.Length + read > settings.MostWireBytes)
                throw TooLarge();
            body.Write(buffer, 0, read);
            var elapsed = clock.GetElapsedTime(started);
            if (elapsed > settings.RateGrace && body.Length < elapsed.TotalSeconds * settings.LeastBytesPerSecond)
                throw new FetchException(FailureReason.TooSlow, $"fewer than {settings.LeastBytesPerSecond} bytes a second");
        }
        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    private async Task<ReadOnlyMemory<byte>> InflateAsync(ReadOnlyMemory<byte> wire, string coding, CancellationToken cancel)
    {
        await using var source = new MemoryStream(wire.ToArray(), writable: false);
        await using var inflater = Inflater(source, coding, wire.Span);
        var body = new MemoryStream();
        var buffer = new byte[BufferBytes];
        try
        {
            int read;
            while ((read = await inflater.ReadAsync(buffer, cancel)) > 0)
            {
                if (body.Length + read > settings.MostInflatedBytes)
                    throw new FetchException(FailureReason.TooLargeInflated, $"more than {settings.MostInflatedBytes} bytes once inflated");
                body.Write(buffer, 0, read);
            }
        }
        catch (Exception error) when (error is InvalidDataException or InvalidOperationException or IOException)
        {
            throw new FetchException(FailureReason.BadEncoding, $"the body is no whole {coding} stream");
        }
        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    private static Stream Inflater(Stream source, string coding, ReadOnlySpan<byte> wire) => coding switch
    {
        "gzip" or "x-gzip" => new GZipStream(source, CompressionMode.Decompress),
        "br" => new BrotliStream(source, CompressionMode.Decompress),
        // "deflate" means zlib, but servers send the bare stream as well; zlib's first byte tells.
        "deflate" when (wire[0] & 0x0F) == 8 => new ZLibStream(source, CompressionMode.Decompress),
        "deflate" => new DeflateStream(source, CompressionMode.Decompress),
        _ => throw new FetchException(FailureReason.UnsupportedEncoding, "the body is encoded in a way that was not asked for"),
    };

    private FetchException TooLarge() => new(FailureReason.TooLarge, $"more than {settings.MostWireBytes} bytes");
}
