namespace TalksWatcher.Digests.Transports;

/// <summary>A password that no log, exception or dump shows.</summary>
public sealed class Secret(string value)
{
    /// <summary>The password itself, for the one place that needs it.</summary>
    public string Reveal() => value;

    /// <summary><paramref name="text"/> without the secret, plain or in base64.</summary>
    public string RemoveFrom(string text) => value.Length == 0 ? text : text
        .Replace(value, "***", StringComparison.Ordinal)
        .Replace(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(value)), "***", StringComparison.Ordinal);

    public override string ToString() => "***";
}
