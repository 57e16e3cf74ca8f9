using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Events.Meetings;

/// <summary>"They will begin on Sunday", "A fourth could follow", "The visit lasted four hours": what stands for the meeting of the sentence before.</summary>
internal sealed class MeetingPronouns(Lexicon lexicon, MeetingNouns nouns)
{
    private readonly Pattern happening = lexicon.Phrases("happening-phrases");
    private readonly Pattern visits = lexicon.Phrases("visit-phrases");

    /// <summary>Its token, where what it stands for happens, of a sentence that names no meeting itself.</summary>
    /// <param name="isTold">The sentence before tells of a meeting.</param>
    public int? Find(SentenceContext context, bool isTold)
    {
        if (context.BeforeHere is { } before && context.Marks.First(happening) is { } match && IsNamed(before.Marks))
            return match.Slot("noun")?.First ?? match.First;
        return isTold ? context.Marks.First(visits)?.Slot("noun")?.First : null;
    }

    private bool IsNamed(MarkedSentence marks)
    {
        var named = new List<int>();
        nouns.Find(marks, named);
        return named.Count > 0;
    }
}
