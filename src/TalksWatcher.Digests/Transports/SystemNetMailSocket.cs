using System.Net.Mail;
using System.Net.Sockets;
using System.Reflection;

namespace TalksWatcher.Digests.Transports;

/// <summary>
/// The framework's client writes a message in pieces over a socket with Nagle's algorithm on, so that the end of each waits
/// some 40 ms for the server to acknowledge what came before; and it has no setting for it. So its open socket is looked up
/// in its fields. Should they be named otherwise one day, mail is slower and a test fails.
/// </summary>
internal static class SystemNetMailSocket
{
    /// <returns>Whether the socket was found.</returns>
    public static bool SendWithoutDelay(SmtpClient client)
    {
        if (Field(Field(Field(client, "_transport"), "_connection"), "_tcpClient") is not TcpClient { Client: not null } connection)
            return false;
        connection.NoDelay = true;
        return true;
    }

    private static object? Field(object? holder, string name) =>
        holder?.GetType().GetField(name, BindingFlags.Instance | BindingFlags.NonPublic)?.GetValue(holder);
}
