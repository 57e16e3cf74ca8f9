using TalksWatcher.Claims.Events.Truces;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Events.Strikes;

/// <summary>A sentence about halting strikes tells of no strike.</summary>
internal sealed class TrucePhraseGuard(Lexicon lexicon)
{
    private readonly TrucePhrases phrases = new(lexicon);

    public bool Matches(MarkedSentence marks) => phrases.Find(marks, named: false) is not null;
}
