namespace TalksWatcher.Digests.Rendering;

/// <summary>The two faces of one digest, and its subject of at most 90 characters.</summary>
/// <param name="Html">A whole document, at most 100 KB of UTF-8.</param>
/// <param name="Text">Lines end in LF and hold at most 72 characters, addresses apart.</param>
public sealed record RenderedDigest(string Subject, string Html, string Text);
