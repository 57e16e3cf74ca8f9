using System.Net.Sockets;
using System.Security.Authentication;

namespace TalksWatcher.Sources.Fetching;

/// <summary>Names what went wrong on the wire.</summary>
internal static class ExchangeFaults
{
    /// <returns>The reason; <c>null</c> for what is no failure of the world.</returns>
    public static (FailureReason Reason, string Detail)? Name(Exception error)
    {
        for (var cause = error; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case FetchException named: return (named.Reason, named.Message);
                case AuthenticationException: return (FailureReason.TlsFailed, "the server's certificate or TLS version is not accepted");
                case SocketException socket: return Name(socket.SocketErrorCode);
            }
        }
        return error switch
        {
            HttpRequestException http => Name(http.HttpRequestError),
            HttpIOException io => Name(io.HttpRequestError),
            IOException => (FailureReason.ConnectionReset, "the connection broke"),
            InvalidOperationException => (FailureReason.BadResponse, "the answer cannot be read"),
            _ => null,
        };
    }

    private static (FailureReason, string) Name(SocketError error) => error switch
    {
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain or SocketError.NoRecovery =>
            (FailureReason.NameNotResolved, "the host name is unknown"),
        SocketError.ConnectionRefused => (FailureReason.ConnectionRefused, "the host refuses connections"),
        SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown or SocketError.OperationAborted =>
            (FailureReason.ConnectionReset, "the host reset the connection"),
        SocketError.TimedOut => (FailureReason.TimedOut, "the host does not answer"),
        _ => (FailureReason.ConnectionFailed, $"no connection ({error})"),
    };

    private static (FailureReason, string) Name(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => (FailureReason.NameNotResolved, "the host name is unknown"),
        HttpRequestError.SecureConnectionError => (FailureReason.TlsFailed, "TLS could not be agreed"),
        HttpRequestError.ResponseEnded => (FailureReason.Truncated, "the connection ended before the whole answer"),
        HttpRequestError.ConfigurationLimitExceeded => (FailureReason.HeadersTooLarge, "the headers are longer than the limit"),
        HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError => (FailureReason.BadResponse, "the answer breaks the rules of HTTP"),
        _ => (FailureReason.ConnectionFailed, "no connection"),
    };
}
