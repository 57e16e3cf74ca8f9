using System.Security.Cryptography;

namespace TalksWatcher.Digests.Tests.Dkim;

/// <summary>A key in a file of its own for the time of a test.</summary>
internal sealed class KeyFile : IDisposable
{
    public KeyFile(string pem)
    {
        File = Path.GetTempFileName();
        System.IO.File.WriteAllText(File, pem);
    }

    public string File { get; }

    public static KeyFile Of(RSA key) => new(key.ExportPkcs8PrivateKeyPem());

    public void Dispose() => System.IO.File.Delete(File);
}
