namespace TalksWatcher.Claims.Watches;

/// <summary>
/// The names that one watched negotiation adds to the language rules: who, where, which conflict. Everything here comes
/// from the watch's folder; the engine knows none of it.
/// </summary>
public sealed record Vocabulary
{
    /// <summary>The sides at war, by code.</summary>
    public required ValueList<string> Warring { get; init; }
}
