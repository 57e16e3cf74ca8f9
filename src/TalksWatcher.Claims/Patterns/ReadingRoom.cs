using TalksWatcher.Claims.Text;

namespace TalksWatcher.Claims.Patterns;

/// <summary>Room that the sentences of one report share while it is read; they must not be looked at after it is given back.</summary>
internal sealed class ReadingRoom : IDisposable
{
    public Blocks<Token> Tokens { get; } = new();

    /// <summary>For what tokens belong to.</summary>
    public Blocks<byte> Numbers { get; } = new();

    /// <summary>What the match being sought has kept so far.</summary>
    public List<SlotMatch> Slots { get; } = [];

    public void Dispose()
    {
        Tokens.Dispose();
        Numbers.Dispose();
    }
}
