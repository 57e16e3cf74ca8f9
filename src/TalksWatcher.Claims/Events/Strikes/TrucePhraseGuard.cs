using TalksWatcher.Claims.Events.Truces;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Events.Strikes;

/// <summary>A phrase about halting strikes tells of no strike; what stands beside it in the past may.</summary>
internal sealed class TrucePhraseGuard(Lexicon lexicon)
{
    private readonly TrucePhrases phrases = new(lexicon);

    public TrucePhrase? Find(MarkedSentence marks) => phrases.Find(marks, named: false, isNear: false);
}
