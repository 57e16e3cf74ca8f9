namespace TalksWatcher.Sources.Charsets;

/// <summary>Text read from bytes.</summary>
/// <param name="Text">Without byte order mark.</param>
/// <param name="Charset">Lower-case IANA name of the encoding that was used.</param>
public sealed record DecodedText(string Text, string Charset);
